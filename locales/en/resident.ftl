# My requests, and what a resident may still do about one. State in a word, on a button.
mine-title = <b>My requests</b> ({ $under_way } under way, { $count } in all)
    Tap one to see how it stands.
mine-none = You have not reported anything yet. Whatever is wrong around your home, just write to me or send a photo.
mine-line = #{ $number } { $kind } · { $state }
mine-submitted = with the office
mine-assigned = not accepted yet
mine-accepted = under way
mine-resolved = your word?
mine-closed-confirmed = solved
mine-closed-unconfirmed = ended
mine-declined = not taken on
mine-cancelled = cancelled

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
stars-ask = How many stars for how it was dealt with?
stars-change = Not what you meant? Tap another.
line-stars = Your stars: { $stars }
line-comment = “{ $words }”
thanks = 🙏 <b>#{ $number }</b> { $kind }: the resident says it is solved. Thank you for your help!
thanks-stars = The resident gives { $stars }
thanks-words = “{ $words }”

# To those who answer.
note-added = ➕ <b>#{ $number }</b>: the resident adds: { $words }
added-in-photos = please see the photos (files) above
note-revised = ✏️ <b>#{ $number }</b>: the resident has changed some words; they now read: { $words }
cancelled-by-resident = the resident
note-cancelled = <b>#{ $number }</b> has been cancelled by { $who }; you need not do anything more.
note-cancelled-above = <b>#{ $number }</b> has been cancelled by { $who }. If you still need something, just tell me.

# The history: when, who, what. The words that were said follow after a colon.
history-title = <b>#{ $number }</b>, what happened
history-earlier = … { $count } earlier
history-line = { $at } { $told }
history-words = : { $words }
history-you = You
history-resident = The resident
history-house = Redvest
history-submit = { $who } reported it
history-queue = Nobody was at hand to answer; the community office was asked
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
history-withdraw = { $who } gave the place back
history-release = The volunteer need not go any more
history-end_task = The work that was offered has ended

answer-added = Thank you, I have passed it on.
answer-rated = Thank you for the stars!
answer-appealed = Noted; the next level up looks at it, and you will hear from me.
answer-taken-back = Cancelled
answer-sure = Please confirm
