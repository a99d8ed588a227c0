"""Which columns each file has, and what they may be called."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.dispatch.importing.words import plain

CHINESE: Mapping[str, tuple[str, ...]] = {
    "code": ("编码",),
    "name": ("名称", "姓名"),
    "level": ("层级",),
    "parent": ("上级",),
    "dedicated": ("专属",),
    "mode": ("管理模式",),
    "aliases": ("别名",),
    "boundary": ("边界",),
    "role": ("角色",),
    "grid": ("网格",),
    "organisation": ("单位",),
    "phone": ("电话",),
    "skills": ("技能",),
    "languages": ("语言",),
    "until": ("截止",),
    "icon": ("图标",),
    "urgency": ("紧急程度",),
    "confidential": ("保密",),
    "first": ("首办",),
    "keywords": ("关键词",),
    "kind": ("类型",),
    "contact": ("联系电话",),
    "categories": ("服务类别",),
}
PASSED_OVER = frozenset({"序号", "备注"})
"""Columns of offices' tables that say nothing to us."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One kind of file: its name, that of such a sheet of a workbook in Chinese, the columns it must have and
    those it may have. `others`: what offices call some of these too."""

    file: str
    chinese: str
    required: tuple[str, ...]
    optional: tuple[str, ...]
    others: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names_by_language: bool = False  # may have name_en, name_fr …

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column of fixed name, in the order of the contract."""
        return self.required + self.optional

    @property
    def spellings(self) -> Mapping[str, str]:
        """Every way to write a column's title → the column."""
        return {
            word: column
            for column in self.columns
            for word in (column, *CHINESE.get(column, ()), *self.others.get(column, ()))
        }

    @property
    def title(self) -> str:
        """What a sheet of a workbook is called."""
        return self.file.removesuffix(".csv")


GRIDS = Sheet(
    "grids.csv",
    "网格",
    ("code", "name", "level"),
    ("parent", "dedicated", "mode", "aliases", "boundary"),
    {
        "code": ("网格编码", "网格编号", "编号"),
        "name": ("网格名称",),
        "level": ("网格层级", "级别"),
        "parent": ("上级网格", "上级编码"),
    },
)
PEOPLE = Sheet(
    "people.csv",
    "人员",
    ("name", "role", "grid"),
    ("organisation", "phone", "telegram_id", "skills", "languages", "until"),
    {
        "role": ("职务", "岗位"),
        "grid": ("所属网格", "所在网格", "网格编码", "网格编号"),
        "organisation": ("所属单位", "工作单位"),
        "phone": ("手机", "手机号", "手机号码", "电话号码", "联系电话", "联系方式"),
        "until": ("截止日期", "到期日期"),
    },
)
CATEGORIES = Sheet(
    "categories.csv",
    "类别",
    ("code", "name"),
    ("parent", "icon", "urgency", "confidential", "first", "keywords"),
    names_by_language=True,
)
ORGANISATIONS = Sheet(
    "organisations.csv",
    "单位",
    ("name", "kind"),
    ("grid", "contact", "categories"),
    {
        "name": ("单位名称",),
        "kind": ("单位类型",),
        "grid": ("所属网格", "所在网格", "网格编码", "网格编号"),
        "contact": ("电话", "电话号码", "联系方式", "服务热线"),
    },
)
SHEETS = (GRIDS, PEOPLE, CATEGORIES, ORGANISATIONS)


def sheet_called(name: str) -> Sheet | None:
    """The kind of file with this name, in English or Chinese."""
    wanted = plain(name)
    return next((sheet for sheet in SHEETS if wanted in (sheet.title, sheet.chinese)), None)


def title_in_chinese(sheet: Sheet, column: str) -> str:
    """The title of a column, "" if it has none; a person's name has another word than that of a thing."""
    if column == "name" and sheet is PEOPLE:
        return "姓名"
    return next(iter(CHINESE.get(column, ())), "")
