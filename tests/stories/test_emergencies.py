"""Fire, gas, an injury, a crime: whom to call comes before all else, and one tap goes on."""

import pytest

CARD = "您要反映的事"
WARNED = ["继续反映", "取消"]


@pytest.mark.parametrize(
    ("words", "number", "kind"),
    [
        ("3号楼着火了", "马上打 119", "消防隐患"),
        ("锦绣苑3号楼有煤气味", "开窗", "燃气用电隐患"),
        ("锦绣苑3号楼有人晕倒了", "马上打 120", None),
        ("锦绣苑3号楼有人持刀", "马上打 110", None),
    ],
)
async def test_the_number_to_call_stands_alone_and_one_tap_goes_on(street, words, number, kind):
    wang = street.lives("王阿姨")
    wang.says(words)
    warning = await street.sees(wang, number, "不能替您打电话")
    assert warning.labels == WARNED
    assert CARD not in warning.text
    await street.taps(wang, "继续反映")
    card = await street.sees(wang, CARD, words, "地点：向阳社区 锦绣苑 3号楼")
    if kind:
        assert kind in card.text
        assert "提交" in card.labels


async def test_in_english_too(street):
    anna = street.lives("Anna", language="en")
    anna.says("There is a fire in building 3")
    warning = await street.sees(anna, "Call 119 now")
    assert warning.labels == ["Go on", "Cancel"]
    await street.taps(anna, "Go on")
    await street.sees(anna, "Your report", "Fire hazard", "Which of these is it?")


async def test_the_report_goes_as_its_kind_says_and_reaches_who_answers(street):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    wang.says("锦绣苑3号楼着火了")
    await street.taps(wang, "继续反映")
    await street.taps(wang, "提交")
    await street.sees(li, "新诉求", "着火了", "消防隐患")


async def test_it_is_shown_once_and_again_only_for_another_danger(street):
    wang = street.lives("王阿姨")
    wang.says("锦绣苑3号楼着火了")
    await street.taps(wang, "继续反映")
    await street.sees(wang, CARD, "着火了")
    wang.says("还在着火")
    await street.sees(wang, CARD, "着火了\n还在着火")
    wang.says("有人晕倒了")
    assert (await street.sees(wang, "马上打 120")).labels == WARNED
    await street.taps(wang, "继续反映")
    await street.sees(wang, CARD, "着火了\n还在着火\n有人晕倒了", "消防隐患")


async def test_what_is_sent_before_going_on_is_part_of_the_report(street):
    wang = street.lives("王阿姨")
    wang.says("着火了")
    await street.sees(wang, "马上打 119")
    wang.says("红山院")
    wang.sends_photo(b"smoke")
    await street.sees(wang, "马上打 119")
    await street.taps(wang, "继续反映")
    await street.sees(wang, CARD, "着火了\n红山院", "地点：向阳社区 红山院", "照片")


async def test_what_cannot_wait_is_heard_while_the_place_is_asked_for(street):
    wang = street.lives("王阿姨")
    wang.says("楼道灯不亮")
    await street.sees(wang, CARD, "在哪里")
    wang.says("锦绣苑3号楼着火了")
    await street.sees(wang, "马上打 119")
    await street.taps(wang, "继续反映")
    await street.sees(wang, CARD, "楼道灯不亮\n锦绣苑3号楼着火了", "地点：向阳社区 锦绣苑 3号楼")


async def test_a_kind_that_is_chosen_by_hand_may_be_one(street):
    wang = street.lives("王阿姨")
    wang.says("我要反映")
    await street.taps(wang, "🛡️ 平安安全")
    await street.taps(wang, "⚠️ 燃气用电隐患")
    await street.sees(wang, "开窗")
    await street.taps(wang, "继续反映")
    await street.sees(wang, CARD, "请说说哪里有什么问题")


async def test_words_that_only_sound_like_it_bring_no_numbers(street):
    wang = street.lives("王阿姨")
    wang.says("锦绣苑3号楼消防通道被占")
    card = await street.sees(wang, CARD, "消防通道被占", "对了就点")
    assert "提交" in card.labels


async def test_the_numbers_are_those_of_the_policy(quiet_street, tmp_path):
    policy = tmp_path / "policy.toml"
    policy.write_text('[emergency]\nfire = "112"\ngas = "0971-12345"\n', "utf-8")
    await quiet_street.open(REDVEST_POLICY=str(policy))
    try:
        wang = quiet_street.lives("王阿姨")
        wang.says("闻到煤气味")
        await quiet_street.sees(wang, "112", "燃气公司：0971-12345")
    finally:
        await quiet_street.close()


async def test_whoever_has_an_open_request_is_not_asked_first_whether_a_fire_is_about_that(street, reported):
    wang = street.lives("王阿姨")
    await reported(wang)
    wang.says("楼下着火了")
    card = await street.sees(wang, "119")
    assert card.labels == ["继续反映", "取消"]
