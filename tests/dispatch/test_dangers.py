"""What is an emergency now, and what only sounds like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dispatch.dangers import Danger, of_kind, spoken_of

FIRE, GAS, INJURY, CRIME = Danger.FIRE, Danger.GAS, Danger.INJURY, Danger.CRIME


@pytest.mark.parametrize(
    ("words", "danger"),
    [
        ("3号楼着火了", FIRE),
        ("楼下起火了快来", FIRE),
        ("厨房失火", FIRE),
        ("发生火灾", FIRE),
        ("电表箱在冒烟", FIRE),
        ("楼道里全是浓烟", FIRE),
        ("电动车自燃", FIRE),
        ("着大火了！", FIRE),
        ("路灯着火了", FIRE),
        ("The kitchen is on fire", FIRE),
        ("There is a fire in the stairwell", FIRE),
        ("Fire!", FIRE),
        ("smoke is coming out of the meter box", FIRE),
        ("楼道有煤气味", GAS),
        ("闻到很浓的天然气味道", GAS),
        ("燃气泄漏", GAS),
        ("燃 气 泄漏".replace(" ", ""), GAS),
        ("家里煤气漏了", GAS),
        ("燃气报警器一直在响", GAS),
        ("I smell gas on the stairs", GAS),
        ("a gas leak in the kitchen", GAS),
        ("有人晕倒了", INJURY),
        ("老人摔倒起不来", INJURY),
        ("头上流血了", INJURY),
        ("爷爷没有呼吸了", INJURY),
        ("叫不醒，快叫救护车", INJURY),
        ("孩子触电了", INJURY),
        ("有人要跳楼", INJURY),
        ("花盆掉下来砸到人了", INJURY),
        ("My neighbour has collapsed", INJURY),
        ("she is bleeding", INJURY),
        ("he's not breathing", INJURY),
        ("楼下有人打人", CRIME),
        ("有人持刀", CRIME),
        ("有人拿着菜刀", CRIME),
        ("有人入室", CRIME),
        ("小偷在我家", CRIME),
        ("门口有人在撬锁", CRIME),
        ("两家人打起来了", CRIME),
        ("someone is breaking into the flat", CRIME),
        ("He has a knife", CRIME),
        ("电线冒火花", FIRE),
        ("插座一直打火", FIRE),
        ("楼道里有烟", FIRE),
        ("家里有股烧焦味", FIRE),
        ("烟雾报警器响了", FIRE),
        ("有人放火", FIRE),
        ("there's smoke in the stairwell", FIRE),
        ("我妈摔倒了", INJURY),
        ("大爷在楼下摔倒，站不起来", INJURY),
        ("孩子掉井里了", INJURY),
        ("救命啊", INJURY),
        ("老人没气了", INJURY),
        ("我爸突发脑梗", INJURY),
        ("邻居喝农药了", INJURY),
        ("有人割腕", INJURY),
        ("狗咬人了", INJURY),
        ("someone fell down the stairs", INJURY),
        ("着火了，有人晕倒", FIRE),  # the first of several
        ("ＦＩＲＥ！ the shed is on fire", FIRE),
    ],
)
def test_what_happens_now_is_an_emergency(words, danger):
    assert spoken_of(words) is danger


@pytest.mark.parametrize(
    "words",
    [
        "",
        "水管漏水",
        "消防通道被占",
        "消防通道堵塞，有火灾隐患",
        "灭火器过期了",
        "他对我发火",
        "邻居动不动就上火",
        "乱拉电线容易着火",
        "怕起火",
        "没有着火，就是灯坏了",
        "火灾演练什么时候",
        "去年着火以后没有修",
        "烟囱冒烟",
        "煤气灶打不着火",
        "车停在楼下一直打着火",
        "楼道里有烟头",
        "楼道里有烟味",
        "有人在楼道抽烟",
        "手机掉水里了",
        "钥匙掉井里了",
        "家里煤气没气了",
        "老人脑梗以后行动不便",
        "救命药买不到",
        "有人放火锅底料",
        "cigarette smoke in the stairwell",
        "嗓子冒烟了",
        "路灯不亮",
        "吃火锅的太吵",
        "燃气费怎么交",
        "燃气表换新",
        "防煤气中毒宣传",
        "燃气报警器没电了",
        "没有煤气味",
        "楼道滑，老人容易摔倒",
        "以免有人受伤",
        "跳楼价大甩卖的小广告",
        "中风险地区",
        "救护车通道被车堵住",
        "电线裸露会触电",
        "电动车被偷了",
        "打人工电话没人接",
        "狗打架",
        "楼下搭架子",
        "工作人员入室检查",
        "小广告写着开锁撬锁",
        "防小偷的灯坏了",
        "抢车位",
        "在偷懒",
        "The fire exit is blocked",
        "a fire hazard in the stairwell",
        "fire lane blocked by cars",
        "it could catch fire",
        "the smoke detector needs a battery",
        "people smoking in the lift",
        "gas bill",
        "the gas meter is broken",
        "no smell of gas",
        "somebody might get injured",
        "dogs fighting in the yard",
        "the burglar alarm is broken",
        "We were not robbed",
        "The wall collapsed last year",
        "😀",
    ],
)
def test_what_is_feared_denied_or_only_sounds_so_is_none(words):
    assert spoken_of(words) is None


def test_an_item_that_is_chosen_may_be_one():
    assert of_kind("SAFE-FIRE", True, ["消防隐患", "Fire hazard"]) is FIRE
    assert of_kind("SAFE-GAS", True, ["燃气用电隐患"]) is GAS
    assert of_kind("X1", True, ["有人受伤", "Injury"]) is INJURY
    assert of_kind("X1", False, ["有人受伤"]) is None
    assert of_kind("HOUSE-LIFT", True, ["门禁电梯", "Doors and lifts"]) is None


@given(st.text(alphabet="着火了烟煤气味有人打没流血起a fire smells gas，。\n", max_size=60))
def test_any_words_are_read(words):
    assert spoken_of(words) in (None, *Danger)
