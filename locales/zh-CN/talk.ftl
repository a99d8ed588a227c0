# Talking through the bot. The number stands on everything; who speaks is named, never their account.
said-by-resident = 💬 <b>#{ $number }</b> 居民 { $name }：
said-by-office = 💬 <b>#{ $number }</b> { $role } { $name }：
said-by-volunteer = 💬 <b>#{ $number }</b> 志愿者 { $name }：
said-words = { $words }
said-answer = <i>要回话，直接回复这条消息就行。</i>

# What became of one's own words. $name: who gets them; $by: when.
talk-passed = ✓ <b>#{ $number }</b> 已转达给{ $name }。
talk-waits = ✓ <b>#{ $number }</b> 记下了。现在是休息时间，{ $by }转给{ $name }。
talk-nobody = <b>#{ $number }</b> 现在没有人收得到，话已经记下了。急的话，请给社区打电话或者去一趟。
talk-unreached = <b>#{ $number }</b> 刚才的话没有转到。
talk-left = <b>#{ $number }</b> 刚才为这件事发来的照片等还没有转出去，因为后来换了别的事。还需要的话，请再点一次按钮，重新发一遍。
talk-not-yours = <b>#{ $number }</b> 现在不归您办了，这句话没有转达。
talk-over = <b>#{ $number }</b> 结束已经超过一天，这句话没有转达。
talk-over-new = <b>#{ $number }</b> 结束已经超过一天，不能再转达了。您刚才的话没有丢，请看下面。
refused-talk-over = 这件事结束已经超过一天，不能再转达了。

# Words that came by themselves, while a request is open.
about-words = “{ $words }”
about-media = 收到照片或文件 { $media } 个
about-one = 是说 <b>#{ $number }</b>，还是新的事？
about-which = 这是说哪一件，还是新的事？
about-known = 好的，是说 <b>#{ $number }</b>。
about-new = 好的，是新的事，请看下面 ↓
about-over = 这个问题不用再回答了。
label-about-new = 新的事

# People whom no message reaches.
line-unreachable = ⚠️ 收不到消息，请打电话或上门
note-unreachable = ⚠️ <b>#{ $number }</b> { $name }收不到我的消息了。请打电话 { $phone }，或上门看看。
note-unreachable-no-phone = ⚠️ <b>#{ $number }</b> { $name }收不到我的消息了，也没有留电话。请上门看看。
note-reachable = <b>#{ $number }</b> { $name }又能收到消息了。
answer-unreachable = 居民收不到消息，请打电话或上门，见下面。
