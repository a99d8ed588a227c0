# 命令行与设置。由运维人员在终端里阅读；纯文本。

## 设置：应当怎样写

setting-unknown = 没有这项设置；是否应为 { $near }？
setting-env-unreadable = .env 无法读取：应为本用户可读的 UTF-8 文本文件
setting-env-line = .env 第 { $line } 行无法识别；请写成 名称=值
setting-token = 不是机器人令牌；请从 @BotFather 完整复制，形如 123456789:AAF…
setting-api-url = “{ $value }”不是 Bot API 服务器地址；形如 https://api.telegram.org
setting-database-url = 应为 sqlite:///路径 或 postgresql://用户:密码@主机/库名
setting-webhook-url = “{ $value }”不是 Telegram 能访问的地址；应以 https:// 开头（仅本机可用 http://）
setting-listen = “{ $value }”应写成 主机:端口，如 127.0.0.1:8443
setting-webhook-secret = 由 1 至 256 个 A–Z a–z 0–9 _ - 组成
setting-timezone = 没有时区“{ $value }”；形如 Asia/Shanghai
setting-language = “{ $value }”不在 { $languages } 之中
setting-admins = “{ $value }”不是 Telegram 账号的数字编号；请写数字，如 123456789，用逗号分隔
setting-log = “{ $value }”不在 { $levels } 之中
