# What a group is told, and its leaders about it.
bind-usage = Please send: /bind CODE, or /bind and the grid's name
bind-usage-own = Please send: /bind CODE, or /bind and the grid's name. Your grids:
bind-unknown = There is no grid with the code “{ $code }”. Please check it and send it again. The grid's whole name does as well, such as Some Court Building 3.
# $words is what was sent; a bind-code follows for each grid that it may be. What stands in <code> is copied by a tap.
bind-which = Which one is “{ $words }”? Please choose a line and send it in the group:
bind-code = { $place }: <code>/bind { $code }</code>
bind-not-yours = Only the leaders and secretaries of { $grid } or of the grids above it, and administrators, can bind it. Please ask one of them to send this.
bind-taken = This group serves { $grid } already. To change that, its leader sends /unbind here first.
bind-no-rights = Not bound yet: I may not write in this group. Please switch on “Send messages” for me, then send /bind { $code } again.
bind-failed = Not bound yet: Telegram has not answered. Please send /bind { $code } in the group again later.
bind-in-group = This command belongs in a group.
note-bound = ✓ This group now serves { $grid } ({ $code }). Whatever is offered here, tap “{ label-claim }” to take it.
note-unbound = This group is unbound and gets no more tasks.
# “Remain anonymous” is what Telegram's own menu calls it.
group-anonymous = You are an anonymous administrator, so I cannot see who you are. Please switch off “Remain anonymous” for yourself in the group's administrators, and send it again.

# The bot was added to a group.
group-hello = Hello everybody, I am Redvest 🦺 When a neighbour needs a hand, it is posted here; tap “{ label-claim }” to take it.
    Grid leader, please send here: /bind CODE, or /bind and the grid's name
group-hello-again = Hello everybody, Redvest is back 🦺 This group used to serve { $grid }.
    Grid leader, please send /bind { $code } here, and we go on.
group-language = 本群用哪种语言？ · Which language for this group?

# What is open in the group.
open-title = 🦺 <b>Help is still needed here</b>
open-line = <b>#{ $number }</b> { $kind } · { $place } · { $free ->
    [one] 1 place
   *[other] { $free } places
} free
open-more = … and { $count } more: take these first, then send /open again.
open-nothing = No help is needed right now. New tasks are posted here.

# To those who see to a group, in private. “Send messages” is what Telegram's own menu calls it.
group-muted = ⚠️ I cannot write in “{ $title }” ({ $grid }), so tasks do not get there.
    Please have an administrator of the group switch on “Send messages” in its permissions, or make me an administrator.
group-heard = ✓ I can write in “{ $title }” ({ $grid }) again; tasks can go there.
group-topic-gone = The topic bound in “{ $title }” ({ $grid }) was closed or deleted. From now on tasks are posted in the group outside topics.
    For another topic, please send /bind { $code } there.
group-gone = I am no longer in “{ $title }” ({ $grid }), so no more tasks go there.
    To go on, please add me again and send /bind { $code }.
group-gone-open = I am no longer in “{ $title }” ({ $grid }), so no more tasks go there. Still wanted there: { $numbers }
    To go on, please add me again and send /bind { $code }.
note-unposted = <b>#{ $number }</b> could not be posted in “{ $title }” (I am not in the group, or may not write there). Please offer it to another group.
note-unserved = <b>#{ $number }</b>: “{ $title }” takes no more tasks, and nobody had taken this one. Please offer it elsewhere, or do it yourself.

refused-not-bound = This group serves no grid yet. Grid leader, please send: /bind CODE, or /bind and the grid's name
refused-not-leading = Only leaders and secretaries of this area, and administrators, can change this group's settings.
