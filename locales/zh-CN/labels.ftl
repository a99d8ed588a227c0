# Buttons. Short, and the same word wherever the same thing is meant.
label-report = 我要反映
label-accept = 受理
label-offer = 派单
label-resolve = 办结
label-back = 返回
label-solved = 已解决
label-not-solved = 未解决
label-claim = 接单
label-finish = 完成
label-withdraw = 退单
label-not-sure = 不清楚
label-change-kind = 改类别
label-change-place = 改地点
label-submit = 提交
label-cancel = 取消
label-that-is-all = 就这些
label-my-requests = 我的诉求
label-tasks = 接单大厅
label-my-desk = 工作台
label-more = 更多
label-here = 就是这里：{ $grid }
label-previous-page = ← 上一页
label-next-page = 下一页 →

# The command menu.
command-start = 打开菜单
command-report = 反映问题
command-my = 我的诉求
command-tasks = 接单大厅
command-desk = 工作台
command-language = 中文 / English
command-privacy = 保存了什么、谁能看到
command-help = 怎么用
command-cancel = 不写了
command-open = 还缺人的任务
command-bind = 绑定本群到网格：/bind 网格编码
command-unbind = 解除本群绑定
