# What a group is told, and its leaders about it.
bind-usage = 请这样发：/bind 网格编码，或 /bind 网格名称
bind-usage-own = 请这样发：/bind 网格编码，或 /bind 网格名称。您的网格：
bind-unknown = 没有编码为“{ $code }”的网格，请核对后再发一次。也可以写网格的全名，比如某小区3号楼。
# $words is what was sent; a bind-code follows for each grid that it may be. What stands in <code> is copied by a tap.
bind-which = “{ $words }”说的是哪一个？请挑一条，在群里发出来：
bind-code = { $place }：<code>/bind { $code }</code>
bind-not-yours = 只有{ $grid }或它上级的网格长、书记、管理员能绑定，请他们来发这条命令。
bind-taken = 本群已绑定到{ $grid }。要换网格，请那里的网格长先在群里发 /unbind。
bind-no-rights = 还不能绑定：我在本群不能发消息。请群管理员打开“发送消息”权限，再发一次 /bind { $code }。
bind-failed = 还没有绑定成功，Telegram 没有回答。请稍后在群里再发一次 /bind { $code }。
bind-in-group = 这条命令要在群里发。
note-bound = ✓ 本群已绑定到{ $grid }（{ $code }）。以后派到这里的活，点“{ label-claim }”就能接。
note-unbound = 本群已解除绑定，不再收到派单。
# “保持匿名” is what Telegram's own menu calls it.
group-anonymous = 您现在是匿名管理员，我看不到是谁。请在群管理员设置里关掉您的“保持匿名”，再发一次。

# The bot was added to a group.
group-hello = 大家好，我是红马甲 🦺 街坊有事要人搭把手，会发到群里，点“{ label-claim }”就能接。
    请这一片的网格长在群里发：/bind 网格编码，或 /bind 网格名称
group-hello-again = 大家好，红马甲又回来了 🦺 本群原来服务{ $grid }。
    请网格长在群里发：/bind { $code }，就能接着派单。
group-language = 本群用哪种语言？ · Which language for this group?

# What is open in the group.
open-title = 🦺 <b>这些事还缺人</b>
open-line = <b>#{ $number }</b> { $kind } · { $place } · 还差 { $free } 人
open-more = ……还有 { $count } 件，接完上面的再发一次 /open。
open-nothing = 现在没有缺人的事。有新的会发到这里。

# To those who see to a group, in private. “发送消息” is what Telegram's own menu calls it.
group-muted = ⚠️ 我在“{ $title }”（{ $grid }）里发不了消息，派单到不了那里。
    请群管理员在群权限里打开“发送消息”，或者把我设为管理员。
group-heard = ✓ 我在“{ $title }”（{ $grid }）里又能发消息了，可以接着派单。
group-topic-gone = “{ $title }”（{ $grid }）里绑定的话题关闭或删除了。以后的派单会发到群里，不进话题。
    要换话题，请到那个话题里发 /bind { $code }。
group-gone = 我已不在“{ $title }”（{ $grid }）里了，派单不会再发到那里。
    要用的话，请把我加回群，再发一次 /bind { $code }。
group-gone-open = 我已不在“{ $title }”（{ $grid }）里了，派单不会再发到那里。那里还缺人的：{ $numbers }
    要用的话，请把我加回群，再发一次 /bind { $code }。
note-unposted = <b>#{ $number }</b> 没能发到“{ $title }”（我不在群里或没有发言权限）。请换个群再派。
note-unserved = <b>#{ $number }</b> “{ $title }”不再接单了，还没有人接。请换个群再派，或者自己办。

refused-not-bound = 本群还没有绑定网格。请网格长发：/bind 网格编码，或 /bind 网格名称
refused-not-leading = 只有这一片的网格长、书记或管理员能改群里的设置。
