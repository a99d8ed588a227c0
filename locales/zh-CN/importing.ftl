# 导入文件：错在哪里，应当怎样写。由运维人员在终端里阅读。

import-where-file = { $file }：{ $what }
import-where-row = { $file } 第 { $row } 行：{ $what }
import-where-blank = { $file } 第 { $row } 行，“{ $column }”列：{ $what }
import-where-cell = { $file } 第 { $row } 行，“{ $column }”列，“{ $value }”：{ $what }

## 文件

import-no-path = 没有这个文件或文件夹；请给出一个 CSV 文件夹、一个 CSV 文件，或一个 .xlsx 工作簿
import-nothing = 这里没有可导入的内容；网格、人员、类别、单位至少需要一种
import-no-table = 这不是表格；请给出一个 CSV 文件夹、一个 CSV 文件，或一个 .xlsx 工作簿
import-file-unknown = 没有叫这个名字的导入文件；是否应为 { $names }？
import-which-file = 从文件名和第一行都看不出里面是什么；请改名为 { $names } 之一
import-which-sheet = 从工作表名称和第一行都看不出里面是什么；请按 { $names } 之一命名（网格、人员、类别、单位也可以），或删去这张表
import-file-twice = { $other } 里已有同样的内容；请只留一个
import-book-alone = 工作簿夹在文件夹的文件中间；请单独导入：redvest import FILE.xlsx
import-old-book = 这种工作簿无法读取；请另存为“Excel 工作簿（.xlsx）”
import-no-book = 不管叫什么名字，这不是 Excel 工作簿，或者已经损坏；请用表格软件打开后重新另存为 .xlsx
import-locked-book = 工作簿设有密码；请取消密码后再保存
import-bomb = 工作簿展开后大得不正常（最多 { $limit }）；没有读取其中任何内容
import-too-many = 超过 { $rows } 行或 { $columns } 列；请删去多余的内容，或拆开
import-unreadable = 文件无法读取；请检查权限
import-too-large = 文件超过 { $limit }；请拆开后分次导入
import-encoding = 文字既不是 UTF-8 也不是 GB18030；请另存为“CSV UTF-8”
import-empty = 文件是空的；第一行必须是列标题
import-separator = 各列必须用逗号分隔；请另存为“CSV（逗号分隔）”
import-malformed = 从这里起不是正确的 CSV；请查找不成对的引号，或超过 131072 个字符的单元格
import-long-line = 这一行太长；请查找是否缺少换行
import-more = 错误超过 { $limit } 处；请先改正以上各处

## 列

import-column-near = 没有这一列；是否应为“{ $nearest }”？
import-column-unknown = 没有这一列；可用的列有 { $columns }
import-column-missing = 缺少“{ $wanted }”列
import-column-twice = 这一列已经以“{ $other }”出现；请只留一个
import-stray = 这个单元格没有列标题；请查找多余的逗号，或给含逗号的文字加上引号

## 单元格

import-required = 不能为空；合并的单元格请先拆开，逐行填写
import-too-long = 有 { $length } 个字符；最多 { $limit } 个
import-control = 含有看不见的控制字符；请重新输入
import-code = 编码由 1 至 32 个 A–Z a–z 0–9 _ - 组成
import-yes-no = 应为“是”或“否”
import-mode = 应为混合、托管或自管，或留空
import-mode-level = 只有小区有管理模式；这里请留空
import-household = 户不是网格；写到单元为止，不写门牌号
import-formula = 这个单元格的公式出错了；请直接写上数值
import-kind = 应为机关、企业、社会组织、物业、业委会、部门或队伍
import-role = 应为网格长、副网格长、书记、社工、物业、业委会、调解员、志愿者、党员或管理员
import-phone = 不是有效的电话号码；请写成 +86 139 1234 5678，或按本地习惯书写
import-contact = 不是有效的电话号码；请写成 0971 612 0000、+86 139 1234 5678，或 12345 这样的服务热线
import-telegram-id = 应为 Telegram 账号的数字编号，如 123456789；不能用 @用户名
import-shortened = 表格软件把这个数缩短了，后面的数字已经丢失；请把这一列设为“文本”格式，再重新填写
import-date = 没有这一天；请写成 2026-12-31
import-urgency = 应为特急、紧急、普通或低
import-first = { $part }：应为网格长、物业、业委会或单位名称
import-first-unknown = 没有叫这个名称的单位：organisations.csv 和 people.csv 里没有，以前也没有导入过；此外可写网格长、物业、业委会
import-first-mode = { $part }：“=”前面应为混合、托管或自管
import-first-twice = { $part }：这种管理模式的首办已经写过

## 各行之间

import-code-twice = 第 { $line } 行已用此编码；每个编码只能用一次
import-parent-unknown = 没有这个编码：本文件里没有，以前也没有导入过
import-parent-deep = 类别只有两级；上级本身不能再有上级
import-cycle = 绕回了自身：{ $path }；其中之一必须改换上级或不写上级
import-too-deep = 它或它的下级已超过 { $limit } 级；请换一个较高的上级
import-grid-unknown = 没有这个编码的网格：grids.csv 里没有，以前也没有导入过
import-kept-gone = 文件里没有这一列，本应保持原样；但加了 --prune，它会被去掉。请给它补上一行，或补上这一列
import-category-unknown = 没有这个编码的类别：categories.csv 里没有，以前也没有导入过
import-organisation-which = 叫这个名称的单位不止一个；请补上“网格”列，写明是哪一个
import-organisation-twice = 第 { $line } 行已为同一网格写过这个单位；请删去一行
import-person-name = 第 { $line } 行把同一电话或 telegram_id 写给了{ $other }；一个人只能有一个姓名
import-person-phone = 第 { $line } 行给同一个人写的电话是 { $other }；一个人只能有一个电话
import-person-telegram = 第 { $line } 行给同一个人写的 telegram_id 是 { $other }；一个人只能有一个 telegram_id
import-person-twice = 第 { $line } 行已把同一网格的同一角色给了同一个人；请删去一行
