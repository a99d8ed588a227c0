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

## Commands and their help

cli-about = Redvest takes residents' requests, brings each to the person who answers for that corner, and does not let go until it is solved.
cli-commands = commands
cli-command = COMMAND
cli-options = options
cli-help = show this help and end
cli-version = show the version and end
cli-path = PATH
cli-run = serve until stopped; makes or migrates the database itself
cli-sandbox = try it without a token: a local Telegram with invented people, in the browser
cli-sandbox-port = the port of the page (8321, or a free one where that is taken)
cli-sandbox-no-browser = only print the address
cli-sandbox-story = play a story by itself, at reading speed: drain, …
cli-sandbox-state = begin with a saved state
cli-port = PORT
cli-name = NAME
cli-folder = FOLDER
cli-file = FILE
cli-run-or-sandbox = where no token is set, start the sandbox
cli-import = import grids, people, categories and organisations from CSV files or a workbook, also while the bot runs
cli-import-path = a folder of CSV files, one CSV file, or an .xlsx workbook with a sheet per file
cli-import-dry-run = change nothing, only say row by row what would change
cli-import-prune = also take away what is no longer in the files
cli-links = print an invitation link for everybody with a post who is not linked yet
cli-links-grid = only for those with a post in this grid or below
cli-links-qr = also save each link as a QR picture (SVG) in this folder
cli-migrate = make the database, or bring it to the newest revision
cli-doctor = check settings, database, way to Telegram, groups and gaps, and say how to mend each
cli-bench = measure what this machine can do
cli-unexpected = this should not have happened ({ $error }); the line above says where

run-no-token = no bot token is set: talk to @BotFather in Telegram, send /newbot, and copy the token it gives you
run-set-token = then write REDVEST_BOT_TOKEN=… into the file .env here (or into the environment) and start again
run-try-sandbox = or try it first without a token: redvest sandbox

bench-absent = the benches are not installed here; run this from a checkout of the source

migrate-done = The database is ready.

## Import

import-refused = { $faults ->
    [one] 1 fault; nothing has been changed
   *[other] { $faults } faults; nothing has been changed
}
import-tally = { $sheet }: { $added } added, { $changed } changed, { $unchanged } unchanged, { $gone } gone
import-gone = { "  " }gone from the file, kept: { $what }
import-ended = { "  " }gone from the file, taken away: { $what }
import-gone-more = { "  " }… and { $count } more
import-done = Imported.
import-dry = This was a dry run; nothing has been changed.
import-nothing-new = Everything is as it was; nothing had to be changed.
import-doing-read = Reading the database …
import-doing-check = Checking the files …
import-doing-grids = Writing grids …
import-doing-people = Writing people …
import-doing-categories = Writing categories …
import-doing-organisations = Writing organisations …
prune-nothing = has no rows, and --prune would take everything of this kind away; if that is meant, leave one row, else take the file out

## Links

links-made = { $count ->
    [one] 1 link
   *[other] { $count } links
}, each for one person and good for one use within { $days } days. Earlier links stay good as well.
links-none = Everybody with a post is linked.
links-none-here = Nobody has a post in this grid or below yet. Import people first (redvest import PATH), then come back for their links.
links-no-roster = Nobody is on the roster yet. Import people first: redvest import PATH, or an administrator sends the table to the bot. Then come back for their links.
links-no-grid = there is no grid with the code { $code }
links-no-token = No bot token is set, so the bot's name is unknown: put it in place of { $name }.
links-no-telegram = the bot's name cannot be asked for: { $error }; redvest doctor says more
links-and = { "; " }
links-post = { $role }, { $grid }

## Doctor

doctor-settings = Settings: every one can be used
doctor-database = Database: open, of the newest revision, can be written
doctor-database-none = Database: { $path } does not exist yet; redvest import or redvest run makes it
doctor-database-closed = Database: { $error }
doctor-database-unwritable = Database: it opens but cannot be written ({ $error }); look at free space and at whose the file and its folder are
doctor-policy-code = Policy: { $codes }: there is no category of this code, so these deadlines never apply; correct the code in [deadlines.CODE]
doctor-no-grids = Grids: none yet; import them with redvest import FOLDER
doctor-grids = Grids: { $count ->
    [one] 1
   *[other] { $count }
}
doctor-vacant = { $count ->
    [one] 1 grid has
   *[other] { $count } grids have
} no leader, deputy or secretary; requests there go one level up: { $names }
doctor-buildings = { $count ->
    [one] 1 building or unit has
   *[other] { $count } buildings and units have
} nobody; a leader of the building, or one for each of its units, is enough: { $names }
doctor-unlinked = { $count ->
    [one] 1 person who answers for a grid is
   *[other] { $count } people who answer for a grid are
} not linked; give each the link from redvest links: { $names }
doctor-unreachable = { $count ->
    [one] 1 person who answers for a grid has
   *[other] { $count } people who answer for a grid have
} not started the bot, or blocked it; ask them to open it and tap Start: { $names }
doctor-away = { $count ->
    [one] 1 person who answers for a grid is
   *[other] { $count } people who answer for a grid are
} on leave with nobody standing in; requests go to the next in line: { $names }
doctor-ungrouped = { $count ->
    [one] 1 grid has
   *[other] { $count } grids have
} no group, so work can be offered to nobody there; add the bot to one and send /bind CODE in it: { $names }
doctor-adrift = { $count ->
    [one] 1 group is
   *[other] { $count } groups are
} bound to a grid that is no longer in the tree, so nothing new is offered there; send /bind CODE in it with another, or /unbind: { $names }
doctor-astray = { $off } of the last { $count } locations that residents sent lie outside of the boundary of where it was. The boundaries may have been drawn on a map that shifts places (AMap, Tencent, Baidu); convert them to WGS 84 and import that
doctor-boundaries = { $count ->
    [one] 1 boundary is
   *[other] { $count } boundaries are
} no polygon by which a location can be found; correct it in grids and import that: { $names }
doctor-unserved = { $count ->
    [one] 1 organisation is
   *[other] { $count } organisations are
} to answer first by the categories, and nobody has a post for them; give somebody one, with the organisation's name: { $names }
doctor-office = No administrator can be reached: give somebody the role admin, or set REDVEST_ADMINS, and let them tap Start
doctor-no-token = Token: none is set; get one from @BotFather (/newbot) and set REDVEST_BOT_TOKEN
doctor-bot = Telegram: this is @{ $name }, by way of { $way }
doctor-no-groups = Telegram: the bot may not be added to groups; allow it with /setjoingroups at @BotFather
doctor-token-refused = Token: Telegram does not know it; copy it whole from @BotFather, or get a new one with /token
doctor-timeout = Telegram: no answer by way of { $way }; look at the network and firewall, or set HTTPS_PROXY
doctor-unreached = Telegram: { $way } cannot be reached ({ $error }); look at the network, REDVEST_API_URL and HTTPS_PROXY
doctor-polling = Updates: by polling; no webhook stands in the way
doctor-webhook = Updates: by webhook, and they arrive
doctor-webhook-left = Updates: { $url } is registered as webhook, but REDVEST_WEBHOOK_URL is not set; redvest run will take it away. If another program uses this token, each takes the other's messages
doctor-webhook-unset = Updates: the webhook of REDVEST_WEBHOOK_URL is not registered; redvest run does that. Registered now: { $url }
doctor-webhook-error = Updates: Telegram could not deliver: { $error }; look at the certificate, the proxy in front and REDVEST_LISTEN
doctor-waiting = Updates: { $count } wait at Telegram; is redvest run running?
doctor-group = Group “{ $title }”: the bot is in it and may write
doctor-group-left = Group “{ $title }”: the bot is no longer in it; add it again and send /bind there
doctor-group-mute = Group “{ $title }”: the bot may not write there; let it send messages
doctor-group-migrated = Group “{ $title }”: it has become a supergroup; this is put right by itself when something is next sent there

## The sandbox

sandbox-beginning = Setting up the sandbox: a local Telegram with invented people; nothing is sent to anybody …
sandbox-ready = The sandbox is open: { $address } (end it with Ctrl+C)
sandbox-no-story = there is no story “{ $name }”; there are { $names }
sandbox-no-start = the bot did not start; the lines above say why
sandbox-no-state = { $file } is no saved state of the sandbox
