# My requests, and what a resident may still do about one. State in a word, on a button.
mine-title = <b>My requests</b> ({ $under_way } under way, { $count } in all)
    Tap one to see how it stands.
mine-none = You have not reported anything yet. If anything is wrong around your home, just write to me or send a photo.
mine-line = #{ $number } { $kind } · { $state }
# On a button of the list, after the kind: two or three words.
mine-submitted = with the office
mine-assigned = not accepted yet
mine-accepted = under way
mine-resolved = please confirm
mine-closed-confirmed = solved
mine-closed-unconfirmed = ended
mine-declined = not taken on
mine-cancelled = cancelled

# After line-status in cards.ftl.
status-declined = not taken on
status-cancelled = cancelled

# Taking it back: asked once more on the card.
cancel-ask = <b>Do you really want to cancel it?</b> Then nobody will work on it any more.

# Not taken on.
declined-title = <b>#{ $number }</b> has not been taken on
declined-reason = Reason: { $reason }
declined-appeal = If you do not agree, tap “{ label-appeal }” before { $by }; the next level up will look at it.

# Solved: stars and words, and the thanks they bring to those who helped.
result-in-photos = please see the photos (files) above
stars-ask = How many stars do you give for the help you had?
stars-change = Tapped the wrong one? Just tap another.
line-stars = Your stars: { $stars }
line-comment = “{ $words }”
# To each who helped, and to the one responsible.
thanks = 🙏 <b>#{ $number }</b> { $kind }: the resident says it is solved. Thank you for your help!
thanks-stars = The resident gave { $stars }
thanks-words = “{ $words }”

# To those who answer.
note-added = ➕ <b>#{ $number }</b>: the resident adds: { $words }
added-in-photos = please see the photos (files) above
note-revised = ✏️ <b>#{ $number }</b>: the resident has changed some words; they now read: { $words }
note-cancelled = <b>#{ $number }</b> was cancelled by { $who }; there is nothing more to do.
cancelled-by-resident = the resident
note-cancelled-above = <b>#{ $number }</b> was cancelled by { $who }. If you still need something, just tell me.

# The history: when, who, what. The words that were said follow after a colon.
history-title = <b>#{ $number }</b>, what happened
history-earlier = … { $count } earlier
history-line = { $at } { $told }
history-words = : { $words }
history-you = You
history-resident = The resident
history-house = Redvest
history-submit = { $who } reported it
history-queue = Nobody was there to answer for it; it went to the community office
history-assign = { $who } gave it to { $to }
history-taken-over = { $who } took it over
history-accept = { $who } accepted it
history-offer = { $who } offered it to “{ $title }”, { $places } wanted
history-resolve = { $who } said it is done
history-confirm = { $who } said it is solved
history-expire = There was no answer; it ended by itself
history-reopen = { $who } said it is not solved
history-remind = { $who } sent a reminder
history-escalate = { $who } took it one level up, to { $to }
history-decline = { $who } did not take it on
history-appeal = { $who } appealed
history-cancel = { $who } cancelled it
history-add = { $who } added something
history-revise = { $who } changed some words
history-reword = { $who } changed what the group reads
history-rate = { $who } rated it { $stars }
history-say = { $who } sent a message
history-claim = { $who } took it
history-arrive = { $who } arrived
history-finish = { $who } finished
history-withdraw = { $who } withdrew
history-release = The volunteer was no longer needed
history-end_task = The work that was offered has ended

# Lines that answer a tap or what was just written.
answer-added = Thank you, I have passed it on.
answer-rated = Thank you for the stars!
answer-appealed = Thank you; the next level up will look at it, and you will hear from me.
answer-taken-back = Cancelled
answer-sure = Please confirm
