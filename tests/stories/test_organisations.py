"""Organisations with their numbers: from an administrator's file onto the card of who answers."""

import pytest

ORGANISATIONS = """\
单位名称,单位类型,所属网格,服务热线,服务类别
便民热线,部门,,12345,
消防救援站,部门,XY,119,SAFE-FIRE
疏通公司,企业,JX,139 0000 0009,HOUSE-DRAIN
红山物业,物业,HS,139 0000 0008,
"""


@pytest.fixture
async def listed(street):
    admin = street.lives("管", 2004)
    await street.sees(admin, "管理员，您好")
    admin.sends_document(ORGANISATIONS.encode("gb18030"), name="共建单位.csv")
    await street.sees(admin, "单位：新增 4")
    await street.taps(admin, "确认导入")
    await street.sees(admin, "导入好了")
    return street


async def reports(street, words):
    """Somebody at building 3 says so; the card of who answers."""
    li, wang = street.lives("李", 2001), street.tg.person("王阿姨", language_code="zh-hans")
    wang.start("at_JX3")
    await street.sees(wang, "锦绣苑 3号楼")
    wang.says(words)
    await street.taps(wang, "提交")
    return await street.sees(li, words)


async def test_who_answers_sees_who_can_help_the_fitting_ones_first(listed):
    card = await reports(listed, "下水道堵了")
    helpers = [line for line in card.text.splitlines() if line.startswith("可以找")]
    assert helpers == ["可以找：疏通公司 +8613900000009", "可以找：便民热线 12345"]
