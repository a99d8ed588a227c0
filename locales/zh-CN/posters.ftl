# 海报：聊天里、纸上、命令行。
answer-posters = 海报正在制作，一会儿就发给您。
drawing-failed = 抱歉，没有做成。请再试一次；还不行的话，请告诉管理员。

# 纸上的海报。
poster-title = 红马甲
poster-slogan = 家门口的事，跟我们说一声
poster-do =
    扫一扫，发张照片或说句话，
    就有人来管。
poster-without = 没有 Telegram？请找楼长或网格长，他们替您报。
