# The coverage report: where nobody answers, and what to do. HTML.
coverage-title = 🧩 <b>缺口</b>
coverage-weekly = 🧩 <b>每周缺口</b>
coverage-of = { $grid }
coverage-complete = ✓ 共 { $count } 个网格，处处有人，人人联系得上，群也都好用。
coverage-office = ⚠️ <b>没有联系得上的管理员</b>
    给一个人“管理员”岗位，请他打开机器人点“开始”。
coverage-vacant = ⚠️ <b>没有网格长、副网格长、书记的网格：{ $count }</b>
    诉求会直接报到上一级。请在名册里配人，再重新导入。
coverage-buildings = 🏢 <b>没有人的楼栋和单元：{ $count }</b>
    一栋楼有一位楼栋长，或者每个单元有一位单元长，就行。
coverage-unlinked = ! <b>还没有开通的：{ $count }</b>
    把各人的邀请链接或二维码发给他们，或请他们在机器人里点“{ label-share-phone }”。
coverage-unreachable = ⛔ <b>联系不上的：{ $count }</b>
    没有点过“开始”，或者停用了机器人。请打电话让他们打开机器人，点“开始”。
coverage-away = 🏖 <b>请了假、没有人代的：{ $count }</b>
    这段时间诉求会转给下一位。请他们在“{ label-my-desk }”里指定代办的人。
coverage-muted = 🔇 <b>发不了消息的群：{ $count }</b>
    请群管理员打开“发送消息”，或者把机器人设为管理员。
coverage-adrift = 🧭 <b>所属网格已撤销的群：{ $count }</b>
    新的派单不会再发到那里。请在群里发 /bind 网格名称 换一个网格，或发 /unbind。
coverage-ungrouped = 👥 <b>没有群的网格：{ $count }</b>
    派单没有地方去。把机器人拉进志愿者群，再在群里发那一行的命令，点一下就能复制。
coverage-unserved = 🔧 <b>分类里写了“首办”、但没有人的单位：{ $count }</b>
    请在名册里给这个单位配人，岗位的“单位”一栏写它的名字。
coverage-line = · { $name }
coverage-line-at = · { $name }（{ $at }）
coverage-line-until = · { $name }（{ $at }），到{ $until }
coverage-line-grids = · { $at }：{ $names }
coverage-line-grids-more = · { $at }：{ $names }等 { $count } 个
# Behind a grid without a group; what stands in <code> is copied by a tap.
coverage-bind = ：<code>/bind { $code }</code>
coverage-rest = ……还有 { $count } 个
# In place of the grid around a grid that has none.
coverage-top = 最上一级
