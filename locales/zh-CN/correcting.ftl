# Putting a wrong place or kind right, and what the office does about its queue.
label-elsewhere = 别处
label-other-reason = 别的原因，我来写

correct-ask-place = 📍 <b>在哪里？</b>请点一处；不在这里面，点“{ label-elsewhere }”。
correct-ask-kind = 🗂 <b>是哪一类？</b>
correct-ask-reason = { $what ->
    [place] 📍 改到<b>{ $now }</b>。
   *[kind] 🗂 改成<b>{ $now }</b>。
}为什么改？点一个原因就改好了，居民会知道。
ask-correct = <b>#{ $number }</b> 为什么改？请写几个字，居民会看到。
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
