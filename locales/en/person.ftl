# A person and the bot. HTML: <b> for what the eye looks for first.
# Said together with the large keys below the chat.
welcome = Hello, this is <b>Redvest</b>. If anything is wrong around your home, tap “{ label-report }” or just tell me here.
    I take it to the person who answers for your area, and stay on it until you say that it is solved.
welcome-brief = Hello, this is <b>Redvest</b>. If anything is wrong around your home, just tell me here.
# Stands below a greeting in every language, for those whose language is not known.
welcome-choose = To choose your language, tap /language
welcome-with-post = Hello { $name }, this is <b>Redvest</b>. You are:
    { $posts }
    When something needs you, it comes here; just tap a button to deal with it.
welcome-linked = Hello { $name }, you are all set in <b>Redvest</b> as:
    { $posts }
    When something needs you, it comes here; just tap a button to deal with it.
welcome-to-claim = Now you can take tasks. Go back to the group and tap “{ label-claim }” once more.
welcome-back = Good to have you back! My messages did not reach you for a while. This is how things stand:
welcome-back-own = · Of what you reported, { $count } still open: see “{ label-my-requests }”
welcome-back-desk = · Waiting for you: { $count }, see “{ label-my-desk }”
welcome-back-nothing = Nothing is waiting for you.
welcome-post-came = You are now:
    { $posts }
    When something needs you, it comes here; to see all of it, tap “{ label-my-desk }” below.
welcome-post-went = Your post has ended; others carry on with what was open. Thank you!
    When something is wrong around your home, “{ label-report }” is still there.
language-set = All right, English from now on.
phone-thanks = Noted, thank you! Only those who deal with your requests see it, so that they can call you back.

post-line = · { $role }, { $grid }
post-line-everywhere = · { $role }

# Behind More.
more-title = What would you like?
# The same in every language: whoever reads it may not know the one they are in.
language-ask = 请选语言 · Please choose your language
phone-ask = Please tap “{ label-share-phone }” below. Only those who deal with your requests see your number.
    If you are on the community's list, as a grid leader or volunteer, you are set up at once.
phone-not-yours = That is somebody else's number, so I did not keep it. To share your own, tap “{ label-more }”, then “{ label-share-phone }”.
phone-strange = I cannot read that number, so I did not keep it. If it is urgent, please phone the community office.
refused-phone-taken = Another account has shared this number, so nothing was changed. If both are you, please ask the community office.
refused-other-phone = The community's list has another number for you, so nothing was changed. If yours is new, please tell the community office.

privacy = <b>What I keep</b>
    What you write and send here, your name, the phone number and place you give, and what was done about it.
    <b>Who sees it</b>
    · Those who deal with your request: all of it, so that they can reach you.
    · The group: neither your name nor your phone or door number.
    · A volunteer who has taken the task: your name, phone and place, until it is done.
    · Other residents: nothing.
    <b>To correct or remove it</b>
    Please tell the community office; they do it for you.

# What the reader taps, by what they are.
help-resident = <b>Something is wrong</b>: tap “{ label-report }”, or just write me a sentence or send a photo.
    <b>How it stands</b>: tap “{ label-my-requests }”.
    <b>When it is done</b>: I ask you; tap “{ label-solved }” or “{ label-not-solved }”.
help-volunteer = <b>Take a task</b>: tap “{ label-claim }” in the group; the details come here.
    <b>When it is done</b>: tap “{ label-finish }” and write a few words or send a photo. If you cannot go, tap “{ label-withdraw }”.
    <b>What you have taken</b>: tap “{ label-tasks }”.
    Something wrong at your own home? Tap “{ label-report }”; how it stands is behind “{ label-my-requests }”.
help-answering = <b>What is new</b> comes here: tap “{ label-accept }” to do it yourself, or “{ label-offer }” to ask the volunteers of a group.
    <b>When it is done</b>: tap “{ label-resolve }” and write a few words; I ask the resident.
    <b>What else there is</b>: tap “{ label-my-desk }”; what is due soonest stands first.
    I remind you in time; what nobody answers goes one level up.
help-admin = <b>What nobody answers for</b> comes here: tap “{ label-accept }” or “{ label-offer }”.
    <b>All of it</b>: tap “{ label-my-desk }”.
    <b>To bind a group</b>: add me to it and send /bind and the grid's name there; its code does as well, from “{ label-my-grid }”.
    <b>When people change</b>: have the list imported anew; the menus follow by themselves.
help-end = Stop writing: /cancel · language: /language · privacy: /privacy

cancelled-question = All right, never mind.
cancelled-draft = All right, nothing was sent.
cancelled-nothing = There is nothing to cancel. When something is wrong, tap “{ label-report }”.

# Whose name in Telegram shows nothing is called this.
nameless = Neighbour

label-language = 语言 Language
# Each language by its own name; the documentation has both.
label-itself = English
label-privacy = Privacy
label-help = How it works
label-share-phone = 📱 Share my phone number
