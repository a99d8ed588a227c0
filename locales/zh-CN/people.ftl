# 人员：谁有岗位、谁开通了，邀请和换账号。HTML。

label-invite = 邀请
label-move-account = 换账号
label-move-for-sure = 确定换账号

people-title = <b>{ label-people }</b>
people-title-grid = <b>{ label-people } · { $grid }</b>
people-counts = 共 { $people } 人，没开通的 { $unlinked } 人
people-unreachable = 开通了、但联系不上的 { $count } 人
people-tap = 没开通的排在前面。点名字看详情、发邀请。
    ! 没开通　⛔ 联系不上　✓ 已开通
people-nobody = 这里名册上还没有人。请管理员导入名册。
people-not-yours = 这里的人员现在不归您管了。
people-no-post = 这个人在您这一片已经没有岗位了。

people-person = <b>{ $name }</b>
people-office = · { $office }
people-office-of = · { $office }（{ $organisation }）
people-until = ，到 { $day } 为止
people-elsewhere = 在别处还有岗位，请管理员来邀请。
people-phone = 电话：{ $phone }
people-linked = ✓ 已开通，消息收得到。
people-unlinked = ! 还没开通：有事发不到他那里，会直接转给下一位。
people-unreached = ⛔ 开通了，但联系不上：可能停用了红马甲，请打电话提醒他重新打开。
people-sure = <b>真的要换账号吗？</b>
    现在的账号会马上停下，变成普通居民；他负责的事先转给下一位。
    岗位、名字和办过的事都留着。我会马上给您一个新的邀请，请转给本人。

# 发给邀请人，可以原样转给本人。
invitation = <b>{ $name }</b>，您好！红马甲请您来：{ $posts }。
    请用手机打开这个链接，或者扫上面的二维码，再点“开始”：
    { $link }
    只给您一个人用，{ $days } 天内有效，用过一次就失效。请不要发到群里。

answer-invitation = 邀请在下面，请转给本人
answer-account-free = 原账号已停下，新邀请在下面
refused-own-account = 自己的账号请别的管理员来换。
welcome-moved = 这个账号不再是名册上的 { $name } 了，那边的事由别的账号接着办。如果弄错了，请联系社区管理员。
    家里有事，照样点“{ label-report }”。
