# Leave: of those who answer for requests, and of whoever answers meanwhile.
label-away = I am away
label-back-again = I am back
label-nobody = Nobody
label-other-leave = Change my leave

leave-ask-when = 🌴 <b>Away until when?</b> (That day counts; you are back the next morning.)
leave-ask-who = 🌴 Away until { $day }. <b>Who answers meanwhile?</b> With “{ label-nobody }” it is the next in line.
# On buttons; $day is a leave-day.
leave-today = Today only · { $day }
leave-tomorrow = Until tomorrow · { $day }
leave-three-days = 3 days · until { $day }
leave-week = 1 week · until { $day }
leave-two-weeks = 2 weeks · until { $day }
leave-month = 1 month · until { $day }
leave-day = { $weekday ->
    [mon] Mon
    [tue] Tue
    [wed] Wed
    [thu] Thu
    [fri] Fri
    [sat] Sat
   *[sun] Sun
} { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
# How it stands; on the desk too.
leave-on = 🌴 You are on leave until { $day }; the next in line answers.
leave-on-with = 🌴 You are on leave until { $day }; { $name } answers.
leave-stands-in = 🤝 You answer for { $name } until { $day }.
leave-hint = What you had open has gone on to them, and the residents know. Back earlier? Tap “{ label-back-again }”.
leave-over = You are not on leave; what is new comes to you. What went on to others meanwhile stays with them.
leave-no-post = You do not answer for any grid just now, so there is no need for leave.

# To whoever answers meanwhile.
leave-stand-in = 🤝 { $name } is on leave until { $day } and has asked you to answer meanwhile. It comes here as always; just tap a button.
leave-stand-in-over = 🤝 You need not answer for { $name } any more; nothing new comes to you for them. Please finish what you have. Thank you!

answer-away = All right, your leave has begun.
answer-back-again = Welcome back!
answer-leave-past = That day is over; please choose again.
refused-no-post = You do not answer for any grid just now, so there is no need for leave.
refused-cannot-stand-in = They cannot answer just now (away as well, out of reach, or no longer in charge); please choose somebody else.
