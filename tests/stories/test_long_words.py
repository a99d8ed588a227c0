"""However much people write, every message reaches its reader, and what must be read on it is there."""

from pathlib import Path

LIMIT = 4096
"""Units of UTF-16 that Telegram takes in one message."""


def units(text):
    return len(text.encode("utf-16-le")) // 2


def all_fit(*chats):
    return all(units(message.text) <= LIMIT for chat in chats for message in chat.messages)


async def resolved(street, leader, number, words):
    await street.taps(leader, "受理", number)
    await street.taps(leader, "办结", number)
    await street.sees(leader, "是怎么解决的")
    leader.says(words)


async def test_a_report_of_many_words_is_received_and_reaches_who_answers(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    words = "水管<漏>水&" * 400
    number = await reported(wang, words=words)
    receipt = await street.sees(wang, number, "收到了", "等负责人受理")
    assert words in receipt.text
    await street.sees(li, number, "等负责人受理", words)


async def test_the_results_of_five_who_wrote_much_fit_one_message(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    helpers = [street.lives(f"志愿者{n}") for n in range(5)]
    group = street.tg.supergroup("红马甲", members=[li, *helpers])
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")
    number = await reported(wang)
    await street.taps(li, "派单", number)
    await street.taps(li, "5")
    await street.taps(li, "红马甲")
    for helper in helpers:
        await street.taps(helper, "接单", number, at=group)
    for helper in helpers:
        await street.taps(helper, "完成", number)
        await street.sees(helper, "办得怎么样")
        helper.says("😀通" * 300)
        await street.sees(helper, "您已完成")
    result = await street.sees(wang, number, "办好了", "解决了吗", "…")
    assert result.labels == ["已解决", "未解决"]
    await street.sees(li, number, "等居民确认")
    assert all_fit(wang.chat, li.chat, group)


async def test_long_words_a_long_result_and_a_long_reason_stand_on_one_card(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang, words="漏" * 2000)
    await resolved(street, li, number, "修" * 1400)
    await street.taps(wang, "未解决", "办好了")
    await street.sees(wang, "哪里没有解决")
    wang.says("还" * 1400)
    card = await street.sees(li, number, "居民说没有解决", "漏漏", "修修", "还还", "…", "等负责人受理")
    assert card.labels[:2] == ["受理", "派单"]
    assert all_fit(wang.chat, li.chat)


async def test_markup_that_people_write_is_cut_between_its_signs(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang, words="<&😀>" * 600)
    await resolved(street, li, number, "&<😀" * 375)
    result = await street.sees(wang, number, "办好了", "解决了吗", "…")
    for sign in ("&amp", "&lt", "\ufffd"):
        assert sign not in result.text
    assert all_fit(wang.chat, li.chat)


async def test_words_that_a_card_cuts_are_had_whole_with_one_tap(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang, words="水" * 3000)
    await street.taps(wang, "补充", number)
    await street.sees(wang, "要补充什么")
    wang.says("管" * 2990 + "到底")
    await street.sees(li, number, "居民补充")
    card = await street.sees(li, number, "新诉求")
    await street.taps(li, "看全文", "新诉求")
    assert "到底" not in card.text
    await street.sees(li, number, "全文", "到底")
    shown = [m.text for m in li.chat.messages if "全文：" in m.text]
    assert sum(text.count("水") for text in shown) == 3000
    assert sum(text.count("管") for text in shown) == 2990
    assert all_fit(li.chat)


def test_the_limit_is_known_in_one_place():
    bot = Path(__file__).parents[2] / "bot"
    assert [file.name for file in bot.rglob("*.py") if "4096" in file.read_text("utf-8")] == ["screen.py"]
