# Why a request came to whom it came to: lines below one of the history, for those who answer.
reason-line = ↳ { $told }
reason-post = { $grid }{ $role }
# $post is the one above, or an organisation for whose sake they are asked.
reason-delegate = { $name }（{ $post }）不在，由{ $by }代办
reason-in-office = { $name }不在，由{ $by }代办
reason-past = { $why ->
    [absent] { $names }（{ $post }）不在
    [unlinked] { $names }（{ $post }）还没有开通
    [unreachable] { $names }（{ $post }）联系不上
   *[passed] { $post }：有人不能自己办这件事
}
reason-names-more = { $names }等 { $count } 人
# $who is a role or an organisation that the kind of request names to answer first.
reason-first = { $mode ->
    [mixed] 小区是混合管理，这类事先由{ $who }办
    [trustee] 小区是完全托管，这类事先由{ $who }办
    [self] 小区是自行管理，这类事先由{ $who }办
   *[none] 这类事先由{ $who }办
}
reason-failed = { $mode ->
    [mixed] 小区是混合管理，这类事先由{ $who }办
    [trustee] 小区是完全托管，这类事先由{ $who }办
    [self] 小区是自行管理，这类事先由{ $who }办
   *[none] 这类事先由{ $who }办
}；但是{ $why ->
    [vacant] 还没有登记人
    [absent] 都不在
    [unlinked] 还没有开通
    [unreachable] 联系不上
   *[passed] 不能自己办这件事
}
reason-unplaced = 地点还不清楚，先请社区问明白

# To the leader, where somebody else answers first.
informed-title = ℹ️ 您的网格里有一件诉求，先由别人办。您知道就好；要是迟了，会再告诉您。
# To whoever is on leave.
note-moved-absent = 您不在的时候，<b>#{ $number }</b> 由{ $name }接着办，您放心。
note-moved-absent-queue = 您不在的时候，<b>#{ $number }</b> 由社区管理员接着安排，您放心。
why-absent = { $grid }：网格长不在
office-unplaced = 📍 地点还不清楚，请问明白再交给人办。点“{ label-accept }”由您负责。
