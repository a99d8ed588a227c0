# 管理员在私聊里发来导入文件。HTML。

label-confirm-import = 确认导入
label-show-rows = 看明细

upload-title = 📄 <b>{ $name }</b>
upload-checking = 收到，正在检查，请稍等……
upload-ready = 检查好了，没有错误。导入以后会这样：
upload-writing = 正在导入，请稍等……
upload-done = ✅ 导入好了。
upload-nothing-new = ✅ 和现在的完全一样，没有要改的。
upload-cancelled = 已取消，什么也没有动。
upload-anew = <b>请再看一遍</b>：您看过以后名册又变了，所以还没有导入。
upload-count = { $file }：新增 { $added }，修改 { $changed }，不变 { $unchanged }，文件里没有的 { $gone }
upload-gone-stay = 文件里没有的会照旧留着，不会删。
upload-ask = 确认无误，请点“{ label-confirm-import }”。
upload-faults = 有 { $count } 处要改，什么也没有导入：
upload-line = · { $line }
upload-more = 还有 { $count } 条，这里不列了。
upload-send-again = 改好以后，把文件再发给我。
upload-not-yours = 您现在不是管理员了，这个文件不再显示。
upload-trouble-large = 文件超过 20 MB，Telegram 不给我看。请在服务器上用 redvest import 导入，或者拆成几个小文件再发。什么也没有动。
upload-trouble-lost = 这个文件我取不到，请再发一次。什么也没有动。
upload-trouble-failed = 没有导入成，什么也没有动。请再发一次；还不行，请维护人员看运行日志。

upload-file-grids = 网格
upload-file-people = 人员
upload-file-categories = 类别
upload-file-organisations = 单位

# 一行：标记、文件、谁，后面是改了的内容。
upload-row-added = { $mark } { $file } <b>{ $subject }</b>
upload-row-changed = { $mark } { $file } <b>{ $subject }</b>
upload-row-gone = { $mark } { $file } <b>{ $subject }</b>：文件里没有，照旧留着
upload-row-replaced = { $mark } { $file } <b>{ $subject }</b>：内置的，由您的清单代替
upload-row-values = ：{ $values }

answer-upload-begun = 开始导入
refused-upload-over = 这个文件已经导入、正在导入或者取消了。
