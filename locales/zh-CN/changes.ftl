# 导入会逐行改变什么。纯文本，在终端和聊天里阅读。

sheet-grids = 网格
sheet-people = 人员
sheet-categories = 类别
sheet-organisations = 单位

change-added = + { $sheet }：{ $subject }
change-changed = ~ { $sheet }：{ $subject }
change-gone = − { $sheet }：{ $subject }
change-replaced = − { $sheet }：{ $subject }（内置清单）
change-post = { $person }，{ $role }
change-with = { $line }：{ $details }
change-and = ；
change-set = { $column } { $becomes }
change-emptied = { $column } { $was } →（空）
change-from-to = { $column } { $was } → { $becomes }
change-more = …… 还有 { $count } 行
