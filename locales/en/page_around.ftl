# The sandbox's page: what stands around the phones. No plurals: these texts are filled in by the page.
page-title = Redvest · sandbox
page-about = Invented people. Nothing is really sent.
page-close = Close
page-menu = Menu
page-people = Phones
page-lost = The sandbox has been closed or cannot be reached. Trying again…

# Languages
page-language = Language
page-language-told = From now on the people read Redvest in English. What they have already got stays as it is, and so do the groups.

# Time
page-clock = Time in the sandbox
page-time-ten = +10 min
page-time-next = Next deadline { $time } · #{ $number }
page-time-no-next = No deadline yet
page-time-morning = Tomorrow morning
page-time-moving = Time is passing…

# People and groups: the picker, and those for whom something new has come
page-add-phone = Add a phone
page-pick-title = Whose phone?
page-pick-search = Search by name, role or place
page-pick-none = Nobody by that name.
page-pick-residents = Residents
page-pick-buildings = Building leaders
page-pick-leaders = Grid leaders
page-pick-office = Secretary and office
page-pick-property = Property company and owners' committee
page-pick-volunteers = Volunteers
page-pick-groups = Groups
page-pick-group = { $count } people; opens as { $name }
page-pick-open = on the screen
page-pick-new = { $count } new
page-waiting = For { $name }: { $count } new
page-waiting-more = { $count } more people
page-move-left = Move { $name }'s phone to the left
page-chip = { $name }'s phone
page-chip-new = { $name }'s phone, { $count } new
page-no-phones = No phone is open.

# The guide
page-guide = Guide
page-guide-step = Step { $step } of { $of }
page-guide-as = As { $name }:
page-guide-show = Show me
page-guide-do = Do it for me
page-guide-close = Hide the guide
page-guide-over = That was the whole story. Now look on your own: move the time to see reminders and escalations, or make some trouble.
page-guide-again = Once more
page-guide-replaying = Just watch.
page-stories = Stories
page-stories-about = Follow one step by step, or lean back and watch it.
page-story-follow = Follow
page-story-replay = Watch
page-story-follow-named = Follow: { $title }
page-story-replay-named = Watch: { $title }

# Trouble
page-trouble = Trouble
page-trouble-about = What goes wrong in real life. Switch something on, do something as a person, and see that nothing is lost.
page-trouble-telegram = Telegram's bad days
page-trouble-too-many = Too many messages
page-trouble-too-many-does = Telegram refuses with 429 and asks to wait a few seconds.
page-trouble-too-many-watch = Watch: cards come a little later, and each only once.
page-trouble-server-error = Telegram's own faults
page-trouble-server-error-does = Telegram answers with 500, again and again.
page-trouble-server-error-watch = Watch: it is tried again with growing pauses. Switch it off, and all arrives.
page-trouble-lost-answer = Lost answers
page-trouble-lost-answer-does = A message does arrive, but the bot never hears so.
page-trouble-lost-answer-watch = Watch: now and then something comes twice, but nobody gets a task twice.
page-trouble-offline = Telegram cannot be reached
page-trouble-offline-does = The bot has no way to Telegram. People go on writing.
page-trouble-offline-watch = Watch: silence. Switch it off, and every message is answered.
page-trouble-bot = The bot
page-trouble-bot-does = Kill it in the middle of work, as in a power cut. Do something, then start it again.
page-bot-starting = The bot is starting…
page-bot-running = The bot is running
page-bot-stopped = The bot is not running
page-bot-failed = The bot could not start
page-bot-kill = Kill the bot
page-bot-launch = Start it again
page-trouble-people = People and groups
page-trouble-person = Person
page-trouble-group = Group
page-trouble-blocks = Blocks the bot
page-trouble-unblocks = Unblocks the bot
page-trouble-blocks-watch = Watch: whoever answers for them is told to phone or visit.
page-trouble-leaves = Leaves { $group }
page-trouble-joins = Joins { $group }
page-trouble-upgrades = Becomes a supergroup
page-trouble-upgraded = It is a supergroup already.
page-trouble-upgrades-watch = Watch: Telegram gives the group a new number, and Redvest follows it.
page-trouble-on = Switched on: { $names }

# What the bot called
page-calls = What the bot called
page-calls-short = Calls
page-calls-about = Each act of a person, and under it what the bot asked of Telegram.
page-calls-filter = Filter by method
page-calls-clear = Clear
page-calls-none = Nothing yet. Do something on a phone.
page-calls-before = Before anybody did anything
page-calls-args = Sent
page-calls-answer = Answer
page-calls-newest = To the newest
page-call-ok = ok
page-call-refused = refused
page-call-too-many = 429
page-call-server-error = 500
page-call-lost-answer = answer lost
page-call-offline = offline

# Acts: what somebody did, before the words or the label it was done with.
page-act-start = starts the bot
page-act-says = writes
page-act-edits = changes a message
page-act-sends = sends
page-act-location = sends a location
page-act-venue = sends a place
page-act-contact = shares a contact
page-act-sticker = sends a sticker
page-act-dice = throws dice
page-act-poll = starts a poll
page-act-forwards = forwards
page-act-taps = taps
page-act-presses = presses
page-act-blocks = blocks the bot
page-act-unblocks = unblocks the bot
page-act-deactivates = deletes the account
page-act-leaves = leaves the group
page-act-joins = joins the group
page-act-speaks = changes the language
page-act-renames = renames the group
page-act-upgrades = makes it a supergroup
page-act-sets-bot = changes the bot's standing
page-act-permits = changes what members may do
page-act-passes = Time passes
page-act-trouble = Trouble
page-act-kill = The bot is killed
page-act-launch = The bot is started
page-act-step = The guide does a step
page-act-story = The guide
page-act-replay = A story is played

# Saving
page-save = Save and load
page-save-short = Save
page-save-about = Keep the sandbox as it is now, and go on from there another time.
page-save-download = Save to a file
page-load-about = Loading puts what is in the file in the place of everything here.
page-load = Load from a file
page-load-doing = Loading…
page-load-done = Loaded.
