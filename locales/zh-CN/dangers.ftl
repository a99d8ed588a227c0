# 在反映之前单独显示：现在打什么电话。HTML，话要少而直白。

label-report-as-well = 另外反映这件事
label-go-on = 继续反映

danger-fire = 🔥 <b>着火了吗？
    马上打 { $fire }！</b>

    叫大家快出来，随手关门，不要坐电梯。
    有人受伤：<b>{ $ambulance }</b>
danger-gas = ⚠️ <b>闻到煤气味了吗？
    开窗。不要碰开关，不要点火。马上到屋外去。</b>

    到外面再打：<b>{ $fire }</b>
danger-gas-company = 燃气公司：<b>{ $number }</b>
danger-injury = 🚑 <b>有人受伤或者情况不好吗？
    马上打 { $ambulance }！</b>

    陪在身边，说清楚地址，电话不要挂。
danger-crime = 🚨 <b>您或别人有危险吗？
    马上打 { $police }！</b>

    先到安全的地方去。有人受伤：<b>{ $ambulance }</b>
danger-then = 我不能替您打电话。人安全了，再点“{ label-go-on }”，告诉社区。

# 对已有的诉求说到危险时。
danger-said = 我不能替您打电话。您的话照样送到 <b>#{ $number }</b>。如果是另外一件事，人安全了，再点“{ label-report-as-well }”。
danger-reported = 我不能替您打电话。这件事已另外开始反映，请看下面 ↓
answer-reported-already = 这件事已经另外开始反映，请看下面。
