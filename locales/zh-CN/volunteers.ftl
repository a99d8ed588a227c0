# The group's card: nothing that tells who the resident is.
task-heading = <b>#{ $number }</b> { $kind } · 需要 { $places } 人
task-held = 已接 { $held }/{ $places }：{ $names }
task-nobody = 还没有人接，还差 { $free } 人
task-free = 还差 { $free } 人
task-full = 人齐了，谢谢大家！
task-done = ✓ 已完成，谢谢：{ $names }
task-withdrawn = 这件事已经结束，不用再接了。
task-unserved = 本群不再接单了。
# A claimant who is there.
claimant-there = { $name }（已到达）

# The claimant's own card.
claim-title = 🦺 您接了 <b>#{ $number }</b> { $kind }
claim-together = 一起去的：{ $names }
claim-next = 到了点“{ label-arrive }”，办好点“{ label-finish }”；去不了请点“{ label-withdraw }”，好让别人接。
claim-there = ✓ 您已到达。办好后点“{ label-finish }”。
claim-done = ✓ 您已完成，谢谢！
claim-over = 这件事已经结束。
claim-withdrawn = 您已退单。

# The list of tasks.
tasks-title = 🦺 <b>接单大厅</b>
tasks-taken = 您接了的：
tasks-free = 您能接的，点开看看：
taken-line = <b>#{ $number }</b> { $kind } · { $place }
tasks-none = 您那一片现在没有缺人的事。有新的会发到群里，也会列在这里。
tasks-no-group = 这里还没有您能接的。想帮街坊的忙，请找网格长拉您进红马甲群：群里有事，点“{ label-claim }”就行。

# To the resident.
note-claimed = <b>#{ $number }</b> 有志愿者接单了。
# To the one responsible.
note-unclaimed = <b>#{ $number }</b> 派到“{ $title }”还没有人接。可以换个群再派，或者自己办。
note-withdrawn = <b>#{ $number }</b> { $name }退单了：{ $reason }
note-unreached = <b>#{ $number }</b> { $name }收不到私信，名额已经让出来了。请打电话问一声，或者另找人。
# To a volunteer who held a place.
note-released = <b>#{ $number }</b> 已经结束，您不用再去了，谢谢！

# Lines that answer a tap, in the group too: nothing personal here.
answer-claimed = 接单成功，详情已私信给您
answer-withdrawn = 已退单
answer-arrived = 好的，路上辛苦了！
answer-arrived-before = 您已经说过到了，办好点“{ label-finish }”。
answer-too-many-claims = 您手上已有 { $limit } 单，最多同时接 { $limit } 单。先完成一单再来吧。
refused-task-over = 这件事已经结束，不用再接了。
refused-place-taken = 人已经齐了，谢谢您！
refused-already-held = 您已经接了这一单。
refused-own-request = 这是您自己反映的事，请让邻居来帮忙。
refused-too-many-claims = 您手上的单已经够多了，先完成几个再来吧。
refused-not-started = 请先打开红马甲点“开始”，再回来接单。
