"""What a group may read of a resident's own words."""

import re
import time
import unicodedata

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dispatch.masking import MASK, mask


@pytest.mark.parametrize(
    ("words", "masked"),
    [
        # telephone numbers
        ("电话13812345678", "电话▇▇"),
        ("电话 138 1234 5678，急", "电话 ▇▇，急"),
        ("138-1234-5678", "▇▇"),
        ("１３８１２３４５６７８", "▇▇"),
        ("138，1234，5678", "▇▇"),
        ("1 3 8 1 2 3 4 5 6 7 8", "▇▇"),
        ("138****5678", "▇▇"),
        ("138\u200b1234\u200b5678", "▇▇"),
        ("1\u2066\u202e3\u20698\u00ad1234\u31645678", "▇▇"),
        ("1\ufe0f\u20e33\ufe0f\u20e38\ufe0f\u20e31234\ufe0f\u20e35678", "▇▇"),
        ("一三八一二三四五六七八", "▇▇"),
        ("幺三八 1234 5678", "▇▇"),
        ("⑬①③⑧①②③④⑤⑥⑦⑧", "⑬▇▇"),
        ("+86 138 1234 5678", "▇▇"),
        ("(0971) 823 4567", "▇▇"),
        ("010-65529988转8001", "▇▇"),
        ("0971—8234567", "▇▇"),
        ("座机8234567", "座机▇▇"),
        ("400-800-1234", "▇▇"),
        ("call me on +44 20 7946 0958 ext. 12 please", "call me on ▇▇ please"),
        ("phone (212) 555-0123.", "phone ▇▇."),
        ("06 12 34 56 78", "▇▇"),
        ("13812345678或13987654321", "▇▇或▇▇"),
        # identity numbers, cards
        ("身份证630102199003071234", "身份证▇▇"),
        ("身份证63010219900307123X，", "身份证▇▇，"),
        ("63010219900307123x", "▇▇"),
        ("630102 19900307 1234", "▇▇"),
        ("老身份证630102900307123", "老身份证▇▇"),
        ("卡号6222 0212 3456 7890 123", "卡号▇▇"),
        # doors
        ("3号楼2单元502漏水", "3号楼2单元▇▇漏水"),
        ("3号楼2单元502楼道灯坏了", "3号楼2单元▇▇楼道灯坏了"),
        ("2单元502\n楼上漏水", "2单元▇▇\n楼上漏水"),
        ("3号楼2单元502室", "3号楼2单元▇▇"),
        ("3号楼2单元502户", "3号楼2单元▇▇"),
        ("3号楼2单元五零二", "3号楼2单元▇▇"),
        ("三号楼二单元1202", "三号楼二单元▇▇"),
        ("住3-2-502", "住3-2-▇▇"),
        ("3－2－502的水管", "3－2－▇▇的水管"),
        ("5-1203漏水", "5-▇▇漏水"),
        ("3#502", "3#▇▇"),
        ("3#2-502", "3#2-▇▇"),
        ("A座1203室", "A座▇▇"),
        ("B502室", "▇▇"),
        ("公寓B502", "公寓▇▇"),
        ("公寓B502漏水", "公寓▇▇漏水"),
        ("公寓Ｂ５０２", "公寓▇▇"),
        ("公寓A-502", "公寓A-▇▇"),
        ("公寓A 502没水", "公寓A ▇▇没水"),
        ("甲502没水", "甲▇▇没水"),
        ("b1202，没电", "▇▇，没电"),
        ("502A漏水", "▇▇漏水"),
        ("A502漏水", "▇▇漏水"),
        ("2-A502", "2-▇▇"),
        ("3-2-A502", "3-2-▇▇"),
        ("3-2-502A", "3-2-▇▇"),
        ("滨城国际B2-2-502", "滨城国际B2-2-▇▇"),
        ("B-2-502", "B-2-▇▇"),
        ("A-3-2-502", "A-3-2-▇▇"),
        ("7A-502", "7A-▇▇"),
        ("7A-2-502", "7A-2-▇▇"),
        ("5-A-502", "5-A-▇▇"),
        ("3—2—502", "3—2—▇▇"),
        ("A3/2/502", "A3/2/▇▇"),
        ("A3楼2单元502", "A3楼2单元▇▇"),
        ("3️⃣号楼2️⃣单元5️⃣0️⃣2️⃣漏水", "3️⃣号楼2️⃣单元▇▇漏水"),
        ("3️⃣-2️⃣-5️⃣0️⃣2️⃣", "3️⃣-2️⃣-▇▇"),
        ("Block B 502", "Block B ▇▇"),
        ("B502 is leaking", "▇▇ is leaking"),
        ("502号房没电", "▇▇没电"),
        ("502房没电", "▇▇没电"),
        ("5号楼2门501", "5号楼2门▇▇"),
        ("2单元5号", "2单元▇▇"),
        ("3栋2单元3楼东户", "3栋2单元3楼▇▇"),
        ("502户没暖气", "▇▇没暖气"),
        ("我家602，楼上702漏水", "我家▇▇，楼上▇▇漏水"),
        ("我是502的", "我是▇▇的"),
        ("门牌号是1502", "门牌号是▇▇"),
        ("Room 502 leaks", "Room ▇▇ leaks"),
        ("apt 5B", "apt ▇▇"),
        ("Apt. 12", "Apt. ▇▇"),
        ("flat 3, please", "flat ▇▇, please"),
        ("Flat B is flooded", "Flat ▇▇ is flooded"),
        ("Unit 502", "Unit ▇▇"),
        ("2026-11-21 13812345678", "▇▇"),
        ("1990.12.10 005", "▇▇"),
        ("I live in 1203", "I live in ▇▇"),
        ("#502 has no water", "#▇▇ has no water"),
        # accounts
        ("邮箱li.hua@example.com谢谢", "邮箱▇▇谢谢"),
        ("ｌｉ＠ｅｘａｍｐｌｅ．ｃｏｍ", "▇▇"),
        ("微信号：lihua_88", "微信号：▇▇"),
        ("加微信 zhangsan", "加微信 ▇▇"),
        ("vx:abc12345", "vx:▇▇"),
        ("QQ 123456", "QQ ▇▇"),
        ("my WeChat is lihua2020", "my WeChat is ▇▇"),
        ("WeChat ID: lihua", "WeChat ID: ▇▇"),
        ("找@zhang_san", "找▇▇"),
        ("https://t.me/zhangsan", "▇▇"),
    ],
)
def test_personal_data_in_a_resident_s_words_is_masked(words: str, masked: str) -> None:
    assert mask(words) == masked


@pytest.mark.parametrize(
    "words",
    [
        "3号楼2单元",
        "三号楼二单元门禁坏了",
        "A3号楼2单元",
        "四季花城A3楼的灯不亮",
        "B2层停车场",
        "G318国道边",
        "K103路公交",
        "A4纸，5G信号，3D打印，B站，T3航站楼",
        "a 200 year old tree",
        "3️⃣号楼2️⃣单元",
        "20楼的灯不亮",
        "12号楼1单元20楼",
        "幸福路18号院",
        "三室一厅漏水",
        "3室2厅",
        "这个户型",
        "124户没有暖气",
        "3号楼124户没有暖气",
        "共102户",
        "101户居民",
        "晚上19:30停水",
        "19:30-21:30停电",
        "8.30-11.30停电",
        "10.12-10.18停水",
        "下午3点",
        "2026-11-21 19:30",
        "2026-11-21 3号楼停水",
        "2026-11-21 19:30-21:30",
        "2026年11月21日",
        "2026/11/21 08:05:30",
        "21/11/2026",
        "2019-2023年没修过",
        "3个月没人管",
        "交了1200元",
        "维修基金1500000元",
        "¥12000.50",
        "1,200,000元",
        "20-100元",
        "2-300块钱",
        "电表12345度",
        "打过12345和110",
        "#K7P2",
        "等了3天，来了20人",
        "住300天了",
        "5号来过",
        "微信群里说过",
        "微信转账500元",
        "其中户主不在",
        "这边户外灯坏了",
        "王先生说不行",
        "Building 3, Unit 2",
        "the 5th floor, 20 steps",
        "for 3 months and 12 days",
        "at 7:30 pm on 21 November 2026",
        "it cost 1200 yuan",
        "124 households have no heating",
        "my wechat is broken",
        "the room is dark and the flat is cold",
        "a room for 20 people",
        "call 110 or 12345",
        "",
    ],
)
def test_where_and_what_stays(words: str) -> None:
    assert mask(words) == words


@pytest.mark.parametrize(
    ("words", "names", "masked"),
    [
        ("我是王小明，住3号楼", ["王小明"], "我是▇▇，住3号楼"),
        ("王 小 明", ["王小明"], "▇▇"),
        ("王先生", ["王小明"], "王先生"),
        ("I am li hua", ["Li Hua"], "I am ▇▇"),
        ("Ann and Annabel", ["Ann"], "▇▇ and Annabel"),
        ("ＡＮＮ来了", ["Ann"], "▇▇来了"),
        ("José García 来了", ["José García"], "▇▇ 来了"),
        ("王来了", ["王"], "王来了"),
        ("a.b (c)", ["a.b (c)"], "▇▇"),
        ("王小明13812345678", ["王小明"], "▇▇"),
        ("没人", ["", " "], "没人"),
    ],
)
def test_names_are_masked_whole(words: str, names: list[str], masked: str) -> None:
    assert mask(words, names=names) == masked


FULL_WIDTH = str.maketrans("0123456789+-() ", "０１２３４５６７８９＋－（）　")
CHINESE = str.maketrans("0123456789", "零一二三四五六七八九")
DIGITS = str.maketrans("零一二三四五六七八九", "0123456789")
mobiles = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)
landlines = st.from_regex(r"0[1-9][0-9]{1,2}[2-8][0-9]{6,7}", fullmatch=True)
abroad = st.from_regex(r"\+[1-9][0-9]{9,13}", fullmatch=True)
gaps = st.sampled_from(["", "", " ", "-", "－", "—", "  ", " - ", "\u200b", "·", ".", "/"])
around = st.sampled_from(
    ["", "电话", "请打", "tel ", "3号楼", "：", "（", "，谢谢", "2026-11-21 ", " 5号", "\n"]
)


@st.composite
def spellings(draw: st.DrawFn) -> tuple[str, str]:
    """Digits of a number, and a text that holds it in some spelling."""
    number = draw(st.one_of(mobiles, landlines, abroad))
    spelled = "".join(sign + draw(gaps) for sign in number[:-1]) + number[-1]
    spelled = draw(st.sampled_from([spelled, spelled.translate(FULL_WIDTH), spelled.translate(CHINESE)]))
    return number.lstrip("+"), draw(around) + spelled + draw(around)


@given(spellings())
def test_no_spelling_of_a_telephone_number_survives(case: tuple[str, str]) -> None:
    number, words = case
    digits = [unicodedata.digit(sign, None) for sign in mask(words).translate(DIGITS)]
    left = "".join(str(digit) for digit in digits if digit is not None)
    assert not any(number[at : at + 7] in left for at in range(len(number) - 6))


@pytest.mark.parametrize("form", [0, 1, 2, 3], ids=["E164", "international", "national", "RFC3966"])
def test_no_telephone_number_of_any_country_survives(form: int) -> None:
    for region in phonenumbers.SUPPORTED_REGIONS:
        number = phonenumbers.example_number(region)
        spelled = phonenumbers.format_number(number, form)
        if len(re.findall(r"\d", spelled)) >= 7:  # shorter ones cannot be told from a price
            masked = mask(f"Please call {spelled} today")
            assert re.fullmatch(rf"Please call (tel:)?{MASK} today", masked), (region, masked)


FRAMED = {ord(digit): f"{digit}\ufe0f\u20e3" for digit in "0123456789"}
labels = st.sampled_from(["3", "12", "A3", "b12", "7A", "甲3"])
ways = st.sampled_from(
    ["{}-{}-{}", "{}—{}—{}", "{}/{}/{}", "{}号楼{}单元{}", "{}栋{}-{}", "{}-{}单元{}", "{}楼{}单元{}室"]
)
doors = st.sampled_from(["502", "1203", "502A", "A502", "b1203"])
lone = st.sampled_from(["公寓{}{}", "公寓{}-{}", "公寓{} {}", "住{}座{}", "{}栋{}室", "我家在{}－{}"])


@given(
    st.builds(str.format, ways, labels, st.integers(1, 9), doors)
    | st.builds(str.format, lone, st.sampled_from("ABd甲乙"), st.sampled_from(["502", "1203"])),
    st.sampled_from(["", "滨城国际", "我家在锦绣苑小区", "住"]),
    st.sampled_from(["", "漏水", "，没电", " leaks", "的灯"]),
    st.sampled_from([{}, FULL_WIDTH, FRAMED]),
)
def test_no_door_survives_whatever_letters_stand_in_the_address(address, before, after, signs):
    digits = [unicodedata.digit(sign, None) for sign in mask((before + address + after).translate(signs))]
    left = "".join(str(digit) for digit in digits if digit is not None)
    assert "502" not in left
    assert "1203" not in left


texts = (
    st.text(st.sampled_from("0123456789－- .:元室户号楼单元东#@xX一五零ab微信年月日，\n"), max_size=60)
    | st.text()
)


@given(texts)
def test_what_is_masked_needs_no_masking(words: str) -> None:
    assert mask(mask(words)) == mask(words)


@given(texts)
def test_masking_only_takes_away(words: str) -> None:
    pattern = "(?s:.+?)".join(map(re.escape, mask(words).split(MASK)))
    assert MASK in words or re.fullmatch(pattern, words)


@pytest.mark.parametrize(
    "piece", ["1 ", "1-", "a.", "a@", "单元", "5-", "@a", "12:", "((", "微信a", "1********"]
)
def test_the_longest_message_is_masked_at_once(piece: str) -> None:
    words = (piece * 4096)[:4096]
    began = time.process_time()
    mask(words)
    assert time.process_time() - began < 0.5
