# Putting a wrong place or kind right, and what the office does about its queue.
label-elsewhere = 别处
label-other-place = 别的地方
label-other-kind = 别的类别

# What is written is read: a place or kind in it, and the whole of it as the reason.
correct-ask = { $what ->
    [nowhere] 📍 <b>在哪里？</b>点一处；或者直接写，例如：5号楼2单元。都不是，点“{ label-elsewhere }”。
    [place] 📍 <b>在哪里、为什么改？</b>点一处；或者直接写，例如：住户说是5号楼2单元。都不是，点“{ label-elsewhere }”。
   *[kind] 🗂 <b>是哪一类、为什么改？</b>点一类；或者直接写，例如：不是漏水，是下水道堵了。
}
# Words have come from which it was not plain what it is.
correct-which = 📝 { $words }
    { $what ->
    [place] 📍 <b>是哪一处？</b>点一下就改好了，上面这句话就是原因；也可以再写清楚些。
   *[kind] 🗂 <b>是哪一类？</b>点一下就改好了，上面这句话就是原因；也可以再写清楚些。
}
# A location has come from which it was not plain where it is.
correct-unseen = 📌 这个位置看不出是另外哪一处。
correct-danger = ‼️ 有危险先打电话：火警 { $fire }，急救 { $ambulance }，报警 { $police }。如果是另外一件事，点“{ label-back }”，再发一次。
correct-ask-reason = { $what ->
    [place] 📍 改到<b>{ $now }</b>。
   *[kind] 🗂 改成<b>{ $now }</b>。
}为什么改？点一个原因就改好了，或者直接写几个字；居民会知道。
correct-ask-proposed = { $what ->
    [place] 📍 居民的话像是说<b>{ $now }</b>。为什么改？点一个原因就改到那里；不是那里，点“{ label-other-place }”，或者直接写在哪里、为什么。
   *[kind] 🗂 居民的话像是说<b>{ $now }</b>。为什么改？点一个原因就改成它；不是它，点“{ label-other-kind }”，或者直接写是什么、为什么。
}
ask-correct = <b>#{ $number }</b> 请再写几个字：要改成什么、为什么。居民会看到。
# The common reasons, on buttons and in the history.
correct-not-here = 不在这里
correct-other-kind = 不是这一类
correct-told = 居民自己说的
correct-looked = 到现场看过
correct-office = 社区核实过地点

# To whom it came by that; $name put it right.
office-corrected = { $what ->
    [place] ↪️ { $name }改了地点，这件事在您这里：{ $reason }
   *[kind] ↪️ { $name }改了类别，这件事归您办：{ $reason }
}
# To the resident. “-queue”: while nobody has been found yet.
note-corrected = <b>#{ $number }</b> { $what ->
    [place] 地点改成了{ $now }
   *[kind] 类别改成了{ $now }
}（{ $reason }）。现在由{ $name }负责。
note-corrected-queue = <b>#{ $number }</b> { $what ->
    [place] 地点改成了{ $now }
   *[kind] 类别改成了{ $now }
}（{ $reason }）。社区正在安排负责人。
# To whoever put it right in words: a misreading is seen at once.
note-put-right = <b>#{ $number }</b> 改好了：{ $what ->
    [place] 地点改成<b>{ $now }</b>
   *[kind] 类别改成<b>{ $now }</b>
}。居民会知道。
# To whoever answers for it still, when somebody else put it right.
note-corrected-office = <b>#{ $number }</b> { $what ->
    [place] 地点改成了{ $now }
   *[kind] 类别改成了{ $now }
}（{ $reason }），还是由您负责。
# To whoever answered for it before.
note-moved-corrected = <b>#{ $number }</b> { $what ->
    [place] 地点改成了{ $now }
   *[kind] 类别改成了{ $now }
}（{ $reason }），现在由{ $name }负责，您不用再管了。
note-moved-corrected-queue = <b>#{ $number }</b> { $what ->
    [place] 地点改成了{ $now }
   *[kind] 类别改成了{ $now }
}（{ $reason }），社区正在安排负责人，您不用再管了。
# To a volunteer who held a place.
note-called-back = <b>#{ $number }</b> 情况有变，改由别人来办，您不用再去了。谢谢！
task-called-back = <b>#{ $number }</b> 这件事不在群里办了，不用再接。

history-correct = { $what ->
    [place] { $who }把地点从{ $was }改成{ $now }
   *[kind] { $who }把类别从{ $was }改成{ $now }
}
history-passed-on = 换过 { $count } 次负责人

# Below the card of what lies in the office's queue.
queue-where = 📍 <b>还不知道在哪里。</b>问清楚了点一下，就交给那里的负责人。
queue-who = 👇 点一位，就交给他办；也可以点“{ label-accept }”自己办。

answer-corrected = 改好了，居民会知道。
answer-given-to = 已交给{ $name }
