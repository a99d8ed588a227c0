# 在反映之前单独显示：现在打什么电话。HTML，话要少而直白。

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
