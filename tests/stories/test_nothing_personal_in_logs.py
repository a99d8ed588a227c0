"""However loud the log, it holds no words, names, phone or door numbers of anybody."""

import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import set_up_logs

PERSONAL = ("王秀英", "下水道", "502", "13912345678", "李楼长", "通开了", "赵志愿", "家里有事", "修好了")


@pytest.fixture
def loud(capfd: pytest.CaptureFixture[str]) -> Iterator[pytest.CaptureFixture[str]]:
    """Our loggers at debug, on stderr, as with REDVEST_LOG=debug; afterwards all is as before."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    set_up_logs("debug")
    yield capfd
    logging.captureWarnings(capture=False)
    root.handlers[:] = handlers
    root.setLevel(level)
    for name in ("bot", "storage", "sandbox", "bench"):
        logging.getLogger(name).setLevel(logging.NOTSET)
    structlog.reset_defaults()


async def test_a_whole_story_leaves_nothing_personal_in_the_log(loud, street):
    wang, li = street.lives("王秀英"), street.lives("李楼长", 2001)
    zhao = street.lives("赵志愿")
    red_vests = street.tg.supergroup("锦绣苑红马甲", members=[li, zhao])
    li.says("/bind JX3", chat=red_vests)
    await street.sees(red_vests, "已绑定")
    wang.start("at_JX3-2")
    await street.sees(wang, "请说说")
    wang.says("我是王秀英，502室下水道堵了，电话13912345678")
    await street.taps(wang, "提交")
    await street.taps(li, "派单")
    await street.taps(li, "锦绣苑红马甲")
    await street.taps(zhao, "接单", at=red_vests)
    await street.taps(zhao, "退单")
    zhao.says("家里有事，王秀英的电话13912345678打不通")
    await street.sees(li, "赵志愿退单了")
    await street.passes(hours=3)

    # What goes wrong is logged as well: a message that does not arrive, an act that fails in the middle.
    wang.blocks()
    await street.taps(li, "办结")
    li.says("修好了，通开了")
    await street.passes(minutes=1)
    await street.app._database.transact(lambda tx: tx.run("DROP TABLE drafts"))
    zhao.says("我是王秀英，502室下水道堵了，电话13912345678")
    await street.tg.until(lambda: not street.tg.updates.pending)
    aside = await street.app._database.read(lambda tx: tx.all("SELECT payload FROM failed_updates"))
    assert ["13912345678" in row["payload"] for row in aside] == [True]

    logged = loud.readouterr().err
    assert "update set aside" in logged
    assert [word for word in PERSONAL if word in logged] == []
