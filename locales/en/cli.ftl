# The command line and its settings. Read by an operator in a terminal; plain text.

## Settings: what would be right

setting-unknown = there is no such setting; is { $near } meant?
setting-env-unreadable = .env cannot be read: it must be a UTF-8 text file that this user may read
setting-env-line = .env, line { $line }: cannot be read; write NAME=value
setting-token = is not a bot token; copy it whole from @BotFather, it looks like 123456789:AAF…
setting-api-url = “{ $value }” is not the address of a Bot API server; it looks like https://api.telegram.org
setting-database-url = must be sqlite:///PATH or postgresql://USER:PASSWORD@HOST/NAME
setting-webhook-url = “{ $value }” is no address that Telegram can call; it must begin with https:// (http:// on this machine only)
setting-listen = “{ $value }” must be HOST:PORT, such as 127.0.0.1:8443
setting-webhook-secret = may have 1 to 256 of the characters A–Z a–z 0–9 _ -
setting-timezone = there is no time zone “{ $value }”; it looks like Asia/Shanghai
setting-language = “{ $value }” is not among { $languages }
setting-admins = “{ $value }” is not the number of a Telegram account; write numbers such as 123456789, separated by commas
setting-log = “{ $value }” is not among { $levels }
