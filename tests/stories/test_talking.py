"""Replies and messages go through the bot to the other side of a request, and nowhere else."""

import pytest

from bot.buttons import TalkOnTask, pack


@pytest.fixture
def talking(street, reported):
    """A resident, their building's leader, a number; each has their card."""

    async def begin(words="水管漏水"):
        wang, li = street.lives("王阿姨"), street.lives("李", 2001)
        number = await reported(wang, words=words)
        await street.sees(li, number)
        return number, wang, li

    return begin


@pytest.fixture
def with_volunteer(street, talking):
    """The same, and a volunteer who has taken a place."""

    async def begin():
        number, wang, li = await talking()
        zhao = street.lives("赵志愿")
        group = street.tg.supergroup("红马甲", members=[li, zhao])
        li.says("/bind JX3", chat=group)
        await street.sees(group, "已绑定")
        await street.taps(li, "派单", number)
        await street.taps(li, "红马甲")
        await street.taps(zhao, "接单", number, at=group)
        await street.sees(zhao, number, "您接了")
        return number, wang, li, zhao

    return begin


def heard(who):
    """What was relayed to somebody."""
    return [message for message in who.chat.messages if message.from_bot and message.text.startswith("💬")]


async def test_a_resident_replies_to_the_receipt_and_the_one_responsible_replies_to_that(street, talking):
    number, wang, li = await talking()
    receipt = await street.sees(wang, number, "负责人")
    await street.replies(wang, receipt, "水已经流到楼道了 <b>快</b>")
    asked = await street.sees(li, number, "居民 王阿姨", "水已经流到楼道了 <b>快</b>", "直接回复")
    await street.sees(wang, number, "已转达给李楼长")

    await street.replies(li, asked, "十分钟就到")
    answer = await street.sees(wang, number, "楼栋长 李楼长", "十分钟就到")
    await street.sees(li, number, "已转达给王阿姨")

    await street.replies(wang, answer, "好的")
    await street.sees(li, number, "居民 王阿姨", "好的")
    assert not any(str(wang.id) in m.html or "tg://" in m.html for m in li.chat.messages)
    assert not any(str(li.id) in m.html or "tg://" in m.html for m in wang.chat.messages)


async def test_a_reply_to_the_card_of_the_office_reaches_the_resident(street, talking):
    number, wang, li = await talking()
    await street.replies(li, await street.sees(li, number, "新诉求"), "在家吗？")
    await street.sees(wang, number, "楼栋长 李楼长", "在家吗？")


async def test_a_reply_to_a_message_nobody_knows_of_goes_by_its_number(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    first, second = await reported(wang), await reported(wang)
    cards = [await street.noted(await street.sees(li, number, "新诉求")) for number in (first, second)]

    async def forget(tx):  # as if the bot had died before it could note them
        await tx.run("DELETE FROM outbox WHERE message_id IS NOT NULL OR card_id IS NOT NULL")
        await tx.run("DELETE FROM cards")

    await street.app._database.transact(forget)
    for number, card in zip((first, second), cards, strict=True):
        li.says(f"在家吗，{number}", reply_to=card)
        await street.sees(wang, number, "楼栋长 李楼长", f"在家吗，{number}")
    assert len(heard(wang)) == 2


async def test_a_reply_to_ones_own_words_follows_them(street, talking):
    number, wang, li = await talking()
    said = await street.replies(wang, await street.sees(wang, number, "负责人"), "我在家")
    await street.sees(li, "我在家")
    wang.says("一直到六点", reply_to=said)
    await street.sees(li, number, "居民 王阿姨", "一直到六点")


async def test_a_volunteer_and_the_resident_talk_and_the_leader_is_left_in_peace(street, with_volunteer):
    number, wang, li, zhao = await with_volunteer()
    await street.replies(zhao, await street.sees(zhao, number, "您接了"), "我到楼下了")
    told = await street.sees(wang, number, "志愿者 赵志愿", "我到楼下了")
    await street.sees(zhao, number, "已转达给王阿姨")
    await street.replies(wang, told, "门禁按 502")
    await street.sees(zhao, number, "居民 王阿姨", "门禁按 502")
    await street.sees(wang, number, "已转达给赵志愿")
    assert not heard(li)


async def test_while_nobody_is_responsible_it_reaches_the_administrators(street, reported):
    wang, admin = street.lives("王阿姨"), street.lives("管理员", 2004)
    number = await reported(wang)
    await street.replies(wang, await street.sees(wang, number, "管理员正在安排"), "有人吗")
    asked = await street.sees(admin, number, "居民 王阿姨", "有人吗")
    await street.replies(admin, asked, "正在找人")
    await street.sees(wang, number, "管理员 管理员", "正在找人")


async def test_media_of_every_kind_go_through(street, talking):
    number, wang, li = await talking()
    receipt = await street.noted(await street.sees(wang, number, "负责人"))
    for kind in ("photo", "video", "voice", "audio", "animation", "document"):
        getattr(wang, f"sends_{kind}")(kind.encode(), caption=f"看{kind}", reply_to=receipt)
        shown = await street.sees(li, number, "居民 王阿姨", f"看{kind}")
        assert shown.files == [kind.encode()]


async def test_what_takes_no_words_comes_below_words_of_its_own_and_can_be_replied_to(street, talking):
    number, wang, li = await talking()
    wang.sends_location(36.62, 101.77, reply_to=await street.noted(await street.sees(wang, number, "负责人")))
    location = await street.gets(li, "location")
    assert number in li.chat.messages[-2].text
    await street.replies(li, location, "看到了")
    seen = await street.sees(wang, number, "看到了")
    wang.sends_video_note(b"round", reply_to=await street.noted(seen))
    await street.gets(li, b"round")
    assert number in li.chat.messages[-2].text


async def test_an_album_goes_through_piece_by_piece_and_is_acknowledged_once(street, talking):
    number, wang, li = await talking()
    album = wang.album(reply_to=await street.noted(await street.sees(wang, number, "负责人")))
    album.photo(b"1", caption="三张")
    await street.sees(li, number, "三张")
    await street.passes(minutes=5)
    album.photo(b"2")
    album.photo(b"3")
    await street.becomes(lambda: [m.files for m in heard(li)] == [[b"1"], [b"2"], [b"3"]])
    await street.tg.quiet()
    assert sum("已转达" in m.text for m in wang.chat.messages) == 1


async def test_the_message_button_asks_for_words_and_passes_them_on(street, talking):
    number, wang, li = await talking()
    await street.taps(li, "联系居民", number)
    await street.sees(li, number, "想说什么")
    li.sends_photo(b"pipe", caption="是这根管子吗？")
    shown = await street.sees(wang, number, "楼栋长 李楼长", "是这根管子吗？")
    assert shown.files == [b"pipe"]
    await street.sees(li, number, "已转达给王阿姨")


async def test_a_claimant_has_the_message_button_as_long_as_they_hold_a_place(street, with_volunteer):
    number, wang, _, zhao = await with_volunteer()
    card = await street.sees(zhao, number, "您接了")
    zhao.taps(card, stale=pack(TalkOnTask(1)))
    await street.sees(zhao, number, "想说什么")
    zhao.says("五分钟到")
    await street.sees(wang, number, "志愿者 赵志愿", "五分钟到")

    await street.taps(zhao, "退单", number)
    zhao.says("临时有事")
    await street.sees(zhao, "已退单")
    answer = await zhao.taps(card, stale=pack(TalkOnTask(1))).answered()
    assert "晚了一步" in answer.text
    await street.replies(zhao, card, "你好")
    await street.sees(zhao, number, "没有转达")
    assert len(heard(wang)) == 1


async def test_after_the_end_it_stays_open_for_a_day_and_then_no_word_is_lost(street, talking):
    number, wang, li = await talking()
    await street.taps(li, "受理", number)
    await street.taps(li, "办结", number)
    li.says("修好了")
    result = await street.sees(wang, number, "修好了")
    await street.taps(wang, "已解决", number)
    await street.sees(li, number, "居民说")
    await street.passes(hours=23)
    await street.replies(wang, result, "谢谢你们")
    asked = await street.sees(li, number, "居民 王阿姨", "谢谢你们")

    await street.passes(hours=1)
    await street.replies(wang, result, "又漏了")
    await street.sees(wang, number, "超过一天", "没有丢")
    await street.sees(wang, "您要反映的事", "又漏了")
    await street.replies(li, asked, "不客气")
    await street.sees(li, number, "超过一天", "没有转达")
    answer = await li.taps(asked, stale="tk:1").answered()
    assert "超过一天" in answer.text
    assert len(heard(li)) == 1
    assert not heard(wang)


async def test_words_out_of_the_blue_are_asked_about_once_and_go_where_they_are_meant(street, talking):
    number, wang, li = await talking()
    wang.says("师傅什么时候来")
    question = await street.sees(wang, "师傅什么时候来", f"是说 {number}", "新的事")
    wang.sends_photo(b"wet", caption="你看")
    await street.sees(wang, "师傅什么时候来", "你看", "照片或文件 1 个")
    assert not heard(li)
    assert sum("新的事" in m.labels for m in wang.chat.messages) == 1

    await street.taps(wang, next(label for label in question.labels if number in label))
    await street.sees(li, number, "居民 王阿姨", "师傅什么时候来")
    assert (await street.sees(li, number, "居民 王阿姨", "你看")).files == [b"wet"]
    await street.sees(wang, number, "已转达给李楼长")
    await street.sees(wang, f"是说 {number}。")
    again = await wang.taps(question, stale="ab:1").answered()
    assert "晚了一步" in again.text
    assert len(heard(li)) == 2


async def test_words_about_something_new_become_a_report_of_their_own(street, talking):
    number, wang, li = await talking()
    wang.says("楼道灯坏了")
    await street.sees(wang, "是说", number)
    wang.says("三天了")
    await street.sees(wang, "楼道灯坏了", "三天了", "是说")
    await street.taps(wang, "新的事")
    await street.sees(wang, "您要反映的事", "楼道灯坏了", "三天了")
    assert not heard(li)


async def test_a_question_left_for_a_day_is_over(street, talking):
    number, wang, li = await talking()
    wang.says("师傅什么时候来")
    await street.noted(await street.sees(wang, "是说", number))
    await street.passes(days=1, hours=1)
    answer = await street.taps(wang, "新的事")
    assert "过期" in answer.text
    await street.sees(wang, "不用再回答了")
    assert not heard(li)


async def test_with_several_open_requests_each_has_a_button(street, talking, reported):
    first, wang, li = await talking()
    second = await reported(wang, words="楼道灯坏了")
    await street.sees(li, second)
    wang.says("还没有人来")
    question = await street.sees(wang, "这是说哪一件")
    assert [[n for n in (first, second) if n in label] for label in question.labels] == [
        [second],
        [first],
        [],
    ]
    await street.taps(wang, next(label for label in question.labels if first in label))
    await street.sees(li, first, "还没有人来")


async def test_a_leader_who_was_written_to_and_a_claimant_are_asked_too(street, with_volunteer):
    number, wang, li, zhao = await with_volunteer()
    zhao.says("我迷路了")
    await street.taps(zhao, next(x for x in (await street.sees(zhao, "是说")).labels if number in x))
    told = await street.sees(wang, number, "我迷路了")
    assert told
    await street.replies(wang, await street.sees(wang, number, "负责人"), "人在哪儿")
    await street.noted(await street.sees(li, number, "人在哪儿"))
    li.says("志愿者马上到")
    await street.taps(li, next(x for x in (await street.sees(li, "是说")).labels if number in x))
    await street.sees(wang, number, "楼栋长 李楼长", "志愿者马上到")


async def test_a_leader_who_was_not_written_to_reports_as_anybody_does(street, talking):
    _, _, li = await talking()
    li.says("我家楼道灯坏了")
    await street.sees(li, "您要反映的事", "我家楼道灯坏了")


async def test_replies_in_groups_are_never_relayed(street, with_volunteer):
    number, wang, li, zhao = await with_volunteer()
    group = next(chat for chat in street.tg.chats.values() if chat.title == "红马甲")
    card = await street.sees(group, number)
    for who in (li, zhao):
        who.says("我也去", chat=group, reply_to=card)
    await street.tg.quiet()
    await street.passes(seconds=5)
    assert not heard(wang) + heard(li) + heard(zhao)
    kept = await street.app._database.read(lambda tx: tx.all("SELECT * FROM pieces WHERE words = '我也去'"))
    assert kept == []


async def test_at_night_words_wait_for_the_morning_unless_the_other_side_is_awake(street, talking):
    number, wang, li = await talking()
    receipt = await street.sees(wang, number, "负责人")
    await street.passes(hours=14)  # eleven in the evening
    await street.replies(wang, receipt, "还在漏")
    await street.sees(wang, number, "休息时间", "3月4日 07:00", "李楼长")
    await street.replies(li, await street.sees(li, number, "诉求"), "我看到了吗")
    await street.sees(wang, number, "我看到了吗")
    assert not heard(li)
    await street.passes(hours=8)
    await street.sees(li, number, "还在漏")


async def test_what_waits_for_the_morning_is_for_whoever_answers_then(street, talking):
    number, wang, li = await talking()
    chen = street.lives("陈", 2002)
    await street.taps(li, "受理", number)
    receipt = await street.sees(wang, number, "李楼长")
    await street.passes(hours=14)
    await street.replies(wang, receipt, "还在漏")
    await street.sees(wang, number, "休息时间")
    li.blocks()
    await street.passes(hours=8)
    await street.sees(chen, number, "居民 王阿姨", "还在漏")
    li.unblocks()
    await street.passes(seconds=5)
    assert not heard(li)


async def test_who_answers_no_longer_passes_nothing_on_and_hears_nothing(street, talking):
    number, wang, li = await talking()
    chen = street.lives("陈", 2002)
    asked = await street.sees(li, number, "新诉求")
    await street.passes(hours=2)
    await street.taps(chen, "受理", "升级督办", number)
    await street.sees(li, number, "现在不归您办了")
    await street.replies(li, asked, "我来了")
    await street.sees(li, number, "没有转达")
    await street.replies(wang, await street.sees(wang, number, "陈网格长"), "谁来？")
    await street.sees(chen, number, "谁来？")
    assert not heard(wang) + heard(li)


async def test_the_longest_words_arrive_as_far_as_they_fit_and_are_kept_whole(street, talking):
    number, wang, li = await talking()
    words = "水" * 4096
    await street.replies(wang, await street.sees(wang, number, "负责人"), words)
    await street.sees(li, number, "居民 王阿姨", "水" * 3000, "…", "直接回复")
    kept = await street.app._database.read(
        lambda tx: tx.one("SELECT words FROM pieces WHERE purpose = 'talk'")
    )
    assert kept["words"] == words


async def test_a_reply_to_a_question_is_its_answer_and_one_to_a_draft_belongs_to_it(street, talking):
    number, wang, li = await talking()
    await street.taps(li, "受理", number)
    await street.taps(li, "办结", number)
    await street.replies(li, await street.sees(li, number, "是怎么解决的"), "换了阀门")
    await street.sees(wang, number, "办好了", "换了阀门")
    assert not heard(wang)

    wang.says("/report")
    draft = await street.sees(wang, "请说说哪里有什么问题")
    await street.replies(wang, draft, "路灯不亮")
    await street.sees(wang, "您要反映的事", "路灯不亮")
    assert not heard(li)


async def test_late_pieces_of_a_report_and_of_a_result_follow_the_first(street):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    wang.start("at_JX3-2")
    await street.sees(wang, "请说说哪里有什么问题")
    album = wang.album()
    album.photo(b"1", caption="水管漏水")
    await street.sees(wang, "您要反映的事", "水管漏水")
    late = album.photo(b"2", late=True)
    if "不清楚" in wang.chat.last_from_bot.labels:
        await street.taps(wang, "不清楚")
    number = ((await street.taps(wang, "提交")).text or "").removeprefix("已提交 ")
    await street.taps(li, "受理", number)
    album.arrives(late)
    assert number in (await street.gets(li, b"2")).text
    album.photo(b"5", caption="厨房也漏")
    assert number in (await street.gets(li, b"5")).text
    await street.sees(li, number, "居民补充", "厨房也漏")

    await street.taps(li, "办结", number)
    done = li.album()
    done.photo(b"3", caption="修好了")
    await street.sees(wang, number, "办好了", "修好了")
    done.photo(b"4")
    assert number in (await street.gets(wang, b"4")).text


async def test_a_late_photo_with_a_reason_stays_with_the_reason(street, with_volunteer):
    number, wang, li, zhao = await with_volunteer()
    await street.taps(zhao, "退单", number)
    album = zhao.album()
    album.photo(b"1", caption="家里有事")
    await street.sees(zhao, "已退单")
    album.photo(b"2")
    await street.tg.quiet()
    await street.passes(seconds=5)
    assert not heard(wang) + heard(li)


async def test_in_english(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("Li", 2001, "en")
    number = await reported(wang)
    await street.replies(wang, await street.sees(wang, number, "负责人"), "水已经流到楼道了")
    asked = await street.sees(li, number, "王阿姨 (resident):", "水已经流到楼道了", "reply to this message")
    await street.replies(li, asked, "On my way")
    await street.sees(li, number, "passed on to 王阿姨")
    await street.sees(wang, number, "楼栋长 李楼长", "On my way")
    li.says("Ten minutes")
    await street.sees(li, f"Is this about {number}, or something new?")
    await street.taps(li, "Something new")
    await street.sees(li, "Your report", "Ten minutes")
