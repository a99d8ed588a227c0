"""Which item a resident's words are about."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dispatch.guessing import guess
from bot.dispatch.importing import builtin_categories
from storage import categories
from storage.categories import Keyworded

# What people write, by what it is about; None where it is better to ask.
ABOUT: dict[str | None, list[str]] = {
    "HOUSE-DRAIN": [
        "下水道堵了", "厕所马桶往上返水，臭得很", "下水到堵了 水都流出来了", "这是不是下水道又堵了",
        "垃圾堵住了下水道", "污水管裂了", "The drain is blocked", "Drains in the yard are overflowing",
        "Ｄｒａｉｎ blocked", "drain下水道堵了", "马桶堵得死死的", "厨房下水特别慢",
        "The toilet won't flush", "sewage coming up in the basement",
    ],
    "HOUSE-WATER": [
        "家里没水了，从早上到现在", "楼上漏水漏到我家天花板了", "听说明天要停水是真的吗", "水管爆了！",
        "水费怎么交", "no water since this morning", "Water leaking from the ceiling", "the taps drip",
        "水龙头关不严一直滴", "卫生间渗水到楼下了", "麻烦派人修一下水管，谢谢", "施工把水管挖断了",
        "a pipe burst under the sink", "my tap is dripping",
    ],
    "HOUSE-POWER": [
        "楼道灯不亮", "我们这个单元停电了", "这不是停电了吗", "楼道太黑看不见", "跳闸了，电闸推不上去",
        "声控灯坏了", "The light on the stairs is out", "POWER CUT in our building",
        "晚上楼梯口黑咕隆咚的灯也不亮", "家里没电了是不是跳闸", "跟物业说了三次了楼道灯还是坏的",
        "半夜停电了", "stairwell lights broken", "electricity went off an hour ago",
    ],
    "HOUSE-HEAT": [
        "暖气不热，老人冻得受不了", "屋里冷得像冰窖，暖气一点都不热", "没有漏水，就是暖气不热",
        "heating does not work, my flat is freezing", "今年供暖温度太低了", "radiators are cold",
    ],
    "HOUSE-DOOR": [
        "电梯坏了", "单元门关不上，陌生人随便进", "电梯困人了快来人", "不是下水道，是电梯坏了",
        "门禁卡刷不开", "Lift is broken again", "ELEVATORS out of order", "people stuck in the lift!!",
        "not the drain but the lift", "It's not the heating, the lift is stuck", "2单元电梯又不动了",
        "楼道大门锁坏了", "front door does not lock", "The property company won't fix the lift",
        "the lift isn't working, thanks",
    ],
    "HOUSE-WALL": [
        "顶楼漏雨，墙皮都掉了", "big crack in the wall", "roof leaks when it rains",
    ],
    "CLEAN-RUBBISH": [
        "有人乱扔垃圾", "垃圾桶满了三天没人来收", "Rubbish everywhere, bins not emptied",
        "垃圾没人拉，苍蝇嗡嗡", "trash piling up",
    ],
    "CLEAN-CLUTTER": [
        "楼道里堆满了纸箱子", "楼道里有人放鞋柜占地方", "someone left old furniture on the landing",
        "邻居把杂物堆在我家门口",
    ],
    "CLEAN-STICKER": [
        "墙上到处是小广告", "graffiti by the entrance",
    ],
    "CLEAN-NOISE": [
        "邻居半夜吵", "楼下烧烤店油烟太大，窗户都不敢开", "广场舞音响开得震天响", "楼上装修声音太大",
        "楼上小孩半夜跑来跑去咚咚响", "loud music every night", "neighbour is noisy at night",
        "隔壁饭馆油烟熏死人", "too noisy to sleep", "construction at 6 am so loud",
    ],
    "CLEAN-GREEN": [
        "院子里的树枝快把窗户捅破了", "小区草坪被人拿来种菜", "a branch fell off the tree",
        "delighted with the garden", "杂草长得比人高", "trees need trimming", "my neighbour's tree",
    ],
    "SAFE-FIRE": [
        "消防通道被车堵了", "着火了！！三楼冒烟", "there is smoke coming from the basement", "Fire!",
        "三楼着火了", "楼道里灭火器是空的", "the fire exit is locked",
    ],
    "SAFE-THEFT": [
        "我的电动车被偷了", "my bike was stolen", "有可疑的人在楼道转悠", "骗子打电话骗老人",
        "suspicious man at the gate", "someone broke into my flat",
    ],
    "SAFE-GAS": [
        "厨房有煤气味，害怕", "电线耷拉下来了", "I smell gas in the kitchen", "smell of gas on the stairs",
        "电线老化冒火花", "sparks from a wire",
    ],
    "SAFE-FALL": [
        "楼上往下扔东西，差点砸到小孩", "外墙瓷砖掉下来了", "楼顶的广告牌要掉下来了",
        "things thrown from the balcony", "花盆掉下来了吓死我了", "a flowerpot fell from the fifth floor",
    ],
    "TRAFFIC-PARK": [
        "没地方停车，天天抢车位", "车把门口堵住了，出不去", "僵尸车占车位", "a car is blocking the way",
        "no parking spaces left", "有人占我车位", "外来车辆乱停", "someone parked in my space",
    ],
    "TRAFFIC-CHARGE": [
        "充电桩坏了两个", "charger at the car park is broken", "充电桩收费太贵",
        "where can I charge my electric car",
    ],
    "TRAFFIC-ROAD": [
        "路灯不亮，晚上摔了一跤", "井盖没了，太危险", "门口路面有个大坑", "地下车库积水了",
        "the street lamp is out", "potholes in the road", "icy pavement, my mother slipped",
        "小区门口路灯全灭了", "医院旁边的路有个坑", "manhole cover missing",
    ],
    "TRAFFIC-EBIKE": [
        "有人把电瓶车推到楼上充电", "e-bikes charging in the hallway", "电动车进电梯",
        "scooters left in the bike shed",
    ],
    "PEOPLE-NEIGHBOUR": [
        "和隔壁邻居吵架了，想请人调解", "quarrel with the neighbours upstairs", "不是漏水的事，是邻居骂人",
        "we had an argument with the neighbor",
    ],
    "PEOPLE-DOG": [
        "邻居家的狗天天叫，也不拴绳", "野猫太多了", "遛狗不牵绳", "有人被狗咬了", "dog barking all day",
        "狗屎没人捡", "a stray dog bit my son",
    ],
    "PEOPLE-FAMILY": [
        "两口子打架，孩子在哭", "婆婆和媳妇吵架", "儿子不养老人", "my husband hits me",
    ],
    "PEOPLE-PROPERTY": [
        "物业光收钱不干活", "物业费涨得没道理", "the property company does nothing", "物业乱收费",
    ],
    "CARE-ERRAND": [
        "我腿脚不好，能不能帮我买点菜", "could somebody do my shopping", "帮忙取一下快递",
    ],
    "CARE-MEDICINE": [
        "老伴要去医院看病，想找人陪", "降压药吃完了，没人给我取药", "I need my medicines from the pharmacy",
        "我要去医院没人陪", "想量个血压", "need someone to go to the doctor with me",
    ],
    "CARE-ALONE": [
        "对门张大爷一个人住，好几天没见着了", "old woman living alone not seen for days",
        "楼上独居老太太敲门没人应", "my mother lives alone, please check on her",
    ],
    "CARE-DISABLED": [
        "轮椅上不去台阶", "残疾证怎么办", "need a wheelchair", "我眼睛看不见要办残疾证",
        "I am blind and need help",
    ],
    "CARE-HARDSHIP": [
        "家里困难，想申请低保", "I have no money for food", "老伴大病，钱花光了",
    ],
    "CARE-TALK": [
        "心里难受，想找个人说说话", "睡不着觉心里发慌", "feeling lonely and sad", "一个人孤独，想有人聊聊天",
    ],
    "LIFE-POLICY": [
        "医保怎么交", "question about my pension", "养老金怎么没发",
    ],
    "LIFE-PAPERS": [
        "要开个居住证明", "身份证丢了怎么补", "I need a certificate", "户口怎么迁",
        "how do I get a residence permit",
    ],
    "LIFE-LAW": [
        "老板拖欠工资，想问问律师", "合同纠纷想打官司", "need a lawyer about unpaid wages",
    ],
    "LIFE-WORK": [
        "下岗了想找工作", "looking for a job", "失业了有没有工作介绍", "lost my job",
    ],
    "VOICE-IDEA": [
        "给社区提个建议，装个凉亭", "谢谢网格员小李，帮了大忙", "I have a suggestion", "建议多装几个长椅",
    ],
    "VOICE-JOIN": [
        "想报名当志愿者", "合唱团怎么参加", "how can I join the volunteers", "周末的活动我要参加",
        "I'd like to sign up for the class",
    ],
    None: [
        "你好", "请问在吗", "我家在3号楼", "楼道坏了", "老人需要帮忙", "😀😀", "", "车坏了", "电体坏了",
        "手机充不上电了怎么办", "电梯里有人抽烟", "老人家走丢了", "孩子上学报名问题", "hello",
        "please help me", "my car is dirty", "gasket fell", "the elevater is brokn", "我要投诉", "物业在哪",
        "楼上那家人", "帮帮我", "坏了", "今天天气真好", "收到", "几点开门", "孩子发烧了", "小区里有蛇",
        "电视没信号", "工作人员态度不好", "thank you", "is anybody there?", "who is in charge here",
        "I have a cold", "poor service", "the sun is too bright", "wifi does not work", "dishwasher",
    ],
}  # fmt: skip

ROWS = builtin_categories()
IDS = {row.code: number for number, row in enumerate(ROWS, start=1)}
CODES = {number: code for code, number in IDS.items()}
BUILTIN = [Keyworded(IDS[row.code], IDS.get(row.parent or ""), row.keywords) for row in ROWS]


@pytest.mark.parametrize(("words", "item"), [(words, item) for item in ABOUT for words in ABOUT[item]])
def test_the_built_in_list_guesses_what_plain_words_are_about(words, item):
    guessed = guess(words, BUILTIN)
    assert (guessed and CODES[guessed]) == item


def test_the_name_of_each_item_is_never_taken_for_another():
    for row in ROWS:
        if row.parent:
            assert guess(row.name, BUILTIN) in (IDS[row.code], None), row.code


LISTED = [
    Keyworded(1, None, ("水", "house")),
    Keyworded(2, 1, ("漏水", "gas leak", "pipe")),
    Keyworded(3, 1, ("水管", "drain", "battery", "box")),
    Keyworded(4, None, ("电",)),
    Keyworded(5, 4, ("路灯", "gas", "lamp", "水管道")),
    Keyworded(6, None, ("建议", "idea")),  # a category without items is one itself
]


@pytest.mark.parametrize(
    ("words", "item"),
    [
        ("家里漏水", 2),
        ("家里漏 水", 2),
        ("我有个建议", 6),
        ("水", None),  # the parent's keywords never decide alone
        ("house", None),
        ("路灯和漏水", 2),  # a tie that the parent's keywords break
        ("路灯和水管道", 5),  # more matches weigh more
        ("漏水，水管", None),  # a tie under one parent
        ("lamp, pipe", None),
        ("lamp, pipe, house", 2),
        ("漏水漏水漏水，路灯和lamp", 5),  # said again is not said more
        ("gas leak", 2),  # the longer of two
        ("drains", 3),
        ("batteries", 3),
        ("boxes", 3),
        ("DRAIN", 3),
        ("ｄｒａｉｎ！", 3),
        ("drainage", None),
        ("a pipeline", None),
        ("路灯drain坏了", None),
        ("不是漏水", None),
        ("不是漏水，是路灯", 5),
        ("不是漏水是路灯", 5),
        ("是不是漏水", 2),
        ("这不是漏水吗", 2),
        ("not the drain but the lamp", 5),
        ("It isn't a drain, it's the lamp", 5),
        ("the drain is not working", 3),
    ],
)
def test_words_are_weighed(words, item):
    assert guess(words, LISTED) == item


def test_the_same_keyword_of_two_items_decides_nothing():
    assert guess("漏水", [Keyworded(1, None, ("漏水",)), Keyworded(2, None, ("漏水",))]) is None


def test_without_a_list_nothing_is_guessed():
    assert guess("漏水", []) is None


@given(st.text(max_size=60) | st.text("不是漏水路灯管道 drainsgleak,。吗\n'", max_size=40))
@settings(deadline=None)
def test_only_items_are_guessed_whatever_is_written(words):
    assert guess(words, LISTED) in {None, 2, 3, 5, 6}


async def test_the_categories_in_use_are_read_with_their_keywords(database, import_files):
    await import_files(categories="code,name,parent,keywords\nA,水,,\nB,漏水,A,漏水;leak\n")
    above, item = await database.read(categories.keywords)
    assert (above.parent_id, above.keywords) == (None, ())
    assert (item.parent_id, item.keywords) == (above.id, ("漏水", "leak"))
