# 演练场网页上的操作为什么没有成功。纯文本。

page-refused-incomplete = 还缺内容，补全后再发。
page-refused-unknown = 这一项已经不在了，请刷新页面。
page-refused-message-gone = 这条消息已经不在了，请看聊天里后面的消息。
page-refused-not-inside = { $name }不在“{ $chat }”里，请先重新进群。
page-refused-one-at-a-time = 这类内容一次只能发一个。
page-refused-telegram = Telegram 不允许这样做：{ $why }。
page-refused-moving = 时间正在往前走，请等时钟停下来。
page-refused-no-deadline = 现在没有在走的时限，先反映一件事。
page-refused-state = 这个文件不是这一版演练场存下的，请选择在这里存的文件。
page-refused-too-large = 演练场里的内容太多，存不下了。请重新开始一次，少发一些视频或者发小一点的。
