# Leave: of those who answer for requests, and of whoever answers meanwhile.
label-away = I am away
label-away-alone = Away, nobody named
# $name: who answers meanwhile.
label-away-with = Away, { $name } answers
label-back-again = I am back
label-nobody = Nobody
label-other-leave = Change my leave
label-other-stand-in = Somebody else
label-stand-in = Ask somebody

leave-ask-when = 🌴 <b>Away until when?</b> Tap the last day, and it begins. (That day counts; you are back the next morning.)
leave-with = Meanwhile <b>{ $name }</b> answers for you.
leave-with-nobody = Meanwhile the next in line answers, or else the community’s office.
leave-ask-who = 🌴 <b>Who answers while you are away?</b> Then tap until when. With “{ label-nobody }” it is the next in line.
# Above the days of some weeks; both are a leave-date.
leave-days = The calendar: { $first } to { $last }
leave-date = { $day } { leave-month-name }
# Below the days of some weeks.
leave-days-before = ← Earlier
leave-days-after = Later →
# Among the days of some weeks, on buttons of a seventh of the width.
leave-first-of-month = 1st
leave-month-name = { $month ->
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
# Above the days.
leave-weekday = { $weekday ->
    [mon] Mo
    [tue] Tu
    [wed] We
    [thu] Th
    [fri] Fr
    [sat] Sa
   *[sun] Su
}
leave-day = { $weekday ->
    [mon] Mon
    [tue] Tue
    [wed] Wed
    [thu] Thu
    [fri] Fri
    [sat] Sat
   *[sun] Sun
} { leave-date }
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
answer-away-already = It is so already; nothing more to do.
answer-back-again = Welcome back!
answer-leave-past = That day is over; please choose again.
answer-leave-once-more = It says above now who answers meanwhile. If that is right, tap until when once more.
answer-leave-no-day = Please tap a day with a number, below.
refused-no-post = You do not answer for any grid just now, so there is no need for leave.
refused-cannot-stand-in = They cannot answer just now (away as well, out of reach, or no longer in charge); please look who it says now, and choose again.
