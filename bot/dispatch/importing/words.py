"""The words that import files may use, English and Chinese, each with its code.

The first Chinese word of a code is the one that an export writes.
"""

import functools
import unicodedata
from collections.abc import Iterable, Mapping

Words = Mapping[str, tuple[str, ...]]

LEVELS: Words = {
    "street": ("街道",),
    "community": ("社区",),
    "compound": ("小区",),
    "building": ("楼栋", "楼院"),
    "unit": ("单元",),
}
HOUSEHOLD: Words = {"household": ("户", "住户")}  # known, to be refused: a door number is private
MODES: Words = {
    "mixed": ("混合", "混合管理"),
    "trustee": ("托管", "完全托管"),
    "self": ("自管", "自行管理"),
}
ROLES: Words = {
    "leader": ("网格长", "楼栋长", "楼长", "单元长", "微网格长"),  # one role on different levels
    "deputy": ("副网格长",),
    "secretary": ("书记", "社区书记"),
    "staff": ("社工", "社区工作者"),
    "property": ("物业",),
    "committee": ("业委会",),
    "mediator": ("调解员",),
    "volunteer": ("志愿者",),
    "member": ("党员",),
    "admin": ("管理员",),
}
FIRST_ROLES: Words = {role: ROLES[role] for role in ("leader", "property", "committee")}
KINDS: Words = {
    "office": ("机关", "机关单位", "事业单位"),
    "firm": ("企业", "公司"),
    "social": ("社会组织",),
    "property": ("物业", "物业公司"),
    "committee": ("业委会", "业主委员会"),
    "department": ("部门", "职能部门"),
    "team": ("队伍", "服务队", "志愿队"),
}
URGENCIES: Words = {
    "emergency": ("特急",),
    "urgent": ("紧急",),
    "normal": ("普通", "一般"),
    "low": ("低", "不急"),
}
YES_NO: Words = {"yes": ("是", "y", "true", "1"), "no": ("否", "n", "false", "0")}


@functools.lru_cache(maxsize=5000)  # the same few words stand in thousands of rows
def plain(word: str) -> str:
    """A word as it is compared: full-width letters and digits made plain, case and spare blanks gone."""
    return " ".join(unicodedata.normalize("NFKC", word).casefold().split())


def code_of(word: str, words: Words) -> str | None:
    """The code that a word stands for, or None."""
    wanted = plain(word)
    return next((code for code, others in words.items() if wanted == code or wanted in others), None)


def may_have_mode(level: str) -> bool:
    """Whether a grid on this level may have a management mode: a compound, or what has a word of its own."""
    return level == "compound" or level not in LEVELS


def spellings(words: Words) -> Iterable[str]:
    """Every way to write any of the words."""
    for code, others in words.items():
        yield code
        yield from others
