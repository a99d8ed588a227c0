"""Whatever people send, nobody's word is lost, every reader sees it as it was written, and nothing breaks."""

import pytest

from bot.texts import plain_text

TURNING = {ord(sign): None for sign in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}
ODD = {
    "emoji": "😀👍🏽👨‍👩‍👧",
    "markup": "<b>&amp;</b><script>&lt;/i></b> { $name } %s \\0 #K7D2",
    "from the right": "\u202eمرحبا بالعالم שלום\u2066abc",
}
CARD = "您要反映的事"
UNREAD, THANKS = (plain_text("zh-CN", key) for key in ("unread-kind", "phone-thanks"))


async def rows(street, statement, **values):
    return [dict(row) for row in await street.app._database.read(lambda tx: tx.all(statement, **values))]


async def settled(street):
    """Whatever was to be said is said."""
    await street.tg.quiet()
    while await rows(street, "SELECT 1 FROM outbox WHERE status = 'pending'"):
        await street.passes(seconds=1)


def heard(who, since=0):
    """What the bot has said to somebody."""
    return [message.text for message in who.chat.messages[since:] if message.from_bot]


def units(text):
    return len(text.encode("utf-16-le")) // 2


@pytest.fixture(autouse=True)
async def nothing_breaks(street):
    """After each story: no update was set aside, no message refused, none too long, none turned round."""
    yield
    await settled(street)
    assert await rows(street, "SELECT error FROM failed_updates") == []
    assert await rows(street, "SELECT kind, error FROM outbox WHERE status = 'dead'") == []
    for chat in street.tg.chats.values():
        for message in chat.messages:
            if message.from_bot:
                assert units(message.text) <= (1024 if message.files else 4096)
                assert message.text == message.text.translate(TURNING)
                assert not any(sign in message.text for sign in ("&lt;b", "&amp;amp", "\ufffd"))


async def asked(street, who):
    """Wait until the bot asks for words."""
    there = {"取消", "跳过"}
    await street._until(lambda: there & {*who.chat.last_from_bot.labels}, who.chat, ("a question",))


class Courtyard:
    """Wang reports, Li answers, Zhao helps; the group is called as oddly as they are."""

    @classmethod
    async def of(cls, street, odd):
        self = cls()
        name = odd.replace(" ", "")  # else groups are not shown its parts, as names
        self.wang, self.zhao = street.lives(f"王{name}"), street.lives(f"赵{name}")
        self.li = street.lives("李", 2001)
        self.title = f"红马甲{odd}"
        self.group = street.tg.supergroup(self.title, members=[self.zhao], admins=[self.li])
        self.li.says("/bind JX3", chat=self.group)
        await street.sees(self.group, "已绑定")
        return self


async def report(street, wang, words, place):
    """A request with these words from a place with these; its number."""
    wang.says("/report")
    await street.sees(wang, "请说说哪里有什么问题")
    wang.says(words)
    await street.leaves_the_kind_open(wang)
    await street.sees(wang, CARD, "在哪里")
    wang.says(place)
    await street.sees(wang, CARD, place.translate(TURNING))
    wang.says("3号楼2单元")
    return (await street.taps(wang, "提交", "2单元")).text.removeprefix("已提交 ")


# Odd words at every place where words are taken


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
async def test_odd_words_and_names_go_the_whole_way_as_they_were_written(street, odd):
    shown = odd.translate(TURNING)
    name = shown.replace(" ", "")
    yard = await Courtyard.of(street, odd)
    wang, li, zhao, group = yard.wang, yard.li, yard.zhao, yard.group

    # Report, place, addition
    number = await report(street, wang, f"报{odd}", f"地{odd}")
    await street.sees(li, "新诉求", number, f"🚪 地{shown}", f"报{shown}")
    await street.sees(li, f"反映人：王{name}")
    await street.taps(wang, "补充", number)
    await asked(street, wang)
    wang.says(f"补{odd}")
    await street.sees(li, number, f"补{shown}")

    # Talk, both ways
    await street.replies(wang, await street.sees(wang, number, "收到了"), f"说{odd}")
    said = await street.sees(li, f"居民 王{name}：", f"说{shown}")
    await street.replies(li, said, f"答{odd}")
    await street.sees(wang, "楼栋长 李楼长：", f"答{shown}")

    # What the group reads
    await street.taps(li, "派单", number)
    await street.taps(li, "改群里的话", number)
    await asked(street, li)
    li.says(f"群{odd}")
    await street.sees(li, number, f"群{shown}")
    await street.taps(li, yard.title, f"群{shown}")
    await street.sees(group, number, f"群{shown}")
    await street.taps(zhao, "接单", number, at=group)
    await street.sees(group, number, f"赵{name}")
    await street.sees(zhao, "您接了", f"报{shown}", f"地{shown}", f"王{name}")

    # Result, reason, comment
    await street.taps(zhao, "完成", number)
    await asked(street, zhao)
    zhao.says(f"办{odd}")
    await street.sees(wang, number, "办好了", f"办{shown}")
    await street.taps(wang, "未解决", "办好了")
    await asked(street, wang)
    wang.says(f"因{odd}")
    await street.sees(li, number, "居民说没有解决", f"因{shown}")
    await street.taps(li, "受理", number, "居民说没有解决")
    await street.taps(li, "办结", number)
    await asked(street, li)
    li.says(f"再{odd}")
    await street.sees(wang, number, f"再{shown}", "解决了吗")
    await street.taps(wang, "已解决", f"再{shown}")
    await street.taps(wang, "★★★★★", number)
    await asked(street, wang)
    wang.says(f"评{odd}")
    await street.sees(li, number, f"评{shown}")

    # All of it is kept to the letter, and told in the history
    await street.taps(wang, "经过", number)
    await street.sees(wang, number, "提交", f"评{shown}")
    (kept,) = await rows(street, "SELECT words, place_words, group_words, result, comment FROM requests")
    assert kept == {
        "words": f"报{odd}\n补{odd}",
        "place_words": f"地{odd}",
        "group_words": f"群{odd}",
        "result": f"再{odd}",
        "comment": f"评{odd}",
    }


@pytest.mark.parametrize(
    ("name", "shown"),
    [("名" * 256, "名" * 256), ("😀👨‍👩‍👧", "😀👨‍👩‍👧"), ("\u3164\u200b", "邻居"), ("\u202e", "邻居")],
    ids=["very long", "only emoji", "looks empty", "only a mark"],
)
async def test_whoever_has_an_odd_name_can_be_spoken_of(street, reported, name, shown):
    wang, zhao, li = street.lives(name), street.lives(name), street.lives("李", 2001)
    group = street.tg.supergroup("红马甲", members=[zhao], admins=[li])
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")
    number = await reported(wang)
    await street.sees(li, number, f"反映人：{shown}")
    await street.taps(li, "派单", number)
    await street.taps(li, "红马甲", number)
    await street.taps(zhao, "接单", number, at=group)
    await street.sees(group, number, f"1/1：{shown}")
    await street.replies(wang, await street.sees(wang, number, "收到了"), "在吗")
    await street.sees(li, f"居民 {shown}：", "在吗")


async def test_a_name_written_from_the_right_leaves_the_number_where_it_is(street, reported):
    wang, li = street.lives("مرحبا"), street.lives("李", 2001)
    wang.sends_contact("+8613900000077")
    number = await reported(wang)
    await street.sees(li, number, "反映人：مرحبا\u200e +8613900000077")


# Very much


async def test_five_thousand_characters_are_one_report_also_where_the_place_is_asked_for(street):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    words = "下水道堵了" * 1000
    wang.says("/report")
    await street.sees(wang, "请说说哪里有什么问题")
    wang.says(words[:4096])  # as Telegram cuts it
    wang.says(words[4096:])
    await street.sees(wang, CARD, "…", "在哪里")
    await street.passes(minutes=1)
    wang.says("3号楼2单元")
    await street.taps(wang, "提交", "2单元")
    await street.sees(li, "新诉求", "下水道堵了", "…")
    (kept,) = await rows(street, "SELECT words, place_words FROM requests")
    assert kept == {"words": f"{words[:4096]}\n{words[4096:]}", "place_words": ""}


async def test_the_rest_of_a_very_long_answer_follows_it_to_its_reader(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang)
    await street.taps(li, "受理", number)
    await street.taps(li, "办结", number)
    await asked(street, li)
    li.says("修" * 4096)
    li.says("最后换了阀门")
    await street.sees(wang, number, "修修", "…", "解决了吗")
    told = await street.sees(wang, number, "楼栋长 李楼长", "最后换了阀门")
    assert "修" not in told.text

    await street.replies(wang, told, "谢" * 4000)
    wang.says("还有一句")
    await street.sees(li, number, "居民 王阿姨", "谢谢")
    await street.sees(li, number, "居民 王阿姨", "还有一句")
    (result,) = await rows(street, "SELECT result FROM requests")
    assert result["result"] == "修" * 4096
    assert [
        row["words"] for row in await rows(street, "SELECT words FROM pieces WHERE purpose = 'talk'")
    ] == [
        "最后换了阀门",
        "谢" * 4000,
        "还有一句",
    ]
    assert await rows(street, "SELECT 1 FROM drafts") == []


async def test_a_long_caption_is_kept_and_comes_along_with_its_picture(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang)
    receipt = await street.noted(await street.sees(wang, number, "收到了"))
    wang.sends_photo(b"pipe", caption="看" * 1024, reply_to=receipt)
    shown = await street.sees(li, number, "居民 王阿姨", "看" * 900, "…")
    assert shown.files == [b"pipe"]
    (kept,) = await rows(street, "SELECT words FROM pieces WHERE purpose = 'talk'")
    assert kept["words"] == "看" * 1024


async def test_files_of_any_size_are_passed_on_unread(street):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    wang.start("at_JX3-2")
    for kind in ("video", "document", "voice", "audio", "animation"):
        getattr(wang, f"sends_{kind}")(kind.encode(), size=25_000_000)
    wang.says("下水道堵了")
    await street.taps(wang, "提交", "下水道堵了")
    await street.sees(li, "新诉求", "下水道堵了")
    await settled(street)
    assert {data for m in li.chat.messages for data in m.files} == {
        b"video", b"document", b"voice", b"audio", b"animation"
    }  # fmt: skip
    assert not street.tg.calls_of("getFile")


async def test_very_many_quick_messages_are_one_report_and_one_card(street):
    wang = street.lives("王阿姨")
    wang.start("at_JX3-2")
    for n in range(60):
        wang.says(f"第{n}句")
    await settled(street)
    (draft,) = await rows(street, "SELECT words FROM drafts")
    assert draft["words"] == "\n".join(f"第{n}句" for n in range(60))
    assert sum(CARD in text for text in heard(wang)) == 1


# What is no part of anything


NOTHING_OF_OURS = {
    "sticker": lambda who, **where: who.sends_sticker("👍", **where),
    "dice": lambda who, **where: who.sends_dice("🎲", 6, **where),
    "poll": lambda who, **where: who.sends_poll("修吗？", ["修", "不修"], **where),
    "invisible": lambda who, **where: who.says("\u3164\u200b\ufe0f", **where),
}


async def test_stickers_polls_and_dice_are_answered_and_leave_everything_as_it_was(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang)
    await street.taps(li, "受理", number)
    await street.taps(li, "办结", number)
    await asked(street, li)
    wang.start("at_JX3-2")
    wang.says("路灯不亮")
    await street.sees(wang, CARD, "路灯不亮")
    await settled(street)
    receipt = await street.sees(wang, number, "收到了")
    before = await rows(street, "SELECT * FROM drafts"), await rows(street, "SELECT * FROM pieces")
    for send in NOTHING_OF_OURS.values():
        for who, where in ((li, {}), (wang, {}), (wang, {"reply_to": receipt})):
            said = len(who.chat.messages)
            send(who, **where)
            await settled(street)
            assert heard(who, said) == [UNREAD]
    assert before == (await rows(street, "SELECT * FROM drafts"), await rows(street, "SELECT * FROM pieces"))
    li.says("换了阀门")
    await street.sees(wang, number, "办好了", "换了阀门")


async def test_in_a_group_nothing_of_it_is_heard(street):
    li, zhao = street.lives("李", 2001), street.lives("赵志愿")
    group = street.tg.supergroup("红马甲", members=[zhao], admins=[li])
    li.says("/bind JX3", chat=group)
    await street.sees(group, "已绑定")
    await settled(street)
    before = len(group.messages), len(zhao.chat.messages)
    for send in NOTHING_OF_OURS.values():
        send(zhao, chat=group)
    zhao.sends_contact(chat=group)
    zhao.sends_photo(b"1", caption="看", chat=group)
    zhao.forwards("转来的", chat=group)
    zhao.edits(zhao.says("说说", chat=group), "说过")
    await settled(street)
    assert len(group.messages) - before[0] == 9 - 1
    assert not any(m.from_bot for m in group.messages[before[0] :])
    assert len(zhao.chat.messages) == before[1]
    assert await rows(street, "SELECT * FROM pieces") == []


PHOTO = [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]
GIVEN = {"chat": {"id": -100123, "type": "channel", "title": "频道"}}
UNSEEN = {
    "nothing at all": {},
    "a kind of tomorrow": {"hologram": {"file_id": "x"}},
    "story": {"story": GIVEN | {"id": 1}},
    "game": {"game": {"title": "g", "description": "d", "photo": PHOTO}},
    "invoice": {
        "invoice": {
            "title": "t", "description": "d", "start_parameter": "s", "currency": "CNY", "total_amount": 1
        }
    },
    "giveaway": {
        "giveaway": {"chats": [GIVEN["chat"]], "winners_selection_date": 1772500000, "winner_count": 1}
    },
    "paid media": {"paid_media": {"star_count": 1, "paid_media": [{"type": "photo", "photo": PHOTO}]}},
}  # fmt: skip
SERVICE = {
    "pinned": {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}}},
    "timer": {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
    "write access": {"write_access_allowed": {"from_request": True}},
    "shared": {"users_shared": {"request_id": 1, "users": [{"user_id": 5}]}},
    "background": {"chat_background_set": {"type": {"type": "chat_theme", "theme_name": "🏠"}}},
}


def raw(street, who, content, kind="message", number=900):
    """A message as Telegram may send it, of a kind that the sandbox's people cannot send."""
    chat = {"id": who.id, "type": "private", "first_name": who.name}
    message = {"message_id": number, "date": 1772500000, "chat": chat, "from": who.user} | content
    street.tg.updates.add(kind, message, who.id)
    street.tg.pulse.beat()


async def test_messages_of_kinds_we_do_not_know_are_answered_and_service_messages_are_not(street):
    wang = street.lives("王阿姨")
    await settled(street)
    street.tg.updates.judge = None  # it does not know what Telegram will send tomorrow
    for number, (name, content) in enumerate(UNSEEN.items()):
        before = len(wang.chat.messages)
        raw(street, wang, content, number=900 + number)
        await settled(street)
        assert heard(wang, before) == [UNREAD], name
        raw(street, wang, content | {"edit_date": 1772500001}, "edited_message", number=900 + number)
    before = len(wang.chat.messages)
    for number, content in enumerate(SERVICE.values()):
        raw(street, wang, content, number=950 + number)
    await settled(street)
    assert heard(wang, before) == []
    assert await rows(street, "SELECT * FROM pieces") == []


async def test_a_venue_is_a_location_with_all_that_it_is_called(street):
    wang = street.lives("王阿姨")
    wang.start("at_JX3-2")
    wang.sends_venue("惠民诊所 <b>", "红旗路 1 号")
    await street.sees(wang, CARD, "惠民诊所 <b> 红旗路 1 号", "位置")


# Contacts


async def test_contacts_of_others_are_not_kept_and_the_own_one_twice_is_one(street, reported):
    wang, li, zhao = street.lives("王阿姨"), street.lives("李", 2001), street.lives("赵志愿")
    number = await reported(wang)
    await street.taps(li, "受理", number)
    await street.taps(li, "办结", number)
    await asked(street, li)
    for of in (zhao, "外婆"):
        before = len(li.chat.messages)
        li.sends_contact("+8613900000001", of=of)
        await settled(street)
        assert heard(li, before) == [plain_text("zh-CN", "phone-not-yours")]
    for _ in range(2):
        before = len(wang.chat.messages)
        wang.sends_contact("+8613900000002")
        await settled(street)
        assert heard(wang, before) == [THANKS]
    phones = await rows(street, "SELECT phone FROM people WHERE phone IS NOT NULL")
    assert phones == [{"phone": "+8613900000002"}]
    li.says("换了阀门")  # the question has stood all the time
    await street.sees(wang, number, "办好了", "换了阀门")


async def test_two_who_share_a_phone_stay_two_people(street, reported):
    await street.settle(people="name,role,grid,phone,telegram_id\n李楼长,leader,JX3,13900000001,2001\n")
    li, wang, son = street.lives("李", 2001), street.lives("王阿姨"), street.lives("儿子")
    number = await reported(wang)
    before = await rows(street, "SELECT id, telegram_id, phone FROM people ORDER BY id")
    wang.sends_contact("+8613900000001")  # she uses the phone of the leader, whose account it is
    await street.sees(wang, plain_text("zh-CN", "refused-already-linked"))
    assert before == await rows(street, "SELECT id, telegram_id, phone FROM people ORDER BY id")

    wang.sends_contact("+8613900000003")
    await street.sees(wang, THANKS)
    son.sends_contact("+8613900000003")
    await street.sees(son, plain_text("zh-CN", "refused-phone-taken"))
    kept = await rows(street, "SELECT telegram_id FROM people WHERE phone = '+8613900000003'")
    assert kept == [{"telegram_id": wang.id}]
    wang.says("/my")
    assert number in (await street.sees(wang, "我的诉求")).labels[0]
    await street.taps(li, "受理", number)
    await street.sees(li, number, "王阿姨 +8613900000003")


# Forwarded, edited, twice


async def test_what_is_forwarded_is_as_if_the_person_had_said_it(street, reported):
    wang, li, zhao = street.lives("王阿姨"), street.lives("李", 2001), street.lives("赵志愿")
    number = await reported(wang)
    card = await street.sees(li, "新诉求", number)
    zhao.start("at_JX3-2")
    zhao.forwards(card)  # a card of the bot is just words, whatever number is in it
    zhao.forwards("楼道灯坏了", of=wang)
    zhao.forwards(wang.sends_photo(b"dark", caption="黑的"))
    await street.sees(zhao, CARD, "新诉求", number, "楼道灯坏了", "黑的", "1 张照片")
    await settled(street)
    assert not any("居民" in text and "楼道灯坏了" in text for text in heard(li))
    await street.taps(li, "受理", number)
    await street.taps(li, "办结", number)
    await asked(street, li)
    li.forwards("物业说修好了", of="物业")
    await street.sees(wang, number, "办好了", "物业说修好了")


async def test_edits_of_what_is_not_kept_are_nothing_and_of_a_caption_mend_the_report(street):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    command = wang.start("at_JX3-2")
    photo = wang.sends_photo(b"pipe", caption="下水道都了")
    await street.sees(wang, CARD, "下水道都了")
    wang.edits(command, "/cancel")
    wang.edits(photo, "下水道堵了")
    await street.sees(wang, CARD, "下水道堵了")
    await street.taps(wang, "提交", "下水道堵了")
    await street.sees(li, "新诉求", "下水道堵了")
    wang.edits(photo, "")
    await settled(street)
    (request,) = await rows(street, "SELECT words, status FROM requests")
    assert request == {"words": "", "status": "assigned"}
    wang.edits(photo, "/cancel 也是话")
    await street.sees(li, "/cancel 也是话")
    (said,) = await rows(street, "SELECT words, kind FROM pieces")
    assert said == {"words": "/cancel 也是话", "kind": "photo"}


async def test_the_same_update_twice_is_said_once(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang)
    receipt = await street.sees(wang, number, "收到了")
    said = await street.replies(wang, receipt, "在吗")
    await street.sees(li, "居民 王阿姨", "在吗")
    await settled(street)
    street.tg.updates.next_id -= 1
    street.tg.deliver(said)  # the same update
    street.tg.deliver(said)  # the same message as another update
    await settled(street)
    assert sum("在吗" in text for text in heard(li)) == 1


async def test_a_photo_whose_caption_is_the_word_on_a_large_key_is_a_photo(street):
    wang = street.lives("王阿姨")
    wang.sends_photo(b"hall", caption="更多")
    await street.sees(wang, CARD, "更多", "1 张照片")


async def test_words_behind_the_command_are_the_report(street):
    wang = street.lives("王阿姨")
    wang.says("/report 3号楼2单元楼道灯坏了")
    await street.sees(wang, CARD, "楼道灯坏了", "3号楼 2单元")
