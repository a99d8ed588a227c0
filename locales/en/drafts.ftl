# A report in the making. HTML.
draft-title = 📝 <b>Your report</b>
draft-words = { $words }
draft-sent-photo = 📷 { $count ->
    [one] 1 photo
   *[other] { $count } photos
}
draft-sent-video = 🎬 { $count ->
    [one] 1 video
   *[other] { $count } videos
}
draft-sent-voice = 🎤 { $count ->
    [one] 1 voice message
   *[other] { $count } voice messages
}
draft-sent-file = 📎 { $count ->
    [one] 1 file
   *[other] { $count } files
}
draft-sent-location = 📌 location noted
draft-too-many = ⚠️ At most { $limit } photos, videos, voice messages and files go with one report; the last { $over } cannot go with it. Tap “{ label-submit }” first, then “{ label-add }” to send them.
draft-kind = Kind: { $kind }
draft-kind-guessed = Kind: { $kind } (my guess; change it if it is wrong)
draft-place = Place: { $place }
draft-place-home = Place: { $place } (your home)
# Beside the place, what the resident wrote of it: the door, the corner of the yard.
draft-place-words = Where exactly: { $words }

# What is asked next.
draft-ask-anything = Tell me or show me what is wrong, or choose a kind:
draft-ask-words = Tell me or show me what is wrong.
draft-ask-category = What is it about?
draft-ask-item = What exactly?
draft-ask-place = Where is it? Choose, or just write it to me, such as “building 3, unit 2”:
draft-ask-located = The location is noted and goes with your report. It does not always tell the place by itself, and it may lie outside our area. Where is it exactly? Choose, or just write it to me, such as “building 3, unit 2”:
draft-ask-found = Which of these is it?
draft-ask-unknown = I could not find that place, but I keep what you wrote. Choose below, or write it another way:
draft-ready = If this is right, tap “{ label-submit }”.

# How it ended.
# The older copy of a card that was sent anew further down.
draft-below = Please see the newest message below ↓
draft-cancelled = Cancelled. Nothing was sent.
draft-submitted = ✓ Submitted as <b>#{ $number }</b>, see below.
draft-expired = This waited a day without being submitted, so I have put it away.
# $words: what was written; $more: how many photos and the like came with it.
draft-dropped = One of your reports waited a day without being submitted, so I have put it away. If you still need it, just send me this again{ $more ->
    [0] {""}
    [one] {" "}(and one photo, recording or file)
   *[other] {" "}(and { $more } photos, recordings or files)
}:
    { $words }
draft-dropped-media = { $more ->
    [one] The photo, recording or file
   *[other] The { $more } photos, recordings or files
} you sent waited a day without being submitted, so I have put this away. If you still need it, just send it again.

# Lines that answer a tap, at most 200 signs.
answer-home = Noted; from now on, “{ label-home }” is enough
answer-too-many-requests = You have sent { $limit } today, the most for one day. I keep this one: tap “{ label-submit }” again tomorrow. If it is urgent, please phone the community office.
