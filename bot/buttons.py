"""Every button is a type; its data is a short word and whole numbers, well under Telegram's 64 bytes.

Buttons live for ever: a word is never given another meaning, and what cannot be read is no button.
"""

from dataclasses import astuple, dataclass, fields


@dataclass(frozen=True, slots=True)
class Press:
    """A button that was made by `pack` and comes back by a tap."""


@dataclass(frozen=True, slots=True)
class PressOnRequest(Press):
    request_id: int


@dataclass(frozen=True, slots=True)
class PressOnTask(Press):
    task_id: int


@dataclass(frozen=True, slots=True)
class PressOnDraft(Press):
    draft_id: int


class Accept(PressOnRequest):
    """Accept / 受理"""


class Offer(PressOnRequest):
    """Offer / 派单: shows where it can go."""


@dataclass(frozen=True, slots=True)
class OfferPlaces(PressOnRequest):
    """How many people are wanted."""

    places: int


@dataclass(frozen=True, slots=True)
class OfferTo(PressOnRequest):
    """Sends the task to a group."""

    group_id: int
    places: int


class Resolve(PressOnRequest):
    """Done / 办结 of the one responsible: asks for the result."""


class Back(PressOnRequest):
    """Back / 返回 to the card's first page."""


class Confirm(PressOnRequest):
    """Solved / 已解决"""


class Reopen(PressOnRequest):
    """Not solved / 未解决: asks for the reason."""


class Claim(PressOnTask):
    """Claim / 接单"""


class Finish(PressOnTask):
    """Done / 完成 of a claimant: asks for the result."""


class Withdraw(PressOnTask):
    """Withdraw / 退单: asks for the reason."""


@dataclass(frozen=True, slots=True)
class PickKind(PressOnDraft):
    """A category, which shows its items, or an item; 0 is Not sure / 不清楚."""

    category_id: int


@dataclass(frozen=True, slots=True)
class OpenGrid(PressOnDraft):
    """Shows the grids inside one; 0 is the top."""

    grid_id: int


@dataclass(frozen=True, slots=True)
class PickGrid(PressOnDraft):
    """This is the place."""

    grid_id: int


@dataclass(frozen=True, slots=True)
class TurnPage(PressOnDraft):
    """Another page of what is listed, counted from 0."""

    page: int


class ChangeKind(PressOnDraft):
    """Change kind / 改类别"""


class ChangePlace(PressOnDraft):
    """Change place / 改地点"""


class Submit(PressOnDraft):
    """Submit / 提交"""


class CancelDraft(PressOnDraft):
    """Cancel / 取消"""


class CancelPrompt(PressOnRequest):
    """Cancel / 取消 when words are asked for."""


class ThatIsAll(PressOnRequest):
    """That is all / 就这些 when photos came without words."""


@dataclass(frozen=True, slots=True)
class PickFound(PressOnDraft):
    """One of the grids that the written place may mean."""

    grid_id: int


class PickHome(PressOnDraft):
    """Home / 住处: the place is the person's home."""


class MakeHome(PressOnDraft):
    """This is my home / 这是我家: the chosen place is remembered as home."""


class SendLocation(PressOnDraft):
    """Send location / 发送位置: puts Telegram's own key for that below the chat."""


class UnsureWhere(PressOnDraft):
    """Not sure / 不清楚 when the place is asked for."""


class GoOn(PressOnDraft):
    """Go on / 继续反映: the numbers to call were seen."""


@dataclass(frozen=True, slots=True)
class ReportAsWell(Press):
    """Report this as well / 另外反映这件事: what was said about a request, below the numbers to call."""

    piece_id: int


@dataclass(frozen=True, slots=True)
class LookForHome(Press):
    """A page of the grids inside one, to choose a home from; grid 0: the top."""

    grid_id: int
    page: int


@dataclass(frozen=True, slots=True)
class HomeIs(Press):
    """Home is this grid; 0: Forget it / 忘掉."""

    grid_id: int


class Reassign(PressOnRequest):
    """Reassign / 转交: shows to whom."""


@dataclass(frozen=True, slots=True)
class ReassignTo(PressOnRequest):
    """To this person: asks for the reason."""

    person_id: int


class Decline(PressOnRequest):
    """Decline / 不予受理: asks for the reason."""


class Talk(PressOnRequest):
    """Message / 联系居民: asks for the words."""


class Reword(PressOnRequest):
    """Group's words / 改群里的话: asks what groups are to read."""


class ShowMedia(PressOnRequest):
    """Photos and files / 照片和附件: sends them again."""


class Appeal(PressOnRequest):
    """Appeal / 申诉: asks for the reason."""


@dataclass(frozen=True, slots=True)
class Rate(PressOnRequest):
    """★ … ★★★★★"""

    stars: int


class SkipComment(PressOnRequest):
    """Skip / 跳过: no words to the stars."""


class Add(PressOnRequest):
    """Add / 补充: asks for more words or photos."""


class CancelRequest(PressOnRequest):
    """Cancel request / 撤回: asks whether that is meant."""


class CancelForSure(PressOnRequest):
    """Yes, cancel it / 确定撤回"""


class ShowHistory(PressOnRequest):
    """History / 经过"""


class OpenRequest(PressOnRequest):
    """One request in a list: shows its card."""


class Arrive(PressOnTask):
    """Arrived / 到达"""


class TalkOnTask(PressOnTask):
    """Message / 联系居民 of a claimant."""


class OpenTask(PressOnTask):
    """One task in a list: shows its card."""


@dataclass(frozen=True, slots=True)
class About(Press):
    """What was just said is about this request; 0 is New / 新的诉求."""

    request_id: int


@dataclass(frozen=True, slots=True)
class TurnList(Press):
    """Another page of a list, counted from 0: of My requests (0), the desk (1), tasks (2)."""

    which: int
    page: int


@dataclass(frozen=True, slots=True)
class ChooseLanguage(Press):
    """One of the languages, by its place in `texts.LANGUAGES`."""

    language: int


@dataclass(frozen=True, slots=True)
class OpenMore(Press):
    """More / 更多 → 0 language, 1 privacy, 2 help, 3 home, 4 share the phone number."""

    what: int


@dataclass(frozen=True, slots=True)
class MakePosters(Press):
    """Posters / 海报: a page for each door of a grid, as one document."""

    grid_id: int


@dataclass(frozen=True, slots=True)
class OpenPeople(Press):
    """People / 人员: who has a post in a grid and below it, from a page on (counted from 0); grid 0 is
    wherever the reader leads."""

    grid_id: int
    page: int


@dataclass(frozen=True, slots=True)
class OpenPerson(Press):
    """One of them; grid and page are those to go back to."""

    person_id: int
    grid_id: int
    page: int


@dataclass(frozen=True, slots=True)
class PressOnPerson(Press):
    person_id: int


class Invite(PressOnPerson):
    """Invitation / 邀请: makes their link and its picture."""


class MoveAccount(PressOnPerson):
    """Move account / 换账号: asks whether that is meant."""


class MoveForSure(PressOnPerson):
    """Yes, move it / 确定换账号"""


@dataclass(frozen=True, slots=True)
class PressOnUpload(Press):
    upload_id: int


class ConfirmUpload(PressOnUpload):
    """Confirm / 确认导入"""


class CancelUpload(PressOnUpload):
    """Cancel / 取消 on an import file."""


@dataclass(frozen=True, slots=True)
class TurnUpload(PressOnUpload):
    """A part of what was found in an import file: 0 all in short (or its faults), 1 row by row; which page
    of it, counted from 0."""

    part: int
    page: int


class OpenMyGrid(Press):
    """My grid / 我的网格: how it stands there."""


@dataclass(frozen=True, slots=True)
class ViewGrid(Press):
    """Another grid on that card, from a page of its children on; grid 0: the reader's own ones."""

    grid_id: int
    page: int


@dataclass(frozen=True, slots=True)
class DrawGrid(Press):
    """Picture / 图 of a grid."""

    grid_id: int


@dataclass(frozen=True, slots=True)
class ShowCoverage(Press):
    """Coverage / 缺口: where nobody answers within a grid; grid 0: anywhere."""

    grid_id: int


@dataclass(frozen=True, slots=True)
class TurnCoverage(Press):
    """Another page of that, counted from 0."""

    grid_id: int
    page: int


class Away(Press):
    """I am away / 请假: asks until when, and says who answers meanwhile."""


@dataclass(frozen=True, slots=True)
class AwayUntil(Press):
    """No longer made: the last day away, of a screen that did not say who answers meanwhile."""

    day: int


@dataclass(frozen=True, slots=True)
class AwayWith(Press):
    """The last day away, as Python's ordinal, and who answers meanwhile (0: nobody): it begins."""

    day: int
    person_id: int


class StandsIn(PressOnPerson):
    """Who answers meanwhile; 0 is Nobody / 不指定. Asks until when; from the desk too."""


class OtherStandIn(Press):
    """Somebody else / 换个人接: shows the names."""


@dataclass(frozen=True, slots=True)
class OtherDay(Press):
    """Later / 再往后 and Earlier / 再往前: shows the weeks around a day, as Python's ordinal."""

    day: int


class NoDay(Press):
    """A cell of the calendar without a day to choose."""


class BackAgain(Press):
    """I am back / 我回来了"""


class CorrectPlace(PressOnRequest):
    """Change place / 改地点 of those who answer: asks where it is, or why where that is likely enough."""


class CorrectKind(PressOnRequest):
    """Change kind / 改类别 of those who answer: asks what it is, or why where that is likely enough."""


class LookAround(PressOnRequest):
    """Another place / 别的地方: shows where it may be."""


@dataclass(frozen=True, slots=True)
class LookInGrid(PressOnRequest):
    """Elsewhere / 别处, or a grid with others inside: a page of those; grid 0: the top."""

    grid_id: int
    page: int


@dataclass(frozen=True, slots=True)
class LookInKind(PressOnRequest):
    """A category: shows its items; 0, Another kind / 别的类别: shows what it may be."""

    category_id: int


@dataclass(frozen=True, slots=True)
class PlaceIs(PressOnRequest):
    """There it is: asks why."""

    grid_id: int


@dataclass(frozen=True, slots=True)
class KindIs(PressOnRequest):
    """That it is: asks why."""

    category_id: int


@dataclass(frozen=True, slots=True)
class PlaceFor(PressOnRequest):
    """Changes the place, for one of the common reasons; 0, which is no longer made, asks why."""

    grid_id: int
    reason: int


@dataclass(frozen=True, slots=True)
class KindFor(PressOnRequest):
    """Changes the kind, for one of the common reasons; 0, which is no longer made, asks why."""

    category_id: int
    reason: int


@dataclass(frozen=True, slots=True)
class GiveTo(PressOnRequest):
    """From the office's queue: this person answers."""

    person_id: int


WORDS: dict[type[Press], str] = {
    Accept: "ac",
    Offer: "of",
    OfferPlaces: "op",
    OfferTo: "ot",
    Resolve: "rs",
    Back: "bk",
    Confirm: "cf",
    Reopen: "ro",
    Claim: "cl",
    Finish: "fi",
    Withdraw: "wd",
    PickKind: "dk",
    OpenGrid: "do",
    PickGrid: "dg",
    TurnPage: "dp",
    ChangeKind: "ck",
    ChangePlace: "cp",
    Submit: "ds",
    CancelDraft: "dx",
    CancelPrompt: "px",
    ThatIsAll: "pa",
    PickFound: "df",
    PickHome: "dh",
    MakeHome: "dm",
    SendLocation: "dl",
    UnsureWhere: "du",
    GoOn: "dd",
    ReportAsWell: "rd",
    LookForHome: "hg",
    HomeIs: "hm",
    Reassign: "ra",
    ReassignTo: "rt",
    Decline: "dc",
    Talk: "tk",
    Reword: "rw",
    ShowMedia: "sm",
    Appeal: "ap",
    Rate: "st",
    SkipComment: "sk",
    Add: "ad",
    CancelRequest: "cx",
    CancelForSure: "cy",
    ShowHistory: "hi",
    OpenRequest: "or",
    Arrive: "ar",
    TalkOnTask: "tt",
    OpenTask: "ta",
    About: "ab",
    TurnList: "tl",
    ChooseLanguage: "la",
    OpenMore: "mo",
    OpenPeople: "pl",
    OpenPerson: "pn",
    Invite: "in",
    MoveAccount: "ma",
    MoveForSure: "mf",
    ConfirmUpload: "uy",
    CancelUpload: "ux",
    TurnUpload: "up",
    MakePosters: "mp",
    OpenMyGrid: "mg",
    ViewGrid: "vg",
    DrawGrid: "gp",
    ShowCoverage: "cv",
    TurnCoverage: "ct",
    Away: "aw",
    AwayUntil: "au",
    AwayWith: "ay",
    StandsIn: "sb",
    OtherStandIn: "sc",
    OtherDay: "od",
    NoDay: "nd",
    BackAgain: "ib",
    CorrectPlace: "xp",
    CorrectKind: "xk",
    LookAround: "xa",
    LookInGrid: "xg",
    LookInKind: "xi",
    PlaceIs: "xl",
    KindIs: "xm",
    PlaceFor: "xr",
    KindFor: "xs",
    GiveTo: "gv",
}
BY_WORD = {word: press for press, word in WORDS.items()}
LARGEST = 2**63 - 1


def pack(press: Press) -> str:
    """A button's data, such as "cl:12"."""
    return ":".join([WORDS[type(press)], *map(str, astuple(press))])


def parse(data: str | None) -> Press | None:
    """The button of some data; None for what is no button of ours."""
    word, *numbers = (data or "").split(":")
    press = BY_WORD.get(word)
    if press is None or len(numbers) != len(fields(press)):
        return None
    if not all(map(_is_number, numbers)):
        return None
    return press(*map(int, numbers))


def _is_number(text: str) -> bool:
    plain = text.isdecimal() and text.isascii() and len(text) <= len(str(LARGEST))
    return plain and int(text) <= LARGEST
