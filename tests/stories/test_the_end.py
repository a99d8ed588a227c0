"""The end: the result is shown and judged, stars and words come back to those who helped."""

import pytest


@pytest.fixture
def done(street, reported):
    """Makes a request and has it done by the one responsible; its number."""

    async def make(wang, li, words="修好了"):
        number = await reported(wang)
        await street.taps(li, "受理", number)
        await street.taps(li, "办结", number)
        await street.sees(li, number, "是怎么解决的")
        li.says(words)
        await street.sees(wang, number, "解决了吗")
        return number

    return make


@pytest.fixture
def helped(street, reported):
    """Makes a request and has it done by a volunteer; its number."""

    async def make(wang, li, zhao):
        group = street.tg.supergroup("锦绣苑红马甲", members=[li, zhao])
        li.says("/bind JX3", chat=group)
        await street.sees(group, "已绑定")
        number = await reported(wang)
        await street.taps(li, "派单", number)
        await street.taps(li, "锦绣苑红马甲", number)
        await street.taps(zhao, "接单", number, at=group)
        await street.taps(zhao, "完成", number)
        await street.sees(zhao, number, "办得怎么样")
        zhao.says("通开了")
        await street.sees(wang, number, "解决了吗")
        return number

    return make


def thanks(person):
    return [m.text for m in person.chat.messages if m.text.startswith("🙏")]


async def test_a_result_of_photos_alone_is_shown_and_said_so(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang)
    await street.taps(li, "受理", number)
    await street.taps(li, "办结", number)
    await street.sees(li, "是怎么解决的")
    li.sends_photo(b"mended")
    await street.taps(li, "就这些", "已收到 1 份")
    result = await street.sees(wang, number, "办好了", "结果：请看上面发来的照片", "解决了吗")
    photo = next(m for m in wang.chat.messages if m.files)
    assert (photo.files, number in photo.text, photo.id < result.id) == ([b"mended"], True, True)


async def test_stars_and_words_reach_each_who_helped_once(street, helped):
    wang, li, zhao = street.lives("王阿姨"), street.lives("李", 2001), street.lives("赵志愿")
    number = await helped(wang, li, zhao)
    await street.taps(wang, "已解决", "办好了")
    card = await street.sees(wang, "办好了", "打几颗星")
    assert card.labels == ["★", "★★", "★★★", "★★★★", "★★★★★", "未解决"]
    answer = await street.taps(wang, "★★★★★", "办好了")
    assert answer.text == "谢谢您的评价！"
    await street.sees(wang, number, "还想说点什么吗")
    assert "跳过" in wang.chat.last_from_bot.labels
    wang.says("师傅真好")

    for person in (li, zhao):
        await street.sees(person, number, "谢谢您出力", "★★★★★", "师傅真好")
    await street.becomes(lambda: "您的评价：★★★★★" in card.text and card.labels == ["未解决"])
    await street.passes(minutes=20)
    await street.tg.quiet()
    assert len(thanks(zhao)) == len(thanks(li)) == 1


async def test_whoever_wants_to_say_nothing_skips_and_the_thanks_leave(street, helped):
    wang, li, zhao = street.lives("王阿姨"), street.lives("李", 2001), street.lives("赵志愿")
    number = await helped(wang, li, zhao)
    await street.taps(wang, "已解决", "办好了")
    await street.taps(wang, "★★★★", "办好了")
    await street.taps(wang, "跳过")
    told = await street.sees(zhao, number, "谢谢您出力", "★★★★")
    assert "“" not in told.text
    again = await wang.taps(wang.chat.last_from_bot, stale="sk:1").answered()
    assert "晚了一步" in again.text


async def test_without_a_star_the_volunteers_are_thanked_after_a_while(street, helped):
    wang, li, zhao = street.lives("王阿姨"), street.lives("李", 2001), street.lives("赵志愿")
    number = await helped(wang, li, zhao)
    await street.taps(wang, "已解决", "办好了")
    await street.sees(li, number, "居民说：已解决")
    await street.passes(minutes=5)
    await street.tg.quiet()
    assert thanks(zhao) == []
    await street.passes(minutes=6)
    told = await street.sees(zhao, number, "谢谢您出力")
    assert "★" not in told.text
    assert thanks(li) == []  # has heard that it is solved, and there is nothing more to say

    # Some days later a star is still taken; nobody is thanked twice.
    zhao.says("/my")
    await street.sees(zhao, "您还没有反映过事情")  # so the thanks before it are on record
    await street.passes(days=2)
    await street.taps(wang, "★★★", "办好了")
    await street.taps(wang, "跳过")
    await street.sees(li, number, "谢谢您出力", "居民打了 ★★★")
    await street.passes(minutes=20)
    await street.tg.quiet()
    assert len(thanks(zhao)) == len(thanks(li)) == 1


async def test_words_that_take_their_time_still_come_with_the_stars(street, helped):
    wang, li, zhao = street.lives("王阿姨"), street.lives("李", 2001), street.lives("赵志愿")
    number = await helped(wang, li, zhao)
    await street.taps(wang, "已解决", "办好了")
    await street.passes(minutes=8)
    await street.taps(wang, "★★★★★", "办好了")
    await street.sees(wang, "还想说点什么吗")
    await street.passes(minutes=8)
    wang.says("想了半天，就说声谢谢")
    await street.sees(zhao, number, "★★★★★", "就说声谢谢")
    await street.sees(li, number, "★★★★★", "就说声谢谢")
    assert len(thanks(zhao)) == len(thanks(li)) == 1


async def test_stars_can_be_changed_until_there_are_words_to_them(street, done):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await done(wang, li)
    await street.taps(wang, "已解决", "办好了")
    await street.taps(wang, "★", "办好了")
    card = await street.sees(wang, "办好了", "您的评价：★")
    await street.becomes(lambda: "✓ ★" in card.labels)
    star = card.button("★★★★")
    await street.sees(wang, "还想说点什么吗")
    await street.taps(wang, "★★★★★", "办好了")
    await street.sees(wang, "办好了", "您的评价：★★★★★")
    assert sum("还想说点什么吗" in m.text for m in wang.chat.messages) == 1
    wang.says("点错了，很满意")
    await street.sees(li, number, "谢谢您出力", "居民打了 ★★★★★", "点错了，很满意")
    late = await wang.taps(card, stale=star).answered()
    assert "晚了一步" in late.text


async def test_a_report_a_while_after_the_stars_is_no_word_to_them(street, done):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    await done(wang, li)
    await street.taps(wang, "已解决", "办好了")
    await street.taps(wang, "★★★★★", "办好了")
    await street.sees(wang, "还想说点什么吗")
    await street.passes(days=2)
    wang.says("楼道灯不亮")
    await street.sees(wang, "楼道灯不亮")
    await street.tg.quiet()
    assert not any("楼道灯不亮" in text for text in thanks(li))


async def test_not_solved_brings_the_reason_and_its_photo_back_to_the_same_person(street, done):
    wang, li, chen = street.lives("王阿姨"), street.lives("李", 2001), street.lives("陈", 2002)
    number = await done(wang, li)
    await street.taps(wang, "未解决", "办好了")
    await street.sees(wang, number, "哪里没有解决")
    wang.sends_photo(b"still wet", caption="还是漏")
    await street.sees(li, number, "居民说没有解决", "还是漏")
    await street.gets(li, b"still wet")
    await street.sees(chen, number, "已退回李楼长重办", "还是漏")


async def test_what_is_reopened_is_thanked_for_only_when_it_is_solved_again(street, helped):
    wang, li, zhao = street.lives("王阿姨"), street.lives("李", 2001), street.lives("赵志愿")
    number = await helped(wang, li, zhao)
    await street.taps(wang, "已解决", "办好了")
    await street.taps(wang, "★★", "办好了")
    await street.taps(wang, "未解决", "办好了")
    await street.sees(wang, number, "哪里没有解决")
    wang.says("又堵了")
    await street.sees(li, number, "居民说没有解决", "又堵了")
    await street.passes(minutes=20)
    await street.tg.quiet()
    assert thanks(zhao) == thanks(li) == []
    shown = [*wang.chat.messages, *li.chat.messages]
    for untrue in ("办好了", "新诉求", "志愿者说办完了"):
        await street.becomes(lambda untrue=untrue: not any(untrue in m.text for m in shown))

    await street.taps(li, "受理", "居民说没有解决")
    await street.taps(li, "办结", "居民说没有解决")
    await street.sees(li, "是怎么解决的")
    li.says("换了管子")
    await street.taps(wang, "已解决", "换了管子")
    card = await street.sees(wang, "换了管子", "打几颗星")
    assert "✓ ★★" not in card.labels
    await street.taps(wang, "★★★★★", "换了管子")
    await street.taps(wang, "跳过")
    await street.sees(li, number, "谢谢您出力", "居民打了 ★★★★★")
    assert thanks(zhao) == []


async def test_solved_is_no_time_for_the_reason_of_not_solved(street, done):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await done(wang, li)
    await street.taps(wang, "未解决", "办好了")
    await street.sees(wang, "哪里没有解决")
    await street.taps(wang, "已解决", "办好了")
    await street.sees(li, number, "居民说：已解决")
    wang.says("谢谢")
    await street.tg.quiet()
    assert not any("居民说没有解决" in m.text for m in li.chat.messages)


async def test_silence_closes_and_asks_for_no_stars(street, done):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await done(wang, li)
    await street.passes(days=3, hours=12)
    await street.sees(wang, number, "没等到您的回复")
    card = await street.sees(wang, number, "办好了", "已结束（没等到您的回复）")
    assert card.labels == ["未解决"]
    assert "晚了一步" in (await wang.taps(card, stale="st:1:5").answered()).text
    await street.passes(days=30)
    await street.taps(wang, "经过", number)
    closed = await street.sees(wang, "经过", "自动结束")
    await street.taps(wang, "返回", "经过")
    await street.becomes(lambda: "未解决" not in closed.labels)


async def test_the_thanks_wait_for_the_morning(street, done):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await done(wang, li)
    await street.passes(hours=14)
    await street.taps(wang, "已解决", "办好了")
    await street.taps(wang, "★★★★★", "办好了")
    await street.taps(wang, "跳过")
    await street.passes(minutes=30)
    await street.tg.quiet()
    assert thanks(li) == []
    await street.passes(hours=8)
    await street.sees(li, number, "谢谢您出力")


async def test_the_whole_loop_in_english(street):
    anna, li = street.lives("Anna", language="en"), street.lives("Li", 2001, language="en")
    anna.start("at_JX3-2")
    await street.sees(anna, "what is wrong")
    anna.says("Water on the stairs")
    await street.taps(anna, "Not sure") if "Not sure" in anna.chat.last_from_bot.labels else None
    await street.taps(anna, "Submit")
    receipt = await street.sees(anna, "Received")
    await street.taps(anna, "Add", "Received")
    await street.sees(anna, "What would you like to add")
    anna.says("It comes from the third floor")
    await street.sees(li, "the resident adds: It comes from the third floor")
    await street.taps(li, "Accept", "third floor")
    await street.taps(li, "Done", "third floor")
    await street.sees(li, "How was")
    li.says("The tap was open")
    await street.taps(anna, "Solved", "is done")
    await street.taps(anna, "★★★★", "is done")
    await street.sees(anna, "Anything you would like to say")
    anna.says("Thank you all")
    await street.sees(li, "Thank you for your help", "★★★★", "Thank you all")
    anna.says("/my")
    listed = await street.sees(anna, "0 under way, 1 in all")
    assert listed.labels[0].endswith("· solved")
    await street.taps(anna, "History", "Received")
    told = await street.sees(anna, "what happened", "You added something: It comes from the third floor")
    assert "李楼长 said it is done: The tap was open" in told.text
    assert told.id == receipt.id
