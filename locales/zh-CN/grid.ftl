# My grid: opened from the desk. HTML; plain on buttons.
label-my-grid = 🗺 我的网格
label-picture = 图
label-people = 人员
label-coverage = 缺口

# A leader of a building and of a unit has a name of their own.
role-leader-building = 楼栋长
role-leader-unit = 单元长
role-deputy-building = 副楼栋长
role-deputy-unit = 副单元长

level-street = 街道
level-community = 社区
level-compound = 小区
level-building = 楼栋
level-unit = 单元
mode-mixed = 混合管理
mode-trustee = 完全托管
mode-self = 自行管理

grid-choose = 🗺 <b>我的网格</b>
    请选一个：
grid-title = 🗺 <b>{ $grid }</b>
grid-path = { $names }
grid-between = { " › " }
grid-kind = { $level } · { $mode }
grid-dedicated = { $level }（专属网格）
grid-inside = 里面有：{ $levels }
grid-level-count = { $level } { $count }
grid-level-between = { " · " }
grid-open = 📌 还没办完的诉求：{ $count } 件
grid-open-none = 📌 没有没办完的诉求
grid-posts = <b>岗位</b>
grid-post = { $mark } { $name }（{ $role }）
grid-post-away = { $mark } { $name }（{ $role }），请假到{ $until }
grid-post-stand-in = { $mark } { $name }（{ $role }），请假到{ $until }，由{ $by }代管
grid-post-more = ……还有 { $count } 人，在“{ label-people }”里
grid-nobody = ⚠️ 这里还没有{ $role }
grid-bind = 👥 还没有自己的群。把机器人拉进志愿者群，在群里发：<code>/bind { $code }</code>
grid-children = <b>下一级</b>（{ $count }）
grid-child = { $grid }：{ $who }
grid-child-busy = { $grid }：{ $who } · { $count } 件没办完
grid-child-vacant = ⚠️ 没有{ $role }
grid-child-through = 归{ $grid }管
grid-legend = ✓ 已开通　! 没开通　⛔ 联系不上　🏖 请假
grid-not-yours = 这里不归您管了。请从“{ label-my-desk }”重新打开“我的网格”。
answer-picture = 图正在画，一会儿就发给您。
