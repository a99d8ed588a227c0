"""The sandbox as a play: the local Telegram, the bot on it as a process of its own, the sample community's
people, one clock for all, and the server of the page in the browser.

Only this half of the sandbox knows the bot, and only by what an operator knows: its settings, its command
line, and `bot.app` for the moved clock. `sandbox/page` is what the browser gets.
"""
