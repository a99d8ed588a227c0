# Why the sandbox does not do what was asked for at its page. Plain text.

page-refused-incomplete = Something is missing. Fill in everything and send again.
page-refused-unknown = That is not there any more. Reload the page.
page-refused-message-gone = This message is gone. Look further down in the chat.
page-refused-not-inside = { $name } is not in “{ $chat }”. Let them join again first.
page-refused-one-at-a-time = These can only be sent one at a time.
page-refused-telegram = Telegram does not allow this: { $why }.
page-refused-moving = Time is still passing. Wait until the clock stands.
page-refused-no-deadline = No deadline is running. Report something first.
page-refused-state = This file was not saved by this version of the sandbox. Choose a file that was saved here.
page-refused-too-large = There is too much in this sandbox to be saved. Begin a new one, with fewer or smaller videos.
