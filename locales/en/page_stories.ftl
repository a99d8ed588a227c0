# The stories of the sandbox: what each step asks for (plain text; whose phone stands before it), and what the
# people in them say.

page-refused-story = This step cannot be done now: something went another way before it, or it is night, or the bot is not running. Start the story again, or go on by yourself.

# A blocked drain
page-story-title-drain = A blocked drain: from a photo to five stars
page-step-drain-link = Tap the paper clip, choose “{ page-phone-doors }”, and scan the one of 松柏苑2号楼1单元.
page-step-drain-photo = The paper clip again, then “{ page-phone-sample-pictures }”. Send the blocked drain and write: “{ $words }”
page-step-drain-submit = If the card is right, tap “{ label-submit }”.
page-step-drain-accept = The building leader sees it at once. Tap “{ label-accept }”: the resident hears that somebody is on it.
page-step-drain-offer = It is too much for one. Tap “{ label-offer }”.
page-step-drain-places = Two people are wanted: tap “2”.
page-step-drain-to = Send it to the group 松柏苑邻里群. Look at what the group will read: no name, no door number.
page-step-drain-claim = Tap “{ label-claim }” in the group (“接单” where the group reads Chinese). The details come in private.
page-step-drain-claim-too = Tap “{ label-claim }” in the group, too. Now it is full.
page-step-drain-late = Too late for the third: the card has no button any more. Send “{ $words }” in the group to see what else is open.
page-step-drain-arrived = There now. Tap “{ label-arrive }”.
page-step-drain-done = The work is done. Tap “{ label-finish }”.
page-step-drain-result = Send a photo of the drain as it is now and write: “{ $words }”
page-step-drain-done-too = Tap “{ label-finish }”, too.
page-step-drain-result-too = Write: “{ $words }”
page-step-drain-hours = Four hours pass. Move the time above, or tap “Do it for me”.
page-step-drain-solved = Down in the yard: it really is clear. Tap “{ label-solved }”.
page-step-drain-stars = Give five stars: ★★★★★
page-step-drain-thanks = Say thank you: “{ $words }” Then look at what has come on the other phones.
story-drain-photo = The drain in our yard is blocked. Dirty water everywhere, and nobody old or small can get past.
story-drain-result = Cleared. The water is gone.
story-drain-result-too = Swept the yard as well and put sand down.
story-drain-thanks = Thank you all! Not even half a day.

# Medicine for an old neighbour
page-story-title-medicine = An old neighbour's medicine: no typing, just a voice
page-step-medicine-report = Press “{ label-report }” below the chat.
page-step-medicine-voice = No need to type. Tap the microphone and send a voice message.
page-step-medicine-kind = The bot does not understand voices, so it asks what it is about. Tap “❤️ Care”.
page-step-medicine-item = Then “💊 Medicine and clinic visits”.
page-step-medicine-place = It asks where. Write it as people say it: “{ $words }”
page-step-medicine-found = Several compounds have one. Tap the one in 松柏苑.
page-step-medicine-submit = Tap “{ label-submit }”.
page-step-medicine-accept = The building leader can hear the voice message. Tap “{ label-accept }”.
page-step-medicine-offer = Somebody has to go for it. Tap “{ label-offer }”.
page-step-medicine-reword = The voice does not go to the group, so tap “{ label-reword }” and write what all may read.
page-step-medicine-group-words = Write: “{ $words }”
page-step-medicine-to = Send it to the group 松柏苑邻里群.
page-step-medicine-claim = Tap “{ label-claim }” in the group (“接单” where it reads Chinese). Only then is it seen who it is and where.
page-step-medicine-message = Tell the old man first. Tap “{ label-message }”.
page-step-medicine-soon = Write: “{ $words }” The bot passes it on; neither sees the other's account.
page-step-medicine-done = The medicine is at the door. Tap “{ label-finish }”.
page-step-medicine-result = Write: “{ $words }”
page-step-medicine-solved = Tap “{ label-solved }”.
page-step-medicine-stars = Give five stars: ★★★★★
story-medicine-place = building 1, unit 2
story-medicine-group-words = An old neighbour who walks badly needs somebody to fetch medicine from the hospital this morning.
story-medicine-soon = Mr Ma, this is Wu. I fetch your medicine and bring it up to you.
story-medicine-result = The medicine is with him, and he knows how to take it.

# Nobody answers
page-story-title-silence = Nobody answers: reminders, then one level up
page-step-silence-link = Tap the paper clip, choose “{ page-phone-doors }”, and scan the one of 松柏苑2号楼1单元.
page-step-silence-words = Send a photo of the stairwell and write: “{ $words }”
page-step-silence-submit = Tap “{ label-submit }”. This kind of thing is to be answered within half an hour.
page-step-silence-reminder = Building leader Chen Defu does not look at his phone. Tap “Next deadline” above until the bot reminds him.
page-step-silence-escalated = Still nothing. Go on to the next deadline until it reaches grid leader Li Jianguo.
page-step-silence-takes = Tap “{ label-accept }”: from now on the grid leader answers for it. Look at what Chen Defu and Wang Guilan are told.
page-step-silence-done = The light works again. Tap “{ label-resolve }”.
page-step-silence-result = Write: “{ $words }”
page-step-silence-solved = There is light on the stairs. Tap “{ label-solved }”.
page-step-silence-stars = It took a while. Give four stars: ★★★★
story-silence-words = The light in our stairwell has been out for three days. At night nobody can see the steps.
story-silence-result = Put in new lamps. Every floor has light again.
