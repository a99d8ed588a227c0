# `redvest export`。由运维人员在终端里阅读；纯文本。

cli-export = 把网格、人员、类别和单位写成可以再导入的文件
cli-export-path = FILE.xlsx、FILE.json，或存放 CSV 文件的文件夹
cli-export-chinese = 列标题和用词写成中文

export-doing = 正在写文件……
export-tally = { $sheet }：{ $count } 行
export-done = 已导出到 { $path }。里面有电话号码，请妥善保管。
export-left-over = { $file } 是原来就在那里的，不属于这次导出；再次导入此文件夹前请先移走
export-nothing = 还没有可导出的内容
export-kind = { $path }：应以 .xlsx 或 .json 结尾，或者是文件夹
export-too-long = “{ $where }”的文字超过了工作簿单元格的上限；请导出到文件夹或 .json
export-unwritable = 无法写入 { $path }：{ $error }
