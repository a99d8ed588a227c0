# Leave: of those who answer for requests, and of whoever answers meanwhile.
label-away = 请假
label-away-alone = 请假，不指定人
# $name: who answers meanwhile.
label-away-with = 请假，{ $name }接
label-back-again = 我回来了
label-nobody = 不指定
label-other-leave = 改请假
label-other-stand-in = 换个人接
label-stand-in = 找人替我接

leave-ask-when = 🌴 <b>请假到哪天？</b>点最后一天就开始。（那天也算，第二天一早就回来了）
leave-with = 这段时间替您接的是 <b>{ $name }</b>。
leave-with-nobody = 这段时间由下一位负责人接；没有的话，由社区办公室接。
leave-ask-who = 🌴 请假这段时间<b>谁替您接</b>？选好了再点到哪天。点“{ label-nobody }”，就由下一位负责人接。
# Above the days of some weeks; both are a leave-date.
leave-days = 日历：{ $first }到{ $last }
leave-date = { leave-month-name }{ $day }日
leave-month-name = { $month }月
# Below the days of some weeks.
leave-days-before = ← 再往前
leave-days-after = 再往后 →
# Among the days of some weeks, on buttons of a seventh of the width.
leave-first-of-month = 1日
# Above the days.
leave-weekday = { $weekday ->
    [mon] 一
    [tue] 二
    [wed] 三
    [thu] 四
    [fri] 五
    [sat] 六
   *[sun] 日
}
leave-day = { leave-date }{ $weekday ->
    [mon] 周一
    [tue] 周二
    [wed] 周三
    [thu] 周四
    [fri] 周五
    [sat] 周六
   *[sun] 周日
}
# How it stands; on the desk too.
leave-on = 🌴 您请假到{ $day }，新的事由下一位负责人接。
leave-on-with = 🌴 您请假到{ $day }，新的事由{ $name }接。
leave-stands-in = 🤝 您替{ $name }接到{ $day }。
leave-hint = 手上没办完的已经转给他们，居民也知道了。提前回来，点“{ label-back-again }”。
leave-over = 您现在在岗，新的事会发给您。请假期间转出去的，由接手的人办完。
leave-no-post = 您现在没有要负责的网格，不用请假。

# To whoever answers meanwhile.
leave-stand-in = 🤝 { $name }请假到{ $day }，请您替着接。有事我发给您，和平常一样点按钮就行。
leave-stand-in-over = 🤝 { $name }那边不用您替了，新的事不再转给您。已经转给您的，请办完。辛苦了！

answer-away = 好的，请假开始了。
answer-away-already = 已经是这样了，不用再点。
answer-back-again = 欢迎回来！
answer-leave-past = 这一天已经过去了，请重新选。
answer-leave-once-more = 现在上面写着谁替您接。看好了，再点一次到哪天就行。
answer-leave-no-day = 请点下面有数字的日子。
refused-no-post = 您现在没有要负责的网格，不用请假。
refused-cannot-stand-in = 这一位现在接不了（也请假了、联系不上，或者不再负责）。请看看现在写的是谁，再选一次。
