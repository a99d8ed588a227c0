# The phones of the sandbox's page. No plurals: these texts are filled in by the page.

# Whose phone it is
page-phone-resident = resident
page-phone-building = building leader
page-phone-person-menu = Menu of { $name }
page-phone-close-phone = Put away the phone of { $name }
page-phone-state-new = Has never opened the bot
page-phone-state-blocked = Has blocked the bot
page-phone-state-deactivated = Has deleted the account
page-phone-speaks-zh = 手机语言：中文
page-phone-speaks-en = Telegram in English
page-phone-start-again = Open the bot again
page-phone-block = Block the bot
page-phone-unblock = Unblock the bot
page-phone-deactivate = Delete this account
page-phone-deactivate-sure = Delete this account? In the sandbox, too, it does not come back.

# Chats
page-phone-bot = Redvest
page-phone-empty = Nothing here yet
page-phone-unread = { $count } unread
page-phone-other-groups = Groups to join
page-phone-said-by = { $name }: { $words }
page-phone-said-by-me = You: { $words }
page-phone-back = Back to the chats
page-phone-members = { $count } members
page-phone-typing = is typing…
page-phone-messages = Messages
page-phone-earlier = Earlier messages
page-phone-down = To the newest message
page-phone-topics = Topics
page-phone-topic-general = General

# Before anything can be written
page-phone-gate-start = What this bot can do: take what you report, and see to it.
page-phone-gate-unblock = The bot is blocked and can send nothing here.
page-phone-gate-join = You are not in this group.
page-phone-gate-deactivated = This account has been deleted.
page-phone-start = Start
page-phone-join = Join

# Groups
page-phone-group-menu = Menu of this group
page-phone-group-members = Members
page-phone-admin = administrator
page-phone-leave = Leave the group
page-phone-rename = Change the title
page-phone-title = Title
page-phone-bot-standing = The bot in this group
page-phone-bot-administrator = bot is admin
page-phone-bot-member = bot is member
page-phone-bot-restricted = bot is restricted
page-phone-bot-left = bot is not in it
page-phone-bot-kicked = bot was removed
page-phone-photos-forbid = Forbid members to send photos
page-phone-photos-allow = Allow members to send photos
page-phone-upgrade = Turn into a supergroup
page-phone-upgrade-hint = Telegram does this by itself when a group grows
page-phone-anonymous = Remain anonymous
page-phone-anonymous-hint = Write as the group, as administrators may

# Messages
page-phone-edited = edited
page-phone-forwarded = Forwarded from { $name }
page-phone-spoiler = Hidden words: tap to read
page-phone-quote = Show the whole quotation
page-phone-enlarge = Enlarge the photo
page-phone-play = Play
page-phone-pause = Pause
page-phone-message-menu = What to do with this message
page-phone-reply = Reply
page-phone-edit = Edit
page-phone-forward = Forward
page-phone-forward-to = Forward to
page-phone-copy = Copy
page-phone-copied = Copied
page-phone-not-copied = This browser does not let it be copied
page-phone-service-joined = { $name } joined the group
page-phone-service-left = { $name } left the group
page-phone-service-title = The group is now called { $name }
page-phone-service-moved = The group has become a supergroup
page-phone-service-topic = Topic { $name } was opened
page-phone-service-pinned = { $from } pinned a message
page-phone-service-other = Something in this chat has been changed

# What a message holds
page-phone-kind-message = Message
page-phone-kind-text = Words
page-phone-kind-photo = Photo
page-phone-kind-video = Video
page-phone-kind-voice = Voice message
page-phone-kind-audio = Music
page-phone-kind-document = File
page-phone-kind-animation = Animation
page-phone-kind-video_note = Video message
page-phone-kind-sticker = Sticker
page-phone-kind-location = Location
page-phone-kind-venue = Place with a name
page-phone-kind-contact = Phone number
page-phone-kind-poll = Poll
page-phone-kind-dice = Dice

# Writing
page-phone-write = Message
page-phone-send = Send
page-phone-commands = Commands
page-phone-keys = The bot's keys
page-phone-attach = Attach
page-phone-voice = Voice message
page-phone-replying = Reply to { $name }
page-phone-editing = Edit message
page-phone-drop = Drop this
page-phone-share = Share
page-phone-share-contact = Share your phone number with the bot?
page-phone-share-location = Share where you are with the bot?
page-phone-cancel = Cancel
page-phone-close = Close
page-phone-ok = OK
page-phone-open = Open

# Attaching
page-phone-sample-pictures = Pictures to try with
page-phone-own-pictures = Photos and videos of your own
page-phone-doors = Scan the poster at a door
page-phone-doors-hint = Report from there
page-phone-own-door = Home
page-phone-filter = Search
page-phone-nothing-found = Nothing found
page-phone-open-link = Open a link
page-phone-open-link-hint = An invitation, or a request's number
page-phone-open-link-field = Link, or what stands behind start=
page-phone-not-ours = That link does not lead to the bot
page-phone-preview = Ready to send
page-phone-caption = Add a caption
page-phone-add = Add another
page-phone-remove = Take out
page-phone-own-location = Where I am
page-phone-spots = Somewhere in the community
page-phone-typed-location = Another place
page-phone-latitude = Latitude
page-phone-longitude = Longitude
page-phone-no-place = There is no such place
page-phone-venue-title = Name of the place
page-phone-venue-address = Address
page-phone-own-contact = My own number
page-phone-other-contact = Somebody else's number
page-phone-typed-contact = Another number
page-phone-contact-name = Name
page-phone-contact-number = Phone number
page-phone-poll-question = Question
page-phone-poll-options = Answers, a line each
page-phone-poll-too-few = A poll needs at least two answers
page-phone-record = Record
page-phone-recording = Recording
page-phone-no-microphone = No microphone can be used here. Choose one of the voice messages instead.
