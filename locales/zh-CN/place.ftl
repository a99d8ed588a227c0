# 在哪里：发送位置、说不清的地方、住处。HTML。

label-send-location = 发送位置
label-show-location = 看位置

place-send-location = 请点下面的“{ label-send-location }”，我来查您在哪里。
    事情在别处，或者点了没反应？直接写地址给我就行，例如“3号楼2单元”。
place-noted = 📍 收到，谢谢。
# 字写错了，或位置在交界处。
place-ask-one = 是这里吗？
place-unsure = 地点：还不清楚，在{ $place }范围内，由社区来核实

refused-which-office = 说不准也没关系：先点一个离得最近的，进去后再点“{ label-not-sure }”，由那里的社区来核实。

# 住处，在“更多”里。门牌只有本人看得到。
label-my-home = 我的住处
label-choose-home = 选一下
label-change-home = 更换
label-forget-home = 忘掉
home-set = 🏠 您的住处：<b>{ $place }</b>
home-door = 门牌：{ $door }
    群里谁也看不到。
home-no-door = 下次在那里反映时写上门牌，再点“{ label-make-home }”，我就记住了。
home-none = 您还没说住在哪里。告诉我以后，每次反映就不用再说了。
home-ask = 您住在哪里？请选；或者直接写给我，比如“3号楼2单元502”；发个位置、扫门口的海报也行。
home-unknown = 您写的或发来的地方，我没找到。
answer-home-forgotten = 好的，已经忘掉了。
