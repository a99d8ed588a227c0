# Talking through the bot. The number stands on everything; who speaks is named, never their account.
said-by-resident = 💬 <b>#{ $number }</b> { $name } (resident):
said-by-office = 💬 <b>#{ $number }</b> { $name } ({ $role }):
said-by-volunteer = 💬 <b>#{ $number }</b> { $name } (volunteer):
said-words = { $words }
said-answer = <i>To answer, just reply to this message.</i>

# What became of one's own words. $name: who gets them; $by: when.
talk-passed = ✓ <b>#{ $number }</b> passed on to { $name }.
talk-waits = ✓ <b>#{ $number }</b> noted. These are quiet hours; { $name } gets it at { $by }.
talk-nobody = <b>#{ $number }</b> Nobody can be reached just now; your words are kept. If it is urgent, please phone the community office or drop in.
talk-unreached = <b>#{ $number }</b> Your last message did not arrive.
talk-left = <b>#{ $number }</b> What you had sent for this was not passed on, as something else came in between. If it is still needed, tap the button once more and send it again.
talk-not-yours = <b>#{ $number }</b> is no longer yours to deal with, so this was not passed on.
talk-over = <b>#{ $number }</b> ended more than a day ago, so this was not passed on.
talk-over-new = <b>#{ $number }</b> ended more than a day ago, so I cannot pass this on. Your words are kept, see below.
refused-talk-over = This ended more than a day ago; nothing can be passed on any more.

# Words that came by themselves, while a request is open.
about-words = “{ $words }”
about-media = { $media ->
    [one] One photo or file
   *[other] { $media } photos or files
}
about-one = Is this about <b>#{ $number }</b>, or something new?
about-which = Which one is this about, or is it something new?
about-known = All right, it is about <b>#{ $number }</b>.
about-new = All right, something new, see below ↓
about-over = This question needs no answer any more.
label-about-new = Something new

# People whom no message reaches.
line-unreachable = ⚠️ My messages do not arrive; please phone or visit
note-unreachable = ⚠️ <b>#{ $number }</b> My messages no longer reach { $name }. Please phone { $phone } or visit.
note-unreachable-no-phone = ⚠️ <b>#{ $number }</b> My messages no longer reach { $name }, and there is no phone number. Please visit.
note-reachable = <b>#{ $number }</b> My messages reach { $name } again.
answer-unreachable = My messages do not reach the resident. Please phone or visit, see below.
