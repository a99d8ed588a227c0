"""A resident's report: whatever is sent is part of it, one thing is asked at a time, and nothing is lost."""

import pytest

from bot.dispatch.atlas import STAMP
from storage import people, stamps

CARD = "您要反映的事"


async def rows(street, sql, **values):
    return [dict(row) for row in await street.app._database.read(lambda tx: tx.all(sql, **values))]


async def settled(street):
    """Everything said is taken in, and whatever was to be said to that is said."""
    await street.tg.quiet()
    while await rows(street, "SELECT 1 FROM outbox WHERE status = 'pending'"):
        await street.passes(seconds=1)


async def until(street, person, there):
    """Wait for it, letting time pass where Telegram's limits make messages wait."""
    await street._until(there, person.chat, ("what was waited for",))


def live(person, *words):
    """The draft cards in a person's chat that still have buttons, the newest last."""
    cards = [m for m in person.chat.messages if {"取消", "Cancel"} & {*m.labels}]
    return [card for card in cards if all(word in card.text for word in words)]


async def at_the_door(street, person, code="JX3-2"):
    person.start(f"at_{code}")
    await street.sees(person, "请说说哪里有什么问题")


async def lives_at(street, person, code):
    """The person has called the grid home."""

    async def write(tx):
        who = await people.by_telegram(tx, person.id)
        grid = await tx.one("SELECT id FROM grids WHERE code = :code", code=code)
        await people.set_home(tx, who.id, grid["id"], "")

    await street.sees(person, "红马甲")
    await street.app._database.transact(write)


# What is sent


async def test_a_photo_alone_is_a_report_and_reaches_who_answers(street):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    await at_the_door(street, wang)
    wang.sends_photo(b"the drain")
    card = await street.sees(wang, CARD, "1 张照片", "属于哪一类")
    assert "提交" not in card.labels
    await street.taps(wang, "不清楚")
    number = (await street.taps(wang, "提交")).text.removeprefix("已提交 ")
    receipt = await street.sees(wang, "收到了", number, "李楼长", "前答复")
    assert "2单元" in receipt.text
    await street.sees(li, "新诉求", number)
    await until(
        street, li, lambda: any(m.files == [b"the drain"] and number in m.text for m in li.chat.messages)
    )


async def test_everything_people_send_is_part_of_the_report(street):
    wang, li = street.lives("Anna", language="en"), street.lives("李", 2001)
    wang.start("at_JX3-2")
    await street.sees(wang, "Tell me or show me what is wrong, or choose a kind")
    wang.says("Something is wrong")
    wang.sends_photo(b"1")
    wang.sends_photo(b"2", caption="seen from here")
    wang.sends_video(b"3")
    wang.sends_video_note(b"4")
    wang.sends_animation(b"5")
    wang.sends_voice(b"6")
    wang.sends_audio(b"7")
    wang.sends_document(b"8", caption="the bill")
    wang.sends_location(36.62, 101.77)
    sent = ("2 photos", "3 videos", "1 voice message", "2 files", "location noted")
    await street.sees(wang, "Your report", "Something is wrong\nseen from here\nthe bill", *sent)
    await street.taps(wang, "Not sure")
    await street.taps(wang, "Submit")
    await street.sees(li, "新诉求", "Something is wrong")
    await settled(street)
    files = {file for message in li.chat.messages for file in message.files}
    assert files == {b"1", b"2", b"3", b"4", b"5", b"6", b"7", b"8"}
    assert any("location" in message.json for message in li.chat.messages)


async def test_an_album_comes_piece_by_piece_in_any_order_onto_one_card(street):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    await at_the_door(street, wang)
    album = wang.album()
    late = album.photo(b"0", late=True)
    album.photo(b"1", caption="下水道堵了")
    card = await street.sees(wang, CARD, "下水道堵了", "1 张照片")
    album.photo(b"2")
    wang.says("楼门口")
    album.video(b"3")
    below = await street.sees(wang, CARD, "下水道堵了\n楼门口", "2 张照片、🎬 1 段视频")
    album.arrives(late)
    await until(street, wang, lambda: "3 张照片" in below.text)
    assert [m for m in live(wang) if m.id != below.id] == []
    assert card.id != below.id

    await street.taps(wang, "提交")
    await street.sees(li, "新诉求", "下水道堵了")
    await settled(street)
    assert {f for m in li.chat.messages for f in m.files} == {b"0", b"1", b"2", b"3"}


async def test_five_pictures_of_an_album_make_one_card(street):
    wang = street.lives("王阿姨")
    await settled(street)
    album = wang.album()
    album.photo(b"1", caption="下水道堵了")
    card = await street.sees(wang, CARD)
    for picture in (b"2", b"3", b"4", b"5"):
        album.photo(picture)
    await until(street, wang, lambda: "5 张照片" in card.text)
    await settled(street)
    assert [m for m in wang.chat.messages if m.from_bot and CARD in m.text] == [card]


async def test_a_message_that_is_edited_reads_so_in_the_report(street):
    wang = street.lives("王阿姨")
    await at_the_door(street, wang)
    first = wang.says("灯")
    wang.says("灯不亮，三天了")
    await street.sees(wang, CARD, "灯\n灯不亮，三天了")
    wang.edits(first, "楼道的灯")
    await street.sees(wang, CARD, "楼道的灯\n灯不亮，三天了", "停电照明")


# The kind


async def test_the_kind_is_guessed_anew_as_words_come_until_it_is_chosen(street):
    wang = street.lives("王阿姨")
    await at_the_door(street, wang)
    wang.says("东西坏了")
    await street.sees(wang, CARD, "属于哪一类")
    wang.says("楼道灯不亮")
    await street.sees(wang, CARD, "类别：💡 停电照明（我猜的")
    wang.says("下水道堵了，污水返上来")
    await street.sees(wang, CARD, "类别：🚽 下水道堵塞（我猜的")
    await street.taps(wang, "改类别")
    await street.taps(wang, "🧹 环境卫生")
    await street.taps(wang, "🗑️ 垃圾清运")
    wang.says("下水道真的堵了")
    card = await street.sees(wang, CARD, "下水道真的堵了", "类别：🗑️ 垃圾清运")
    assert "我猜的" not in card.text


async def test_a_guess_says_so_in_english_too(street):
    anna = street.lives("Anna", language="en")
    anna.start("at_JX3-2")
    anna.says("The drain is blocked")
    card = await street.sees(anna, "Kind: 🚽 Blocked drain (my guess")
    assert card.labels == ["Submit", "Change kind", "Change place", "This is my home", "Cancel"]


async def test_the_kind_may_be_chosen_before_a_word_is_said(street):
    wang = street.lives("王阿姨")
    await at_the_door(street, wang)
    await street.taps(wang, "🏠 房屋设施")
    await street.taps(wang, "🛗 门禁电梯")
    await street.sees(wang, "类别：🛗 门禁电梯", "请说说哪里有什么问题")
    wang.says("楼道灯不亮")
    card = await street.sees(wang, CARD, "楼道灯不亮", "类别：🛗 门禁电梯")
    assert "提交" in card.labels


# The place


async def test_home_is_remembered_and_taken_where_no_other_place_is_named(street):
    wang = street.lives("王阿姨")
    await at_the_door(street, wang)
    wang.says("下水道堵了")
    assert (await street.taps(wang, "这是我家")).text == "记下了，以后点“住处”就行"
    card = await street.sees(wang, CARD, "3号楼 2单元（您的住处）")
    await until(street, wang, lambda: "这是我家" not in card.labels)
    await street.taps(wang, "提交")

    wang.says("我要反映")
    await street.sees(wang, "请说说哪里有什么问题")
    wang.says("楼道灯不亮")
    card = await street.sees(wang, CARD, "楼道灯不亮", "锦绣苑 3号楼 2单元（您的住处）", "对了就点")
    await street.taps(wang, "改地点")
    await until(street, wang, lambda: "在哪里" in card.text)
    assert card.labels[0] == "住处"
    await street.taps(wang, "住处")
    await until(street, wang, lambda: "（您的住处）" in card.text)
    wang.says("在红山院门口")
    await street.sees(wang, CARD, "地点：向阳社区 红山院", "对了就点")


async def test_the_key_of_a_home_that_is_no_longer_there_says_so(street):
    wang = street.lives("王阿姨")
    await lives_at(street, wang, "HS")
    wang.says("下水道堵了")
    await street.taps(wang, "改地点", "下水道堵了")
    await street.sees(wang, CARD, "下水道堵了", "在哪里")

    async def tear_down(tx):
        await tx.run("UPDATE grids SET ended_at = 1 WHERE code = 'HS'")
        await stamps.bump(tx, STAMP)

    await street.app._database.transact(tear_down)
    answer = await street.taps(wang, "住处")
    assert "过期" in answer.text


@pytest.mark.parametrize(
    ("written", "place", "rest"),
    [
        ("锦绣苑3号楼2单元502", "锦绣苑 3号楼 2单元", "502"),
        ("JX3-2", "锦绣苑 3号楼 2单元", None),
        ("红山院 院子里", "向阳社区 红山院", "院子里"),
    ],
)
async def test_while_the_place_is_asked_for_a_text_is_the_place(street, written, place, rest):
    wang, chen = street.lives("王阿姨"), street.lives("陈", 2002)
    ma = street.lives("马", 2003)
    wang.says("下水道堵了")
    await street.sees(wang, CARD, "在哪里")
    wang.says(written)
    card = await street.sees(wang, CARD, f"地点：{place}\n", *([f"具体位置：{rest}"] if rest else []))
    assert f"下水道堵了\n{written}" not in card.text
    assert ("具体位置" in card.text) == (rest is not None)
    await street.taps(wang, "提交")
    office = await street.sees(ma if "红山" in place else chen, "新诉求", "下水道堵了")
    assert (rest or "") in office.text


async def test_a_place_that_may_be_several_is_chosen_from_them(street):
    grids = """\
code,name,level,parent
XY,向阳社区,community,
JX,锦绣苑,compound,XY
JX3,3号楼,building,JX
HS,红山院,compound,XY
HS3,3号楼,building,HS
"""
    await street.settle(grids=grids, people="name,role,grid,phone,telegram_id\n马书记,secretary,XY,,2003\n")
    wang, ma = street.lives("王阿姨"), street.lives("马", 2003)
    wang.says("下水道堵了")
    await street.sees(wang, CARD, "在哪里")
    wang.says("3号楼 502")
    card = await street.sees(wang, CARD, "是下面哪一个？")
    assert card.labels == ["向阳社区 锦绣苑 3号楼", "向阳社区 红山院 3号楼", "都不是", "取消"]
    await street.taps(wang, "向阳社区 红山院 3号楼")
    await street.sees(wang, CARD, "地点：向阳社区 红山院 3号楼", "具体位置：502", "对了就点")
    await street.taps(wang, "改地点")
    await street.sees(wang, CARD, "在哪里")
    wang.says("3号楼")
    await street.taps(wang, "都不是")
    await street.taps(wang, "锦绣苑")
    await street.taps(wang, "就是这里：锦绣苑")
    await street.taps(wang, "提交")
    await street.sees(ma, "新诉求", "向阳社区 锦绣苑")


async def test_a_place_nobody_knows_is_kept_and_the_tree_is_offered(street):
    anna = street.lives("Anna", language="en")
    anna.says("The drain is blocked")
    await street.sees(anna, "Where is it?")
    anna.says("behind the old mill")
    await street.sees(anna, "I could not find that place", "Where exactly: behind the old mill")
    await street.taps(anna, "红山院")
    await street.sees(
        anna, "Place: 向阳社区 红山院", "Where exactly: behind the old mill", "If this is right"
    )


async def test_what_is_written_of_the_place_is_for_those_who_go_there_and_not_for_the_group(street):
    wang, chen, zhao = street.lives("王阿姨"), street.lives("陈", 2002), street.lives("赵志愿")
    group = street.tg.supergroup("红马甲", members=[chen, zhao])
    chen.says("/bind JX", chat=group)
    await street.sees(group, "已绑定")
    wang.says("下水道堵了")
    await street.sees(wang, CARD, "在哪里")
    wang.says("锦绣苑门卫室后面")
    await street.sees(wang, CARD, "具体位置：门卫室后面")
    number = (await street.taps(wang, "提交")).text.removeprefix("已提交 ")
    await street.sees(chen, number, "门卫室后面")
    await street.taps(chen, "派单", number)
    await street.taps(chen, "红马甲", number)
    offered = await street.sees(group, number)
    await street.taps(zhao, "接单", at=group)
    await street.sees(zhao, number, "门卫室后面")
    assert "门卫室" not in offered.text


async def test_the_place_that_the_words_name_is_taken(street):
    wang = street.lives("王阿姨")
    wang.says("红山院的下水道堵了")
    card = await street.sees(wang, CARD, "红山院的下水道堵了", "地点：向阳社区 红山院")
    assert "提交" in card.labels


async def test_a_location_is_noted_and_the_place_is_still_asked_for(street):
    wang = street.lives("王阿姨")
    wang.says("下水道堵了")
    await street.sees(wang, CARD, "在哪里")
    wang.sends_location(36.62, 101.77)
    await street.sees(wang, CARD, "位置已记下", "具体是在哪里", "下水道堵了")


async def test_a_grid_that_is_imported_while_the_bot_runs_is_found(street):
    wang = street.lives("王阿姨")
    wang.says("下水道堵了")
    await street.sees(wang, CARD, "在哪里")
    wang.says("翠湖苑")
    await street.sees(wang, CARD, "我没找到")
    folder = street.folder / "import"
    written = [(folder / name).read_text("utf-8") for name in ("grids.csv", "people.csv")]
    await street.settle(f"{written[0]}CH,翠湖苑,compound,XY\n", written[1])
    wang.says("翠湖苑")
    await street.sees(wang, CARD, "地点：向阳社区 翠湖苑")


# Several at a time


async def test_two_reports_never_mix(street):
    wang, li, chen = street.lives("王阿姨"), street.lives("李", 2001), street.lives("陈", 2002)
    await at_the_door(street, wang)
    wang.says("下水道堵了")
    first = await street.sees(wang, CARD, "下水道堵了", "2单元")
    await street.passes(seconds=1)
    await at_the_door(street, wang, "JX")
    wang.says("楼道灯不亮")
    second = await street.sees(wang, CARD, "楼道灯不亮")
    assert "下水道" not in second.text
    assert first.labels[0] == second.labels[0] == "提交"

    # Whoever taps the first one is at that one again.
    await street.passes(seconds=1)
    await wang.taps(first, "改类别").answered()
    wang.says("味道很大")
    third = await street.sees(wang, CARD, "下水道堵了\n味道很大")
    await until(street, wang, lambda: first.labels == [] and "最新的一条" in first.text)
    await wang.taps(third, "不清楚").answered()
    await until(street, wang, lambda: "提交" in third.labels)
    for card in (second, third):
        await wang.taps(card, "提交").answered()
    await street.sees(chen, "新诉求", "楼道灯不亮")
    await street.sees(li, "新诉求", "味道很大")


async def test_an_empty_report_gives_way_to_the_next(street):
    wang = street.lives("王阿姨")
    await at_the_door(street, wang)
    empty = await street.sees(wang, "请说说哪里有什么问题", "2单元")
    wang.says("/report")
    await until(street, wang, lambda: empty.labels == [])
    await street.sees(wang, "请说说哪里有什么问题")
    assert len(live(wang)) == 1
    assert len(await rows(street, "SELECT id FROM drafts")) == 1


async def test_a_reply_to_the_first_card_and_its_albums_late_piece_go_there(street):
    wang = street.lives("王阿姨")
    album = wang.album()
    album.photo(b"1", caption="下水道堵了")
    first = await street.sees(wang, CARD, "下水道堵了")
    await settled(street)
    await street.passes(seconds=1)
    wang.says("我要反映")
    await street.sees(wang, "请说说哪里有什么问题")
    wang.says("楼道灯不亮")
    await street.sees(wang, CARD, "楼道灯不亮")
    album.photo(b"2")
    await until(street, wang, lambda: "2 张照片" in first.text)


async def test_submit_tapped_twice_makes_one_request_and_says_its_number_twice(street):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    await at_the_door(street, wang)
    wang.says("下水道堵了")
    card = await street.sees(wang, CARD, "下水道堵了")
    data = card.button("提交")
    taps = [wang.taps(card, stale=data) for _ in range(3)]
    said = {(await tap.answered()).text for tap in taps}
    assert len(said) == 1
    await street.sees(li, "新诉求", said.pop().removeprefix("已提交 "))
    assert len(await rows(street, "SELECT id FROM requests")) == 1


# What is left lying


async def test_a_draft_survives_a_restart(street):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    await at_the_door(street, wang)
    wang.sends_photo(b"drain", caption="下水道堵了")
    await street.sees(wang, CARD, "下水道堵了")
    await street.close()
    await street.open()
    wang.says("味道很大")
    await street.sees(wang, CARD, "下水道堵了\n味道很大", "1 张照片")
    await street.taps(wang, "提交", "味道很大")
    await street.sees(li, "新诉求", "味道很大")


@pytest.mark.parametrize(
    ("language", "said"),
    [("zh-hans", ("收起来了", "还有照片、语音等 1 个")), ("en", ("put it away", "and one photo"))],
)
async def test_a_draft_that_is_left_for_a_day_goes_with_a_word_that_quotes_it(street, language, said):
    wang = street.lives("王阿姨", language=language)
    wang.sends_photo(b"1", caption="下水道堵了")
    card = await street.sees(wang, "下水道堵了")
    await street.passes(hours=23, minutes=59)
    assert len(await rows(street, "SELECT id FROM drafts")) == 1
    await street.passes(minutes=1)
    await street.sees(wang, "下水道堵了", *said)
    await until(street, wang, lambda: card.labels == [] and "下水道" not in card.text)
    assert await rows(street, "SELECT id FROM drafts UNION ALL SELECT id FROM pieces") == []


async def test_the_word_about_it_waits_for_the_end_of_the_quiet_hours(street):
    wang = street.lives("王阿姨")
    await street.passes(hours=14)  # 23:00
    wang.says("下水道堵了")
    await street.sees(wang, CARD)
    await street.passes(hours=24)
    await settled_quietly(street)
    assert not any("收起来了" in m.text and "下水道" in m.text for m in wang.chat.messages)
    await street.passes(hours=8)
    await street.sees(wang, "收起来了", "下水道堵了")


async def settled_quietly(street):
    """What may be said now is said."""
    await street.tg.quiet()
    for _ in range(3):
        await street.passes(seconds=1)
        await street.tg.quiet()


async def test_nothing_is_said_of_a_draft_in_which_nothing_was(street):
    wang = street.lives("王阿姨")
    await at_the_door(street, wang)
    card = await street.sees(wang, "请说说哪里有什么问题")
    await settled(street)
    before = len(wang.chat.messages)
    await street.passes(days=1, hours=1)
    await until(street, wang, lambda: "收起来了" in card.text)
    await settled(street)
    assert len(wang.chat.messages) == before


# Limits


async def limited(quiet_street, limits):
    policy = quiet_street.folder / "policy.toml"
    policy.write_text(f"[limits]\n{limits}\n", "utf-8")
    await quiet_street.open(REDVEST_POLICY=str(policy))
    return quiet_street


async def test_more_media_than_fit_are_counted_and_the_rest_is_said(quiet_street):
    street = await limited(quiet_street, "media_per_request = 2")
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    await at_the_door(street, wang)
    wang.sends_album([b"1", b"2", b"3"], caption="下水道堵了")
    wang.sends_photo(b"4", caption="还有这里")
    await street.sees(wang, CARD, "下水道堵了\n还有这里", "4 张照片", "一次最多交 2 个", "最后 2 个")
    await street.taps(wang, "提交")
    await street.sees(li, "新诉求", "还有这里")
    await settled(street)
    assert {f for m in li.chat.messages for f in m.files} == {b"1", b"2"}
    await street.close()


@pytest.mark.parametrize(
    ("language", "submit", "said"),
    [("zh-hans", "提交", "已经提交了 1 件"), ("en", "Submit", "You have sent 1 today")],
)
async def test_past_the_days_limit_the_report_is_kept_for_tomorrow(quiet_street, language, submit, said):
    street = await limited(quiet_street, "requests_per_day = 1")
    wang = street.lives("王阿姨", language=language)
    for words in ("下水道堵了", "楼道灯不亮"):
        wang.start("at_JX3-2")
        wang.says(words)
        answer = await street.taps(wang, submit, words)
    assert said in answer.text and answer.alert
    await street.passes(hours=15)  # past midnight
    answer = await street.taps(wang, submit, "楼道灯不亮")
    assert "#" in answer.text
    await street.close()


async def test_five_thousand_characters_are_kept_whole(street):
    wang = street.lives("王阿姨")
    await at_the_door(street, wang)
    words = "下水道堵了" * 1000
    wang.says(words[:4096])  # as Telegram splits it
    wang.says(words[4096:])
    await street.sees(wang, CARD, "…", "对了就点")
    await street.taps(wang, "提交", "对了就点")
    (request,) = await rows(street, "SELECT words FROM requests")
    assert request["words"] == f"{words[:4096]}\n{words[4096:]}"


async def test_words_without_end_are_refused_one_message_at_a_time(street):
    wang = street.lives("王阿姨")
    await at_the_door(street, wang)
    for _ in range(4):
        wang.says("长" * 4096)
    wang.says("太长" * 2000)
    await street.sees(wang, "这一句没有加进去")
    wang.says("短的")
    await until(street, wang, lambda: wang.chat.last_from_bot.text.startswith("📝"))
    (draft,) = await rows(street, "SELECT words FROM drafts")
    assert "太长" not in draft["words"] and draft["words"].endswith("短的")


# Odd signs


@pytest.mark.parametrize(
    "words",
    ["😀😀😀", "<b>&amp;</b> <script>", "\u202e有事\u202c", "\u2066\u202eabc", "مرحبا بالعالم", "</b>&lt;"],
    ids=["emoji", "markup", "turned", "never closed", "from the right", "half markup"],
)
async def test_odd_words_and_names_are_kept_and_break_no_card(street, words):
    wang, li = street.lives(f"{words}阿姨"), street.lives("李", 2001)
    await at_the_door(street, wang)
    wang.says(words)
    await street.taps(wang, "不清楚")
    number = (await street.taps(wang, "提交")).text.removeprefix("已提交 ")
    card = await street.sees(li, "新诉求", number)
    turning = {ord(sign): None for sign in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}
    shown = words.translate(turning)
    assert f"\n{shown}\n" in card.text
    assert f"{shown}阿姨" in card.text
    assert card.text == card.text.translate(turning)
    (request,) = await rows(street, "SELECT words FROM requests")
    assert request["words"] == words
