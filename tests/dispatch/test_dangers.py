"""What is an emergency now, and what only sounds like one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dispatch import danger_words, traditional
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


def each(words: str) -> list[str]:
    return [one.strip() for one in words.replace("\n", " ").split(" / ")]


IN_HASTE = {
    FIRE: """
        119快来 / 快打119 / 被困火场 / 着货了 / 着火啦 / 着伙了 / 着火 / 起火 / 失火了救命 / 火灾 /
        楼上着火 / 烧起来了 / 厨房烧着了 / 房子烧了 / 好大的火 / 火好大 / 火很大 / 大火 / 有火 /
        电动车烧起来了 / 电瓶爆炸 / 电瓶车充电冒烟 / 插座冒火 / 电线冒火 / 冒火星 / 冒火了 / 有烟冒出来 /
        家里好多烟 / 楼道全是烟 / 楼道都是烟 / 楼上有烟 / 窗户冒烟 / 闻到烧焦的味道 / 有股糊味 /
        东西烧糊了满楼道烟 / 煤气罐着火 / 油锅着了 / 锅烧干了冒烟 / 火烧起来啦 / 来火警 / 火警 /
        消防车快来 / 快叫消防队 / fire help / help fire / fire / Fire / FIRE!! / fire in kitchen /
        fire in the kitchen / there is fire / its on fire / house burning / building is burning /
        smoke everywhere / lots of smoke / smoke from the window / something burning / i smell smoke /
        big flames / 好像着火了 / 可能着火了 / 像是着火了快来人 / 别人家着火了 / 消防快来着火了 /
        能不能快来着火了 / 没电了着火了 / 是不是着火了 / 短路引起着火了 / 插座着了 / 邻居家着火了没人 /
        楼梯间起火啦 / 5楼窗户往外冒黑烟 / 隔壁家冒烟了家里没人 / 垃圾桶着火 / 我家厨房油锅起火了怎么办 /
        走水了 / 楼下燃起来了 / 好大的烟 / 闻到焦味 / 有烧糊的味道 / 配电箱着了 / 变压器爆了 /
        电动车爆炸了 / smoke coming from 3rd floor / theres a fire / apartment on fire / kitchen fire
    """,
    GAS: """
        煤气漏了 / 煤气泄露了 / 天然气漏气 / 天燃气泄漏 / 煤汽味很大 / 家里全是煤气 / 好大的煤气味 /
        煤气罐漏气了 / 煤气阀门坏了在漏气 / 我闻到瓦斯味 / 煤气好臭 / 燃气味道好大 / 煤气没关好中毒了 /
        gas leak / gas smell / smell gas / gas leaking / it smells like gas / strong smell of gas /
        gas everywhere / can smell the gas / 防盗门外面有煤气味 / 可能煤气漏了 /
        I am calling about a gas leak / there might be a gas leak / 昨天开始漏煤气 /
        头晕恶心可能煤气中毒 / 楼道里煤气味很重，头晕 / 忘关煤气了一屋子味 / the gas is leaking
    """,
    INJURY: """
        120快来 / 120 快来 / 快打120 / 叫120 / 帮忙打120 / 有人跳楼 / 有人要跳楼了 / 有人从楼上跳下来了 /
        老人摔倒了起不来 / 老人摔倒了 / 老人摔了起不来了 / 老爷子摔了一跤动不了 / 奶奶倒地上了 /
        我奶奶倒在地上 / 老人躺地上不动 / 老人躺在地上起不来 / 有人躺在路边没反应 / 电梯困人，有人晕倒 /
        电梯里有人受伤了 / 我爸不行了 / 老人不行了 / 人不行了 / 我妈快不行了 / 胸口疼喘不上气 /
        胸闷喘不过气 / 口吐白沫 / 孩子噎住了 / 孩子卡住喉咙了 / 有人被车撞了 / 撞人了 / 出车祸了 /
        电动车撞了人 / 我被狗咬了 / 孩子被狗咬了 / 被电到了 / 有人触电 / 被砸到头了 / 砸伤人了 /
        头破血流 / 血止不住 / 满脸是血 / 好多血 / 老人没反应了 / 没脉搏了 / 昏死过去了 / 休克了 /
        中暑晕倒 / 人晕了 / 我晕过去了 / 孩子发烧抽风 / 要生了羊水破了 / 吃安眠药自杀 / 有人自杀 /
        她要自杀 / 不想活了 / 我不想活了 / 有人在楼顶要往下跳 / 掉下来一个人 / 有人坠楼了 /
        从楼上掉下来了人 / 落水了 / 有人掉河里了 / 救人啊 / 救救我 / 救命 / 快救人 / call 120 /
        call ambulance / need an ambulance / someone is hurt / he is hurt / old man fell / my mom fell /
        grandma fell and can't get up / she fell down / he fell / man not moving / he is going to jump /
        blood everywhere / lot of blood / hit by a car / child choking / he can't breathe /
        cant breathe / heart attack / having a stroke / someone is dying / he is dying / overdose /
        chest pain / unconscious / electric shock / got burned / dog bit me / dog bit a child /
        老人不小心摔倒了 / 居委会有人晕倒 / 打电话没人接有人晕倒了 / 有人晕倒可能是心脏病 /
        lift not working man unconscious inside / 居委会门口有人受伤 /
        宝宝噎到了 / 有人倒在楼下 / 老人倒在卫生间 / 血流了一地 / 我的手断了 / 女儿吃了安眠药 /
        她吞了一瓶安眠药 / 老伴没气了 / 孩子被电梯夹了 / 老人被电梯门夹到了 /
        大爷突然倒地了 / 老太太晕倒在楼道 / 我胸口疼，出不了气 / 小孩从楼上摔下来了 /
        孩子从窗户掉下去了 / 老人掉坑里了 / 我爷爷叫不醒了 / 奶奶喘不上气了怎么办 /
        有个人躺在楼下一动不动 / 砸到一个小孩 / 树倒了砸到人了 / 他喝农药了 / 他割腕了 / 有人触电倒地 /
        my husband is unconscious / my father has collapsed / he is not breathing please help /
        an old man fell down and can't get up / someone has been hit by a car / she cut her wrist
    """,
    CRIME: """
        110快来 / 快打110 / 家里进贼了 / 进贼了 / 家里来小偷了 / 有人打架 / 有人在打架 / 楼下打架了 /
        打架斗殴 / 几个人在打我 / 有人打我 / 他要打我 / 老公打我 / 我老公又打我了 / 有人在楼下闹事 /
        有人抢我手机 / 有人跟踪我 / 有人敲门要闯进来 / 有人翻窗进来了 / 有人爬窗户 / 有个男的拿刀 /
        有人带刀 / 他拿刀砍我 / 被人打了 / 我被打了 / 爸爸打妈妈 / 孩子不见了 / 孩子被人抱走了 /
        有人偷电瓶 / 有人正在偷车 / help police / call police / call the police / people fighting /
        two men are fighting / there's a fight / a fight downstairs / thief in my house /
        there is a thief / someone broke in / someone is in my house / being robbed / he hit me /
        my husband beats me / my husband hit me / he is beating his wife / man with a knife /
        man with knife / he has knife / following me / help me he has a gun / 怎么能打人 /
        我要举报有人持刀 / 别人打架 / 业委会有人打架 / 防盗门有人撬锁 / 我老公经常打我 / 有人打架吗楼下 /
        有人拿着刀在楼下 / 有人砸我家门 / 有人在踹我家门 / 陌生人闯进我家了 / 有小偷在楼道 /
        有人被砍了 / 他被捅了一刀 / 有个陌生男人跟着我 / 孩子丢了 / 孩子找不着了 / he got shot /
        隔壁家暴打老婆 / 有人抢劫 / 他拿刀要杀我 / 有人被绑架 / someone is trying to break in /
        there is a man with a knife / they are beating a man / my neighbor is hitting his wife
    """,
}
"""As people write it in panic, without signs between, or as voice input writes it."""


IN_FEAR = {
    FIRE: """
        着火拉 / 起火勒 / 着火喽快跑 / 屋头燃起来了 / 屋头起火咯 / 厨房烧起来喽 / 隔壁屋头冒烟子 /
        楼道好多烟子 / 电瓶车烧了 / 电动车燃了 / 阳台烧着了 / 被子点着了 / 锅里着了 / 烟好大呛死人 /
        烟大得看不见 / 着活了 / 全是烟看不见路 / 楼道烟好大下不去 / 浓烟滚滚 / 看到火了 / 窗户往外窜火 /
        火窜上来了 / 火烧到阳台了 / 着祸了 / 火灭不了 / 火扑不灭 / 快来灭火 / 充电器炸了 / 电池炸了 /
        煤气罐炸了 / 轰的一声炸了 / 插座烧了 / 电表箱烧起来 / 空调外机冒烟 / 塑料烧焦味 /
        隔壁家烟雾报警器响个不停 / 垃圾房烧了 / 草堆烧起来了 / 火太大了跑不出去 / 有人泼汽油 / 煤气罐喷火 /
        火大得很 / 楼上着火，烟都下来了 / 我家被火困住了 / 烟太大出不去 / 楼道里烟很大 / 樓上著火了 /
        火災啊快來人 / 廚房起火 / 濃煙 / 樓道都是煙 / 電動車燒起來了 / 冒煙了 / 失火啦 / 房子燒起來了 /
        快叫消防車 / 爆炸了 / 聞到燒焦味 / 電線冒火花 / 瓦斯爆炸 / 煙霧警報器響了 / 火勢很大 / 樓梯間有煙 /
        smoke coming under the door / my kitchen's on fire / my kitchen’s on fire /
        the curtains are burning / its burning / we can see flames / smoke filling the hallway /
        room full of smoke / the house is full of smoke / the stove caught fire / the battery exploded /
        the e-bike battery is smoking / sparks coming from the socket / the socket is sparking /
        something smells burnt / smells like burning plastic / there's a smell of smoke /
        fire on the 5th floor / fire downstairs / I see fire / I can see smoke / call the fire brigade /
        call fire department / the balcony is ablaze / the fire is spreading / trapped by fire /
        black smoke / thick smoke in the stairwell / there's smoke / theres smoke / smoke! /
        the bin's burning / my flat burns / 车棚着了，电瓶车烧得噼里啪啦 / 电梯里面冒烟了 / 地下车库好多烟 /
        我家插座冒烟啦 / 微波炉着火了 / 洗衣机冒烟有糊味 / 楼上往下掉火星子 / 烟花把阳台点着了 /
        有人点鞭炮把草点着了 / 楼道电表箱噼啪冒火花 / 孩子玩打火机把床单点着了 / 打119 / 快打119 /
        有人扬言要炸楼 / 有人要放火烧房子 / 他说要烧死我们 / 電線走火 / 火燒起來了 / 瓦斯爆炸了 /
        There is smoke coming out of the elevator / I smell smoke in the corridor /
        Strong smell of burning in the stairwell / my stove is on fire / the rubbish chute is on fire /
        electric meter sparking / the lights are sparking and smoking / bin on fire /
        grass fire behind building 2 / an e-bike is on fire / 楼下烧起来了 / 起火啦起火啦 /
        着火啦！！！快来人啊 / 火着起来了 / 厨房里的油着火了 / 抽油烟机着火 / 空调起火 / 电视机冒烟了 /
        电热毯烧起来了 / 蜡烛把窗帘点着了 / 墙里的电线冒烟 / 配电室有火光 / 草坪着火 / 楼上浓烟往下灌 /
        楼道里都是黑烟看不见 / 车底下在冒火 / 充电宝炸了 / 电动车电池着火爆炸 / 仓库失火 / 饭店后厨起火 /
        对面楼窗户冒火苗 / 消防快来 / 快喊消防 / 鄰居家失火了 / 陽臺冒煙 / the building is on fire /
        my neighbour's flat is on fire / there's fire on the balcony / fire in the garage / I see flames /
        smoke is everywhere / thick black smoke from the window / our kitchen caught fire /
        the battery is on fire / burning smell from the socket / there's a burning plastic smell /
        explosion in the garage / 火烛啊 / 着火咗 / 我嘞个天着火嘞 / 屋头遭火烧了 / 嘛呢着火了 / 咱家着火了 /
        我家里头着火了 / 隔壁屋里着火了没人在家 / 六楼着火 / 6楼冒烟了 / 三单元着火 / 二楼厨房窜出火来 /
        沼气爆炸 / 火災 / 快來救火 / 救火啊 / 樓下失火 / 有煙味，好像燒起來 / 電箱爆炸 / fire on my floor /
        my apartment is on fire please help / theres a fire in my building / smoke is coming from next door /
        smoke in my apartment / i see smoke coming from the roof / house fire / electrical fire /
        car on fire / my toaster caught fire / i smell something burning
    """,
    GAS: """
        瓦斯漏氣 / 煤氣洩漏 / 瓦斯外洩 / 瓦斯味好重 / 聞到瓦斯味 / 天然氣漏了 / 煤氣中毒 / 燃氣警報器在響 /
        漏瓦斯 / 煤气漏勒 / 煤气味好冲 / 一股子煤气味 / 煤气味大得很 / 燃气管子漏了 / 燃气管道挖断了 /
        煤气管断了 / 煤气嘶嘶响 / 天然气管子挖断在喷气 / 液化气罐嘶嘶漏 / 一氧化碳报警了 / 烧炭中毒了 /
        我闻见煤气了 / 闻着有煤气味 / 煤气阀漏 / 煤气灶漏气 / 是不是煤气漏了 / 煤气管子漏了一屋子味儿 /
        煤气泄了 / 屋里煤气呛人 / 煤气忘关了 / 忘了关煤气 / the gas pipe is leaking / gas pipe burst /
        broken gas pipe / it stinks of gas / the gas is hissing / the whole stairwell stinks of gas /
        strong gas odour / odor of gas / there's a gas smell / the gas alarm is going off /
        the carbon monoxide alarm is going off / gas leaking from the stove / smells like gas in here /
        i can smell gas / stairs smell of gas / gas coming out of the pipe / 家里一股煤气味，头有点晕 /
        隔壁没人，煤气味从门缝出来 / 楼道里好像是天然气味儿 / 挖机把燃气管道挖破了 / 厨房煤气一直在漏关不上 /
        煤气报警器叫个不停 / 一氧化碳中毒 / 有人要点煤气罐 / 家裡煤氣味很重 /
        There's a strong smell of gas in unit 2 / we smell gas / gas leak!!! / i think its a gas leak /
        my gas stove is leaking / 闻到煤气味了 / 满屋子煤气 / 煤气罐在漏气 / 软管漏气煤气味很大 /
        燃气管漏了滋滋响 / 楼下好浓的天然气味 / 家里人煤气中毒昏迷 / 煤氣漏了 /
        we can smell gas in the hallway / gas smell in the stairwell / the gas valve is leaking /
        gas leaking from the meter / 燃气泄露了 / 天然气漏得厉害 / 煤气漏起来了 / 闻起来像煤气 /
        煤气味重得很 / 煤气没关 / 好像有燃气味 / 燃气表漏气 / 液化气瓶漏了 / gas!! i smell gas /
        gas in the hallway / we have a gas leak / the smell of gas is very strong
    """,
    INJURY: """
        老人不喘气了 / 没有反应了 / 被狗咬了 / 被车撞了 / 不喘气了 / 没呼吸了 / 不出气了 / 上不来气 /
        出不来气 / 透不过气 / 老爷子不动弹了 / 呼吸不了 / 心口疼得厉害 / 胸口闷疼 / 心绞痛 / 胸痛 /
        心跳停了 / 脸都紫了 / 嘴唇发紫 / 翻白眼了 / 嘴歪眼斜 / 半边身子动不了 / 突然说不出话了 /
        孩子抽过去了 / 抽风了 / 羊癫疯犯了 / 晕了 / 昏到了 / 晕到了 / 喊不应 / 叫不应 / 喊他不答应 /
        怎么叫都不醒 / 怎么喊都没反应 / 人叫不醒了 / 摔了一跤起不来 / 绊倒了爬不起来 / 栽倒了 /
        老人栽了个跟头 / 跌倒了 / 滚下楼梯了 / 从楼梯上滚下来 / 从梯子上掉下来 / 从窗户掉下去 / 我奶奶摔咯 /
        老汉摔了动不得 / 腿摔断了 / 骨头断了 / 骨折 / 一直流血 / 血流不停 / 都是血 / 地上一滩血 / 吐血了 /
        大出血 / 手指切断了 / 手指断了 / 被烫了 / 开水烫着了 / 烫到了 / 被电了 / 电着了 / 电到人了 / 淹着了 /
        掉窨井里了 / 掉进粪坑 / 孩子头卡在栏杆里 / 呛到了喘不上来 / 鱼刺卡喉咙了 / 吞了电池 / 误食老鼠药 /
        喝百草枯了 / 吃了老鼠药 / 食物中毒 / 想跳楼 / 站在楼顶要跳 / 想死 / 活不下去了 / 我要死了 / 快死了 /
        死人了 / 有人死了 / 上吊了 / 我老婆要生了 / 破水了 / 出人命了 / 救名 / 救名啊 / 救命哇 / 快来救我 /
        来人啊 / 快来人啊！ / 被蛇咬了 / 中暑了 / 脑出血 / 脑溢血 / 心脏病犯了 / 哮喘犯了 / 快不行了 /
        断气了 / 没气儿了 / 气都没有了 / 撞死人了 / 被电瓶车撞了 / 被摩托车撞倒 / 有人被压住了 /
        压在车底下了 / 墙倒了压到人 / 有人被埋了 / 头被砸了 / 花盆砸头上了 / 手被门夹断了 / 手被机器绞了 /
        我爸没了反应 / 人已经没反应了 / 老人家晕起了 / 阿婆跌咗 / 阿公倒咗喺地 / 俺娘晕过去咧 / 俺爹不中了 /
        老汉儿昏倒咯 / 娃儿遭车撞了 / 娃娃遭狗咬了 / 老爹摔倒撒 / 我屋老人晕倒了 / 过敏喘不上气 /
        低血糖晕倒 / 老人突然倒了 / 我站不起来了动不了 / 我摔了 / 我摔倒了 / 有人暈倒 / 叫救護車 / 有人受傷 /
        老人摔倒爬不起來 / 沒有呼吸了 / 喘不過氣 / 被車撞了 / 有人要跳樓 / 自殺 / 觸電 / 沒反應了 /
        不喘氣了 / 頭破血流 / 心臟病發作 / 中風了 / 救命啊快來人 / 孩子燙傷 / 胸口很痛 / 割腕自殺 /
        my father isn't breathing / he isn't breathing / he isn’t breathing / he stopped breathing /
        can’t breathe / she can't breathe / I cant breath / he isnt breathing / she's barely breathing /
        trouble breathing / struggling to breathe / has difficulty breathing / my mum won't wake up /
        she wont wake up / i cant wake my mum / can't wake him up / grandma doesn't wake up /
        he is not waking up / he has no pulse / no heartbeat / he's turning blue / her lips are blue /
        collapsed / dad's collapsed / grandpa just collapsed / old lady collapsed on the stairs /
        he's passed out / fainting / bleeding badly / there's so much blood / she hit her head /
        I've fallen / I have fallen and can't get up / my mum has fallen / she can't move /
        he's fallen down the stairs / fell off a ladder / fell from the balcony / fell out of the window /
        he broke his leg / she broke her hip / I think my leg is broken / seizure / he's having a fit /
        convulsing / stroke / his face is drooping / pain in my chest / my chest hurts / baby is choking /
        swallowed a battery / my son drank bleach / she's been poisoned / took too many pills /
        took all her pills / she wants to die / i want to die / going to kill myself /
        about to jump off the roof / a kid drowned / fell in the river / got run over / ran over a child /
        struck by a car / car accident / someone got hit / the dog attacked me / a dog attacked my son /
        she burnt her hand / scalded / badly burnt / unresponsive / she's not responding /
        he doesn't respond / he isn't moving / he isnt responding / man lying on the ground / dead body /
        he's dead / i'm dying / she is giving birth / her water broke / my wife is in labour / unconcious /
        my mother wouldn't wake up / he stopped moving / severe allergic reaction /
        i've been hit by a scooter / My grandmother's not breathing / he doesnt breathe /
        she is hardly breathing / 3号楼2单元502有人晕倒了快点来 / 我婆婆在厕所摔了，怎么叫都没反应 /
        妈妈从床上摔下来了 / 老头子突然倒下去了 / 我爱人胸口痛得直冒汗 / 孩子吞了纽扣电池怎么办 /
        我家娃发高烧抽筋了 / 小孩呛奶了脸色发紫 / 我奶奶吃饭噎着了说不出话 / 邻居家阿姨割腕了好多血 /
        阳台上有个女的要往下跳 / 有人站在楼顶边上 / 隔壁男人在打老婆，女的一直喊救命 / 被人打了流血了 /
        电动车撞了个老太太 / 孩子被车碾了 / 孩子被开水烫了 / 热水烫到娃了 / 狗追着咬人 / 大狗把小孩扑倒咬了 /
        有疯狗咬人 / 我不小心喝了洁厕灵 / 爷爷误服了农药 / 老伴吃错药了人迷糊了 / 洗澡晕在卫生间了 /
        我妈晕在厕所 / 人没意识了 / 没有意识了 / 没意识 / 人没有呼吸心跳了 / 没心跳 / 手没知觉了嘴也歪了 /
        老人中风了不能说话 / 我快喘不过来气了 / 呼吸很困难 / 心跳好快喘不过气 / 我心脏病犯了没药 /
        心脏难受得不行快来人 / 我要不行了 / 我撑不住了想跳下去 / 活着没意思，我想一了百了 /
        我不想活了，对不起大家 / 遗书写好了 / 电梯坠落了里面有人 / 墙塌了压着人了 / 脚手架倒了砸到人 /
        树砸人了 / 广告牌砸到行人 / 玻璃掉下来扎伤人 / 阳台掉下来一块水泥砸到小孩 / 有人掉进化粪池了 /
        小孩掉下水道里面了 / 有人溺水快救 / 河里有人 / 湖里淹了个孩子 / 有人跳河了 / 婴儿没呼吸了 /
        宝宝不动了 / 宝宝怎么叫都不醒 / 我怀孕了肚子好痛流血 / 要生了来不及了 / 羊水破了快叫救护车 /
        我妈血压200多晕过去 / 帮忙叫救护车 / 有人倒在電梯裡 / 我爸爸沒有心跳了 / 快點叫救護車 /
        小孩從樓上掉下來了 / 我媽媽昏倒了 / 有人要自殺 / 老人家跌倒流血 / 有人燒炭 /
        Please help my dad has collapsed in building 3 / he's on the floor and won't wake up /
        my neighbour is on the floor and not moving / I think my grandfather had a stroke /
        she's having a seizure / my baby isn't breathing / my baby has stopped breathing /
        my mother fell in the bathroom and can't get up / my wife fell down the stairs /
        old woman fell on the ice, broken hip / he is bleeding from the head / blood is everywhere /
        cut my hand badly / he cut himself with a saw / child stuck in the lift and cant breathe /
        my kid ate rat poison / drank pesticide / I took a whole bottle of pills /
        I don't want to live anymore / someone is going to jump from the roof /
        there is a woman on the ledge / man drowning in the pond / a kid fell into the well /
        my daughter fell from the window / hit and run outside the gate / a car hit an old man /
        a truck hit a child / e-bike crashed into a child / he was hit by an e-bike /
        electric wire fell and someone got shocked / he got electrocuted /
        need help my husband is unconscious / he's unresponsive / my friend od'd / she isn't waking up /
        I cannot breathe / having trouble breathing / chest is tight and I can't breathe /
        father has chest pains / heart problem please call ambulance / need doctor urgently / emergency! /
        a dog bit me / dog mauled a boy / 我爸吃饭的时候突然不说话了，头歪着 / 我妈突然站不稳，说话含糊 /
        老人突发疾病 / 外婆叫不醒了怎么办啊 / 爷爷躺在床上没有反应 / 我姐割腕了 / 室友吃了一把药 /
        老公心脏病发作 / 孩子从滑梯上摔下来头流血了 / 孩子摔破头了 / 小孩手指被门夹断了 /
        娃儿从二楼掉下来了 / 有个老奶奶在路边摔倒了没人管 / 门口有个老人倒在雪里 / 有人躺在花坛边一动不动 /
        有个醉汉倒在楼道里叫不醒 / 有人触电了快断电 / 工人从脚手架上掉下来了 / 师傅从楼顶摔下去了 /
        高空抛物砸到我妈了 / 花盆砸中一个小女孩 / 电动车把老人撞飞了 / 汽车撞到小孩了 / 快递车撞了我 /
        两辆车相撞有人受伤 / 我被车门夹到手流血了 / 狗把我咬出血了 / 我女儿被邻居家的狗咬了腿 /
        猫把孩子抓出血 / 被毒蛇咬了 / 蜜蜂蛰了脸肿得喘不上气 / 孩子吃错东西一直吐 / 全家食物中毒了 /
        吃蘑菇中毒了 / 我头好晕要倒了 / 我好难受快死了 / 呼吸困难胸口压得慌 / 我老婆大出血 / 孕妇晕倒了 /
        孕妇要生了 / 产妇羊水破了 / 孩子抽搐了 / 癫痫发作倒地 / 他喝了敌敌畏 / 她要跳楼快来人 /
        女孩坐在天台边哭 / 有人在桥上要跳河 / 我活够了 / 不想活了再见 / 有人被打倒在地 / 打群架了流了好多血 /
        老人暈倒在樓梯間 / 我爸喘不過氣來 / 孩子被燙傷了 / 車禍有人受傷 / my dad's not breathing /
        grandpa isn't moving / she's not waking up / mum fell and she's not moving /
        he just dropped to the floor / he collapsed and he's not responding /
        there's blood coming out of her head / my son cut his arm and it won't stop bleeding /
        she's losing a lot of blood / my daughter swallowed a coin and is choking /
        he can't breathe properly / I'm having chest pains / I think I'm having a heart attack /
        my husband's having a stroke / my wife is bleeding, she's pregnant / my wife's water just broke /
        an old man has been hit by a car / a child was hit by a scooter / someone jumped off the roof /
        she says she will jump / my neighbor tried to kill himself / he took an overdose /
        somebody fell from the 4th floor / a worker fell from the scaffolding / a wall fell on a man /
        a flower pot fell on a woman / something fell on my mum's head /
        my kid burned his hand with boiling water / got an electric shock / a dog attacked my child /
        bitten by a snake / 救命啊我妈快不行了 / 老人家昏倒喽，快来人 / 我阿爸突然晕倒 / 阿妈跌倒爬唔起身 /
        有人喺楼下晕低咗 / 阿婆唔郁喇 / 俺爷喘不上来气咧 / 俺娃让车撞咧 / 瓜娃子遭电打了 / 婆婆绊倒起不来咯 /
        我爷爷没得气了 / 老头儿没气了 / 老汉遭车撞了 / 小娃儿落水了 / 侬快来，阿爷昏过去了 /
        老人忒难受，喘不动了 / 我爸心梗了 / 爷爷心脏病又犯了 / 奶奶高血压犯了晕倒 / 我妈低血糖昏迷 /
        孩子高烧惊厥 / 孩子烧到抽搐 / 孩子喘不上气脸发青 / 宝宝吞了硬币 / 宝宝呛水了 /
        宝宝从床上掉下来头磕破了 / 头磕破了流血 / 头撞破了 / 碰到头流血了 / 我切到手了血止不住 / 砍到脚了 /
        手被绞进机器了 / 胳膊摔断 / 我的脚崴了动不了 / 摔到腰起不来 / 滑倒摔到头 / 老人洗澡滑倒了 /
        救救我老公他没呼吸了 / 老公不省人事 / 老婆喝药了 / 喝药自杀 / 她把药全吃了 / 我吃了一瓶药 /
        他开煤气自杀 / 我想死了算了 / 我不想活了 / 有人要轻生 / 有人站在天台上 / 女孩站窗台上 /
        他爬到楼顶了要跳 / 一个人从楼上跳了 / 楼上有人掉下来了 / 有人拿酒瓶砸人 / 砸头了出血 / 打出血了 /
        打得头破血流 / 有人跳樓了 / 有人墜樓 / 老人沒氣了 / 老奶奶摔斷腿 / 嬰兒不呼吸了 / 我爸胸口痛 /
        hes not breathing / shes unconscious / not breathing / grandma passed out /
        grandpa fell and hit his head / grandma fell again, can't get up / help my mom fell down /
        my baby fell off the bed / he fell from the roof / fell off the roof / he is having a heart attack /
        my dad has chest pain / she is choking / someone is bleeding / lots of blood on the stairs /
        my leg is broken / i broke my arm / a child was run over / kid drowning / i want to kill myself /
        i'm going to jump / im going to die / she tried to hang herself / he hanged himself /
        my mother took poison / he had a seizure / grandpa can't talk and his face is drooping /
        can't feel his legs / my wife is giving birth / baby coming now / severe burns / he burned himself /
        he's choking me
    """,
    CRIME: """
        他会打死我的 / 他说会杀了我 /
        家里遭贼了 / 家里被盗了 / 家里被偷了 / 有贼 / 抓贼啊 / 抓小偷 / 屋里有陌生人 / 门被撬了 / 锁被撬了 /
        有人撬我家门 / 有人砸门 / 有人踹门 / 抢劫啊 / 打劫 / 被抢了 / 我被抢了 / 包被抢了 / 手机被抢了 /
        偷孩子 / 孩子被拐了 / 人贩子 / 打起来喽 / 要打死人了 / 往死里打 / 打死我了 / 动手打人 / 动刀子了 /
        捅刀子 / 被捅了 / 拿棍子打人 / 拿斧头砍门 / 他有枪 / 有人拿枪 / 掐我脖子 / 非礼 / 耍流氓 /
        一直跟着我 / 劫持 / 快报警 / 帮我报警 / 娃儿不见了 / 娃丢了 / 我妈走丢了 / 小孩被人带走了 /
        有人投毒 / 把我关起来了 / 关在屋里不让我走 / 有人摸我 / 老公把我往死里打 / 他又动手了 / 我家进人了 /
        有人闯到我屋头 / 屋头遭偷了 / 有强盗 / 遭抢了 / 他要弄死我 / 他说要杀了我全家 / 我家被砸了 / 打群架 /
        有小偷 / 搶劫 / 殺人了 / 有人打架 / 家裡遭小偷 / 家裡進賊了 / 有人闖進來 / 快報警 / 有人跟蹤我 /
        被搶了 / 綁架 / 孩子不見了 / 強姦 / 老公打我 / 拿刀砍人 / 有人撬門 / 小偷進來了 / 被打了 /
        I've been stabbed / he stabbed her / i got robbed / they robbed me / burglars in the house /
        there's been a break-in / my flat has been broken into / someone's trying to get in /
        somebody's in my house / there's someone in my flat / stranger in my room / kicking my door in /
        trying to break down the door / snatched my bag / my daughter has gone missing / can't find my son /
        lost my child / my child has been taken / he's hitting me / he’s beating me / strangling me /
        he has a gun / gunshots / someone is shooting / someone attacked me / i'm being followed /
        someone's following me / he threatened to kill me / he wants to kill me / he'll kill me /
        she was raped / groped / they are fighting / fight broke out outside / he won't let me out /
        he locked me in / call the cops / domestic abuse / my husband is beating me /
        a drunk is hitting people / he grabbed me / stole my purse just now / he's got a knife /
        a man is threatening me / my house was burgled / we got burgled / 楼下有人吵架动刀了 /
        楼下有个男的拿着刀追人 / 门口有人一直撬锁我一个人在家好怕 / 有人在敲门说是查水表，一直踹门 /
        我女儿放学没回家找不到了 / 老人出去一天了没回来 / 我爸老年痴呆走失了 / 我妈出门买菜找不到家了 /
        小区里有人打起来了见血了 / 我听到隔壁有女人惨叫 / 隔壁一直有孩子哭喊着别打了 / 他把我手机抢走了 /
        有人抢我的包往东门跑了 / 老公喝醉酒打我和孩子 / 我老公掐着我脖子 / 我被打了头破了 / 谁帮我报一下警 /
        报警报警 / 我要报警 / 有陌生人跟着我进电梯 / 有个变态跟踪女孩 / 有人偷窥我洗澡 / 小区有人露阴 /
        有人拿砖头砸我家窗 / 一群人拿棍子在小区门口 / 有人持械 / 追着砍 / 隔壁在打小孩 / 有人持槍 /
        我被跟蹤了 / 家裡被偷了 / someone's been stabbed outside building 5 / there are two men with knives /
        a man with an axe / they're beating up an old man / I think there's a burglar downstairs /
        someone just broke into my car / a man tried to grab my daughter /
        somebody is banging on my door and shouting he'll kill me / my son has been kidnapped /
        my child is missing / missing child / my mother with dementia is missing / he has me by the throat /
        my husband is going to kill me / he hit my mother / help I am being attacked /
        a man exposed himself / dogs are attacking people / 有个男的强行进我家 / 前夫来砸门说要杀我 /
        邻居拿菜刀砍我家门 / 有人持刀威胁 / 有人在小区里砍人 / 楼下有人被捅了 / 一群人围殴一个人 /
        我爸打我妈打得好凶 / 隔壁家暴 / 老公要打死我 / 他把我锁在屋里 / 我被绑架了 / 有人抱走我孩子 /
        我孩子被陌生人带走了 / 孙子不见了 / 孙女走丢了 / 我老伴走丢了有老年痴呆 / 弟弟失踪了 /
        家里门被撬开了，东西都没了 / 我家进小偷了 / 小偷从窗户爬进来了 / 家里钱被偷光了 /
        刚才有人抢了我的金项链 / 有人在车库猥亵小女孩 / 男的在电梯里摸我 / 有人尾随我回家 / 有人打老婆 /
        小偷在撬門 / a man with a knife is in the lobby / someone broke into our house / burglars /
        there's an intruder / he's trying to break my door / my ex is at the door threatening to kill me /
        my husband hit me / he punched my mother / a group of men is beating somebody /
        a man is following me / someone stole my bag and ran / they robbed an old lady / I heard gunshots /
        somebody got stabbed / my little girl is missing / my son didn't come home /
        we can't find our daughter / 被人捅了 / 有人捅人 / 男的打女的 / 楼下有男的打女的 / 喝醉的打人 /
        好几个人打一个 / 孩子被人打了 / 我儿子在小区被打 / 我妈被打了 / 有人欺负小孩 / 有人拖走一个女孩 /
        有人要抱走孩子 / 孩子被抢了 / 手机被人抢了 / 钱包被抢 / 包被抢走了 / 被抢劫了 / 遇到抢劫 /
        家里来贼了 / 贼进屋了 / 有贼翻墙进来 / 有人在撬我家门 / 有人半夜敲门撞门 / 有人撞门 / 屋里进人了 /
        我被搶劫 / 歹徒闖進來 / 他要殺我 / 有人在砍人 / 家暴 / 被跟蹤 / 小孩走失 / he was stabbed /
        he's been shot / someone is breaking into my flat / there is a man in my house /
        a stranger is in my kitchen / someone is trying to open my door / my purse was snatched /
        i was mugged / they are attacking me / my husband is hitting me / he has a knife /
        someone is fighting / big fight downstairs / men fighting with knives / a man is beating a woman /
        a man hit a woman / he's going to kill me / someone kidnapped my daughter / my grandson is missing /
        stalker / a stalker is following me / he raped her / he touched my daughter / call the police now /
        police please / help police
    """,
}
"""As those write who are frightened, old or far from books: by the sound, in their dialect, in traditional
signs, with English run together."""


@pytest.mark.parametrize(
    ("danger", "words"),
    [
        (danger, words)
        for said in (IN_HASTE, IN_FEAR)
        for danger, many in said.items()
        for words in each(many)
    ],
)
def test_what_is_written_in_haste_is_understood(danger, words):
    assert spoken_of(words) is danger


EVERY_DAY = """
        电梯困人 / 电梯困人了快来 / 有人被困电梯 / 楼上吊顶漏水 / 路上吊车挡路 / 落水管堵了 /
        落水管漏水 / 年轻生意人多 / 需要杀虫 / 要杀毒吗 / 下水道捅了半天不通 / 孩子捅了马蜂窝 /
        国家暴雨预警 / 大家暴晒 / 垃圾倒在楼道 / 有人把垃圾倒在楼道 / 有人乱倒垃圾在楼道 /
        共享单车倒在路上 / 树倒在路上了 / 电动车倒在地上 / 电线杆倒了 / 花盆掉下来摔破了 / 差点撞到人 /
        电动车骑得快差点撞到老人 / 给打孩子疫苗 / 打我电话 / 打他手机不接 / 麻烦打我电话13800000000 /
        雨打我家窗户 / 打人行道的砖 / 物业没反应 / 反映了没反应 / 叫物业没反应 / 楼上有烟味 / 楼上抽烟 /
        楼下烧烤摊冒烟 / 烧烤摊油烟冒得厉害 / 油烟机坏了 / 楼道里有烟头 / 烟道堵了 / 火车声太吵 /
        附近有火车站吗 / 楼下火锅店太吵 / 我火很大 / 火气大 / 气得冒火 / 灶火太大 / 煤气灶没有火 /
        灭火器箱锁了 / 消防栓没水 / 消防车进不来 / 消防通道被堵，消防车进不去 / 消防演习什么时候 /
        火灾报警器误报不响 / 火警演练 / 119宣传日 / 停车费120元 / 面积120平 / 这房子110平 / 110块钱 /
        电费120快交不起了 / 打了110也没人管 / 打110电话说噪音 / 检查煤气有没有漏气 /
        请帮忙检查燃气是否漏气 / 燃气安检什么时候 / 煤气管道老化 / 煤气费怎么交 / 天然气停气了 /
        家里没有天然气 / 煤气罐怎么换 / 下水道臭味很大 / 垃圾味道臭 / 怕老人摔倒 / 路面结冰容易滑倒 /
        老人腿脚不好怕摔 / 电线掉下来怕电到人 / 漏电会触电 / 小心触电 / 高空抛物会砸到人 / 差点砸到头 /
        楼上掉东西砸到车 / 砸了人家的车 / 狗随地大小便 / 怕被狗咬 / 狗叫扰民 / 遛狗不牵绳 /
        有人偷倒垃圾 / 有人偷电 / 偷懒不干活 / 楼上吵架 / 夫妻吵架 / 小孩跑跳太吵 / 楼上跳绳 /
        孩子跳下楼梯很吵 / 装修打墙 / 墙被打了个洞 / 玻璃被人打碎了 / 被打扰了 / 快递被人拿走了 /
        钥匙不见了 / 老人证不见了 / 孩子的玩具不见了 / 老人机找不到了 / 水电不行了 / 电梯不行了 /
        电梯不动了 / 电梯困人怎么办 / 路灯倒了 / 自行车倒了一地 / 晾衣架倒了 / 广告牌要倒了 /
        下水道堵了，血压计在哪借 / 想量血压 / 献血在哪 / 动员献血 / 老人需要轮椅 / 请人陪诊送药 /
        快要生了怎么办准生证 / 需要生育证明 / 心理咨询 / 打针在哪里 / 打车难 / 打扫卫生 /
        打扫楼道不干净 / 带刀具可以上车吗 / 磨刀师傅什么时候来 / 抢修什么时候 / 抢车位打不到车 / 占车位 /
        防盗门坏了 / 门锁坏了要撬吗 / 消防门关不上 / 路灯像鬼火一样 / 物业像死了一样 / 信息爆炸性增长 /
        路上有人摆摊 / 没有人受伤 / 没人受伤 / 没有着火 / 不是着火 / 不要打人 / 别打架 /
        火没烧起来就好，灯坏了 / fire door is broken / fire extinguisher expired /
        the fire stairs are blocked / the fire panel beeps / no fire / there is no fire /
        not a gas leak / no one is injured / nobody was hurt / the lift is not moving / lift not moving /
        management not responding / the office is not responding to my calls /
        he fell behind with the rent / a tree fell on the road / my bike fell over /
        water tap bleeding air / my blood pressure / call the property company / I called twice /
        please call me / help / help me carry things / can you help with papers / kids jumping upstairs /
        she is jumping upstairs all night / choking hazard / the grass is dying / my car was towed /
        police office hours / where is the police station / follow the rules / fired by the company /
        firewood in the corridor / fireworks too loud / gas bill too high / gas stove broken /
        no gas today / smoking in the lift / too much smoke from the barbecue / smoke detector /
        almost hit by a car / risk of electric shock / drowning in rubbish /
        楼上漏水把我家吊顶泡了 / 小区里有人遛狗不拴绳，狗差点咬到孩子 / 流浪狗追着孩子跑 / 广场舞太吵 /
        楼道堆了很多纸箱，有火灾隐患 / 电动车在楼道充电太危险 / 飞线充电 / 充电桩坏了 /
        井盖丢了，容易掉下去 / 井盖坏了怕孩子掉进去 / 台阶太滑，上次我摔了一跤 / 扶手坏了老人容易摔倒 /
        雪没扫，滑 / 路灯不亮，晚上怕摔跤 / 我妈住院了，没人照顾 / 老人独居没人管 / 需要血压计 /
        想咨询低保 / 暖气不热，老人冻得不行了 / 热得不行了，空调坏了 / 垃圾臭得不行了 / 厕所堵得不行了 /
        这门不行了，关不上 / 水压不行 / 健身器材坏了，孩子容易夹手 / 健身器材坏了，怕伤人 /
        树枝掉下来砸到车了 / 树要倒了 / 墙皮掉下来了 / 外墙瓷砖掉落，差点砸到人 / 楼上扔烟头 /
        楼上扔垃圾 / 有人往楼下扔东西 / 物业打电话没人接 / 打物业电话没人接 / 打电话给他们，他们不管 /
        打了好几次电话 / 装修的人打钻 / 打了个洞 / 打篮球太吵 / 打麻将太吵 / 打牌的人吵架 /
        孩子打球砸到我家玻璃 / 球砸到窗户 / 门口停车挡路 / 被车挡住了 / 我的车被撞了 / 我的车被人划了 /
        我家门被人贴小广告 / 电动车被撞倒了 / 护栏被撞坏了 / 大门被撞坏 / 快递丢了 / 自行车被偷了 /
        电瓶被偷了 / 丢了一只猫 / 我家猫不见了 / 狗走丢了 / 孩子上学怎么报名 / 孩子打疫苗 /
        孩子没地方玩 / 老人大学怎么报名 / 老人卡怎么办 / 我要办理残疾证 / 煤气表走得太快 /
        燃气公司电话多少 / 天然气什么时候通 / 家里换煤气罐 / 煤气灶坏了 / 热水器打不着火 / 灶台打不着火 /
        热水器不着火 / 油烟好大 / 好大的烟味 / 绿化树被砍了 / 扶手断了 / 桌腿断了 / 孩子丢了东西 /
        烧伤后康复 / 老人摔倒过，想装扶手 / 变压器坏了 / 每天吃安眠药 / 邻居倒在楼下的垃圾 /
        车被电梯夹了 / 孩子手套丢了 / 物业跟着我们涨价 /
        火太小了 / 灶火太小 / 楼下饭店油烟大 / 油烟味大 / 隔壁烧菜油烟 / 有人烧树叶 / 有人烧垃圾 /
        有人烧纸 / 烧烤太呛 / 邻居抽烟飘到我家 / 楼道里有人抽烟 / 电梯里有烟味 / 厕所反味 / 下水道返味 /
        路面塌了 / 水管爆了 / 水管爆裂 / 暖气爆了 / 轮胎爆了 / 电梯坏了 / 电梯掉层 / 电梯困人半小时了 /
        电梯里有人被困 / 门禁坏了，陌生人随便进 / 监控坏了 / 可疑人员 / 传销 / 骗子打电话 / 诈骗 / 赌博 /
        高空抛物 / 蜜蜂窝 / 马蜂窝在楼下 / 蛇进小区了 / 老鼠很多 / 要杀虫药 / 噪音吵得睡不着 /
        楼上跳来跳去 / 邻居吵架骂人 / 邻居骂我 / 物业骂人 / 物业态度恶劣 / 他威胁我不让停车 /
        开发商跑了 / 楼顶漏水 / 屋顶太阳能要掉下来了 / 天台门锁了 / 有人在楼顶种菜 / 有人在楼顶养鸽子 /
        消防栓漏水 / 消防龙头被偷 / 消防水管冻裂了 / 119宣传 / 119号楼漏水 / 120号楼门口有垃圾 /
        110号有人乱倒垃圾 / 3号楼120室漏水 / 住110室 / 120室漏水快来修 / 119快递柜坏了 / 门牌110 /
        电话是13812011900 / 120路公交来得太慢 / 停电了快来 / 水漏得快来人 / 快来修水管 / 快来人修电梯 /
        师傅快来 / 救护车进不来，门口堵车 / 救助站在哪 / 需要急救培训 / 急救箱在哪 / 心脏病老人需要送药 /
        中风后遗症 / 抑郁症想找人聊聊 / 我很抑郁 / 老伴走了一个人难受 / 没人帮我搬东西 / 帮我叫个开锁的 /
        开锁师傅 / 门反锁了进不去 / 撬了下水道盖 / the lift stopped /
        the stairs are slippery, someone will fall / somebody could fall / I fell last year /
        the light fell off / the ceiling is falling / kids fighting over a ball / cat fight /
        the neighbour's dog barks / dog bites are a risk / loud party / my parcel was stolen /
        bike stolen / theft in the garage last month / fire alarm keeps beeping / fire alarm test /
        please test the fire alarm / the fire escape is blocked / barbecue smoke comes in /
        smell of cooking / bad smell / smell of sewage / gas meter reading / my knife needs sharpening /
        what number is the police / my back hurts / it hurts to climb stairs / is anyone hurt? no /
        need medicine for my mother / my heart medicine / I need a doctor's appointment /
        my father had a stroke last year
"""
"""What is reported on any day, and has such words in it by chance."""


ANY_DAY = """
        燃气灶买新的 / 被车挡住了 / 楼道有火锅味 / 消防栓漏水 / 救生圈丢了 / 打麻将太吵 / 电梯按钮没有反应 /
        物业没有反应 / 物业没有反应了 / 按了按钮没反应 / 对讲机没反应 / 门禁刷卡没有反应 /
        打了几次电话没有反应 / 反映了几次没有反应了 / 社区没反应 / 物业的人没反应 / 负责人没有反应 /
        电影里有小偷 / 小偷电影放映太吵 / 楼下放电影打打杀杀太吵 / 电梯没有反应了 / 电视里喊救命太吵 /
        邻居做饭烟太大 / 厨房油烟倒灌 / 烟囱倒烟 / 抽油烟机冒油 / 灯泡烧了 / 保险丝烧了 / 灯烧坏了 /
        电机烧了 / 水泵烧坏了 / 热水器烧不热 / 孩子发烧了买药 / 烧水壶坏了 / 有人烧香 / 烤肉味太大 /
        墙纸糊了 / 红红火火 / 生意火爆 / 火急火燎 / 火冒三丈 / 一肚子火 / 做得太过火 / 消防门打不开 /
        消防检查几点 / 灭火器没气了 / 轮胎漏气 / 窗户漏气 / 暖气漏气 / 空调漏气 / 气球爆了 / 煤气公司电话 /
        煤气灶点不着 / 换煤气管 / 燃气管道施工 / 燃气停气通知 / 瓦斯爐壞了 / 瓦斯費怎麼繳 / 家里没气了 /
        气死我了 / 气死人了 / 累死了 / 热死了 / 臭死了 / 吵死人了 / 烦死人 / 冻死人了 / 花死了 / 树死了 /
        鱼死了 / 有只死猫 / 死机了 / 下水道堵死了 / 门锁死了 / 吵得要死 / 难闻死了 / 血压高 / 猫被狗咬了 /
        沙发被狗咬了 / 垃圾袋被狗咬破了 / 被狗吓到了 / 车被偷了 / 电缆被盗 / 井盖被盗 / 路灯被撞了 /
        护栏被车撞了 / 杆子被车撞了 / 大门被车撞坏了 / 手机摔了 / 花瓶摔了 / 楼上摔门 / 楼上摔东西 /
        碗摔碎了 / 跳闸了快来 / 蚊子电死了 / 抢红包 / 抢不到票 / 投放老鼠药 / 打农药味道大 / 帮我买农药 /
        喝药喝完了帮买 / 电脑中毒了 / 门卡住了 / 钥匙卡住了 / 钥匙掉下水道了 / 衣服掉楼下了 /
        空调外机要掉下来 / 磨剪子磨菜刀 / 孩子玩水枪 / 打印纸没了 / 抓娃娃机坏了 / 贼冷 / 楼道贼脏 /
        有贼多的垃圾 / 摸黑上楼 / 骚扰电话太多 / 灯被关了 / 车报警器响个不停 / 申请求助 / 救助金怎么领 /
        卫生死角 / 头晕想量血压 / 晕车药 / 灯光昏暗 / 楼道昏暗怕摔 / 呼吸道疾病 / 爬楼气喘吁吁 / 叫不应物业 /
        喊物业不答应 / 门铃不响 / 水停了没有反应 / 报修没有反应 / 群里没有反应 / 客服没反应 / 保安没反应 /
        遥控器没反应 / 充电没反应 / 刷脸没反应 / 我家车被撞了 / 店里被偷了电线 / 快递被人带走了 /
        包裹被压在下面 / 车被埋在雪里 / 树压在车上 / 压在井盖上的石头 / 电梯按钮被烫坏了 / 开水房停水 /
        老人想死心眼不改 / 救命稻草 / 救生衣 / 生火炉 / 生孩子要什么证 / 骨折后想借轮椅 / 中暑预防讲座 /
        防溺水宣传 / 溺水救援培训 / 被打扫干净了 / 抽打被子太吵 / 敲打声 / 关门声太大 / 关在笼子里的狗 /
        把电闸关起来 / 打枣 / 群里吵 / 打鼾 / 烟花爆竹太吵 / 放炮 / 炸鸡店味道 / 炸油条的油烟 / 灯炸了 /
        水管炸了 / 玻璃炸了 / 樓道燈壞了 / 電梯壞了 / 電梯按鈕沒反應 / 物業沒有反應 / 消防栓漏水沒人修 /
        麻將聲太吵 / 煙味很重 / 樓上抽煙 / 車被偷了 / 垃圾沒人收 / 燃氣表換新 / 停電了 /
        the door isn't closing / the door isn’t closing / the lift button isn't responding /
        the intercom doesn't respond / the screen won't wake up / my car won't start /
        the property company stopped responding / the noise is killing me / i'm dying of heat / a dead tree /
        a dead rat in the yard / dead battery / the battery is dead / the phone died / the sign fell down /
        a branch fell / tiles fell from the wall / paint is falling off / the bulb burned out /
        table leg is broken / the bench has a broken leg / a ball hit the window / my car got hit /
        bulb is burnt out / somebody is burning leaves / smell of burnt food / fireplace / firewall /
        smoke alarm battery is low / no smoking sign is gone / smokers in the lift / my bike was stolen /
        Rob the plumber / robot vacuum / shooting hoops at night / shooting a film downstairs / flu shot /
        water guns / glue gun / rapeseed oil / a fight over parking spaces last week / breaking news /
        the main pipe broke / labour day / labour contract / baby shower / jump rope /
        kids jump on the floor / jumper cables / someone jumped the queue / blood test / blood donation /
        bloody loud / follow me on wechat / following up on my report / a screw is missing /
        my parcel is missing / my cat is missing / lost my keys / rat poison / pills for my mother /
        pick up my pills / chest of drawers / stroke rehab / the fence collapsed / the shelf collapsed /
        breathe fresh air / gas station / gas cooker does not light / gas is off / the gas boiler is cold /
        new gas stove / can't find my keys / the neighbour hit my car / he hit my car / the lift is stuck /
        the gate won't let me out / we locked the bikes in / the water heater isn't working / doesn't open /
        wake me up early noise / the noise wakes my baby up / my card isn't responding /
        the toilet is running over / water ran over the floor / a thief in the film /
        the burglar in the movie / fire sale / fire safety talk / the candle smells nice / sparkling water /
        they stole my parcel last week / hit the button, nothing happens / the light is dying /
        lying on the ground: leaves / a bench is lying on the ground / poisonous plants / my hip hurts /
        an old wall fell down / 3号楼2单元502卫生间漏水到楼下，天花板都湿了 /
        小区门口总有人摆摊卖烧烤，油烟呛人 / 楼上小孩半夜跑来跑去像打仗一样 / 邻居家装修砸墙，震得头疼 /
        邻居装修灰尘大，孩子咳嗽 / 电梯一直晃，人在里面害怕 / 我家门口的灯一闪一闪的 / 电表箱门掉了 /
        电线老化掉皮怕出事 / 小区电线乱拉 / 充电桩充不了电 / 电动车上楼充电，举报 / 消防通道停满车 /
        消防器材过期 / 灭火器没压力 / 烟感没电一直滴滴响 / 烟雾报警器没电了 / 楼道堆放易燃物 /
        有人在楼道烧纸祭祖 / 清明烧纸能不能管管 / 楼下烧垃圾味道大 / 隔壁天天烧香 / 楼上做饭油烟排到我家 /
        油烟机漏油 / 天然气打不着 / 煤气表没电了 / 燃气卡丢了 / 想开通天然气 / 燃气热水器打不着火 /
        煤气灶火小 / 气压低 / 没有燃气了怎么充值 / 老人行动不便，想申请助浴 / 老人腿摔断过，想要个扶手 /
        我妈骨折在家休养，需要人送饭 / 我爸中风后半身不遂，想申请护理补贴 / 父亲瘫痪在床需要轮椅 /
        想借个拐杖 / 独居老人想装呼叫器 / 紧急呼叫按钮坏了 / 一键报警坏了 / 小区报警柱没反应 / 安装防盗窗 /
        孩子感冒发烧去哪看病 / 社区医院几点开门 / 想打流感疫苗 / 宠物打疫苗 / 献血车什么时候来 / 测血糖 /
        老年体检什么时候 / 药店在哪 / 帮忙买药 / 帮我取药 / 降压药吃完了 / 每天要打胰岛素 /
        心脏不好爬不动楼，什么时候装电梯 / 爬楼喘得厉害，想装电梯 / 流浪狗太多了 / 狗没拴绳很吓人 /
        邻居的狗半夜叫 / 狗屎没人捡 / 猫掉进天井里了 / 小猫卡在车底下 / 鸟窝掉下来了 / 蜂窝在阳台上请处理 /
        有蛇进屋了 / 老鼠咬坏电线 / 狗咬坏了我的鞋 / 蚊子咬得受不了 / 被蚊子咬了 / 蟑螂咬 / 白蚁 / 车被刮了 /
        车被砸了玻璃 / 我车位被占了 / 有人占我车位还骂人 / 车位被抢了 / 停车场抬杆砸到我车 / 栏杆砸车 /
        道闸打到车了 / 门禁卡丢了 / 钥匙丢了 / 手机丢了 / 快递被偷了 / 外卖被偷了 / 晾的衣服被偷了 /
        自行车丢了 / 我的包丢在公交上了 / 电动车电瓶被盗了 / 楼上空调滴水 / 雨棚声音大 / 水管爆了水漫出来 /
        水龙头关不上 / 马桶堵了 / 暖气片漏水 / 地暖不热 / 停水了没有通知 / 水压太小 / 水有味道 / 下水道冒泡 /
        化粪池满了 / 井盖响 / 井盖松动，怕人掉下去 / 路面有坑，老人容易绊倒 / 地砖松动绊脚 / 楼梯扶手松了 /
        广场舞音响太大 / KTV半夜吵 / 麻将馆太吵 / 楼下烧烤摊喝酒打闹 / 孩子在楼下打闹 / 球场晚上打球 /
        孩子打架怎么调解 / 邻里纠纷想调解 / 夫妻闹离婚想咨询 / 老公不管孩子 / 婆媳矛盾 /
        邻居威胁说要堵我家门 / 楼上说话很难听 / 邻居骂我 / 物业经理骂业主 / 物业跑路了 / 业委会换届 /
        电梯维保没做 / 电梯年检过期 / 电梯门夹东西 / 电梯里没信号 / 电梯按键失灵 / 电梯停在5楼不动 /
        电梯坏了老人下不来楼 / 门打不开 / 大门关不上 / 单元门坏了 / 玻璃破了 / 窗户掉了 / 外墙掉皮 / 墙裂了 /
        房顶漏 / 阳台渗水 / 树枝断了 / 树倒了压住车 / 大树要倒 / 电线杆歪了 / 路灯杆倒了 / 想找工作 /
        低保怎么申请 / 开证明 / 居住证 / 准生证 / 出生证明怎么办 / 孩子出生了怎么上户口 / 人死了怎么销户 /
        父亲去世了怎么办丧事手续 / 丧葬补贴 / 火化证明 / 防火宣传什么时候 / 消防演练 / 禁毒宣传 / 反诈讲座 /
        急救培训报名 / 心理咨询 / 想找人聊天 / 一个人住太孤单 / 睡不着 / 压力大 / 没反应 / 反应很慢 /
        反应问题没人处理 / 叫了三次没反应 / 打110也没人来 / 110打了没用 / 报警也没用，噪音还是有 /
        已经报警了，就是停车纠纷 / 派出所在哪 / 社区民警电话 / 消防队电话是多少 / 急诊在哪 / 路燈壞了很久 /
        電梯停了 / 水管漏水 / 鄰居很吵 / 車位被占 / 樓梯間堆雜物 / 垃圾很臭 / 想申請補助 / 瓦斯怎麼開通 /
        滅火器過期 / 煙灰掉到我家陽台 / 樓上一直抽菸 / 狗叫很吵 / 這裡路面不平 /
        The lift has stopped between floors, nobody inside / The lift is making a strange noise /
        Please fix the handrail, it is dangerous / My father is 85 and can't climb the stairs /
        my mother can't walk, we need a wheelchair / my grandmother needs someone to bring food /
        he cannot walk well since his stroke / I broke my glasses / broken window on the 5th floor /
        broken street lamp / the lock is broken / the door handle broke off /
        someone broke the window with a ball / kids broke the swing / there's a hole in the road /
        the manhole cover is missing / my neighbour is very loud / my neighbor plays the drums /
        the dog next door barks all night / the dog poops everywhere / water is leaking from upstairs /
        the ceiling is leaking / the pipe is leaking / the toilet is blocked / no hot water /
        the heating is off / there's no gas since this morning / my gas meter is not working /
        the fire extinguisher is missing / the fire door won't close / the fire alarm is broken /
        when is the fire drill / where are the fire exits / smoke from the restaurant gets into my flat /
        the neighbours smoke on the balcony / people smoke in the stairwell /
        smell of smoke from cigarettes / smell of paint / bad smell from the drain / the car park is full /
        someone parked in my spot / a car is blocking the gate / my car was scratched /
        my scooter won't charge / the charger is broken / the streetlight is flickering /
        the light in the lift is dying / the bulb is dead / the intercom is dead / dead leaves everywhere /
        dead bird on the stairs / rats in the basement / wasps on the balcony / mosquitoes are killing us /
        cockroaches / a snake in the garden / the hedge needs cutting / cut the trees please /
        the grass is too long / the tree fell on the fence / a tree fell down last night / the shelf fell /
        snow fell / my laundry fell from the balcony / my phone fell into the drain / lost my phone /
        lost my cat / lost dog / can't find the office / can't find my parcel / nobody answers the phone /
        no response from management / the office doesn't respond to emails / they don't respond /
        he doesn't respond to my messages / I'm in my flat all day, come anytime /
        he is in my parking space / someone is in my parking spot / trying to get in touch with the office /
        I am trying to get in but the door code doesn't work / the key broke in the lock /
        break in the pipe / take a break in the park / I can't stand the noise / I can't sleep /
        can't move my car, blocked in / I can't move the sofa alone / can you help me move /
        he can't speak Chinese / I hurt my back and need help carrying / what time is the shooting club /
        when is the blood drive / boxing class fights / kids fight over toys /
        小区北门的灯不亮了，老人晚上看不清路 / 三单元二楼的感应灯坏了一个月了 / 楼道墙皮脱落，掉了一地 /
        楼上装修从早上七点敲到晚上 / 业主群里有人骂人 / 电梯广告声音太大 / 电梯有异响 / 电梯里小孩乱按 /
        楼下商铺噪音 / 垃圾桶满了没人倒 / 垃圾分类桶太少 / 有人从楼上往下倒水 / 楼上晒被子滴水 /
        绿化带被人种菜了 / 树太高挡光 / 树上有虫 / 打药除虫什么时候 / 灭蚊 / 草坪没人浇水 / 喷泉坏了 /
        健身器材断了 / 秋千绳子断了 / 滑梯裂了 / 乒乓球台破了 / 座椅断了一条腿 / 石凳倒了 / 花盆摔碎了 /
        快递柜打不开 / 快递柜没反应 / 充电桩扫码没反应 / 自助机没反应 / 大门遥控没反应 / 打客服没反应 /
        居委会没有反应 / 门口保安不管事 / 保安睡觉 / 外来车辆乱停 / 车位不够 / 僵尸车没人管 / 车库漏水 /
        车库太黑 / 减速带坏了 / 车速太快怕撞到孩子 / 有人飙车 / 电动车逆行差点撞人 / 送外卖的骑太快 /
        红绿灯坏了 / 斑马线看不清 / 路上有坑差点摔跤 / 下雨积水 / 雨水井堵了 / 井盖破了 / 积水淹了车 /
        地下室淹了 / 水淹到一楼了 / 车被水淹了 / 家里进水了 / 家里跑水了 / 水表不转 / 电费太高 / 一直跳闸 /
        插座没电 / 灯泡爆了 / 空调不制冷 / 冰箱坏了 / 电视没信号 / 网断了 / 网线断了 / 电线断了一根垂下来 /
        电话线断了 / 水管断了 / 晾衣杆断了 / 钥匙断在锁里 / 门把手断了 / 孩子的课桌断了腿 / 眼镜腿断了 /
        想报名书法班 / 合唱团怎么参加 / 老年食堂几点开饭 / 送餐服务 / 助餐点太远 / 家政阿姨哪里找 /
        护工怎么请 / 我妈瘫痪了想申请护理床 / 父亲刚出院，需要换药 / 做完手术行动不便 /
        我腿脚不好，想请人买菜 / 老人听不见，想配助听器 / 视力不好看不清通知 / 老人心脏搭桥术后要复查 /
        高血压药在哪领 / 糖尿病讲座 / 急救知识培训什么时候 / 孩子上幼儿园 / 孩子暑托班 / 孩子没人接 /
        孩子学游泳在哪 / 孩子爱哭 / 孩子打游戏上瘾 / 孩子撞到桌角起包了？没有，是桌角要包边 / 学校门口堵车 /
        校门口有人发传单 / 传销人员骚扰 / 推销电话 / 小广告贴门上 / 开锁广告贴满门 / 门锁换一个 /
        钥匙锁家里了 / 反锁在门外 / 忘带钥匙 / 邻居占楼道 / 邻居养鸡 / 鸡叫 / 鸽子屎 / 邻居弹琴 / 邻居打鼓 /
        隔壁打电钻 / 隔壁打呼噜 / 邻居半夜洗澡 / 隔壁烟味飘进来 / 楼下抽烟烟味上来 / 烟头扔我家阳台 /
        烟头把我晾的被子烫了个洞 / 烧烤摊烟熏火燎 / 楼下早餐店油烟太大 / 有人在小区放孔明灯 / 有人燃放鞭炮 /
        元宵放烟花吗 / 火锅底料倒下水道 / 柴火堆在楼道 / 煤气管道生锈了 / 燃气阀门拧不动 /
        天然气改造什么时候开始 / 燃气公司不来人 / 换燃气软管 / 煤气灶打火不灵 / 热水器点不着 /
        液化气送货上门 / 有人偷电 / 有人偷水 / 衣服被偷 / 花被偷了 / 车牌被偷 / 防盗门关不严 /
        想装摄像头防小偷 / 监控没拍到小偷 / 偷拍 / 黑中介骗押金 / 房东不退押金 / 工资没发 / 老板跑路 /
        买到假货 / 被骗了钱怎么办 / lamp out in stairwell / water leak from ceiling /
        the elevator is out of order / elevator door won't close / the door won't open /
        the gate isn't working / the tap won't stop dripping / the toilet won't stop running /
        the heating stopped working / my internet is down / the mailbox is broken / a broken step /
        broken bench / someone broke the swing / the fence is broken / rubbish not collected /
        bins are full / it smells in the lift / smells like sewage / smell of fried food /
        dog poo everywhere / cats fighting at night / kids screaming / neighbours arguing / loud music /
        construction noise at night / hammering on the wall / the upstairs kids run around /
        they slam doors / my neighbour bangs on the wall / my mother needs a wheelchair /
        my father can't hear the doorbell / she can't climb stairs / he can't walk far /
        I'm disabled and need help shopping / please bring my medicine / where can I get a flu shot /
        blood pressure check on Friday / when is the doctor here / I lost my wallet / I lost my dog /
        my bike is missing / missing parcel / the sign is missing / parking dispute /
        he took my parking spot / someone hit my parked car / my mirror was hit / a truck hit the gate /
        a car hit the lamp post / the bus hit the tree / the wind knocked down the fence /
        a tree fell on my car / the balcony tiles are falling / ice falling from the roof /
        snow on the stairs, slippery / people might fall / no gas / gas bill / when will gas be back /
        gas inspection / the oven doesn't work / smoke detector test / smoke from the chimney /
        barbecue on the balcony / people smoking / fireworks at night / candle shop / hot water burned out? /
        burnt rice smell / I can't log in / can't open the app / the app isn't responding /
        the bot doesn't respond / nobody responds / are you dead / I'm dead tired of this /
        you are killing me lol / I could kill for a coffee / this is a robbery, such prices /
        parking fees are robbery / daylight robbery / is there a neighbourhood watch / police hours /
        the police came already / I want to volunteer / first aid course / fire drill on Monday /
        self-defence class / shooting stars tonight / chess club / the fight is over the parking /
        火车票怎么买 / 火炬松死了 / 火气别这么大 / 楼下火锅店油烟 / 灶台火苗发黄 / 打火机没气了 /
        燃气灶火焰发红 / 生火取暖 / 煤炉子 / 烤火炉 / 电火锅 / 消防水带丢了 / 消防箱玻璃碎了 /
        消防主机一直报警 / 消防警铃误报 / 烟感误报 / 走廊烟头 / 香烟 / 烟酒店 / 烟囱堵了 / 排烟管坏了 /
        油烟管道 / 冒水 / 冒泡 / 冒汗 / 血管科挂号 / 血脂高吃什么 / 鼻血 / 出血量体检 / 气温 / 天气预报 /
        生气 / 不服气 / 受气 / 客气 / 气不过 / 暖气不热 / 放气阀坏了 / 打气筒 / 煤气本丢了 / 晕车 / 头晕 /
        晕头转向 / 倒车 / 倒垃圾 / 倒闭 / 摔跤比赛 / 摔倒了的自行车 / 滑倒的自行车 / 跌价 / 房价跌了 / 跳远 /
        跳棋 / 跳广场舞的人太多 / 跳槽 / 落地窗 / 掉漆 / 掉色 / 掉头 / 掉线 / 网络掉线了 / 死角垃圾 /
        死胡同 / 该死的噪音 / 吵死我了 / 热得要死 / 困死了 / 饿死了 / 急死了 / 堵车堵死了 / 我快被吵死了 /
        我要被气死了 / 气得我要死 / 忙死了 / 命名 / 命令 / 任命 / 革命 / 生命科学馆 / 寿命 / 救生员招聘 /
        救灾捐款 / 救护知识 / 急救包过期 / 打球 / 打车 / 打折 / 打卡 / 打架子鼓 / 打蜡 / 打水漂 / 打伞 /
        打狗 / 打蚊子 / 打我电话就行 / 打给我 / 有人打牌 / 打到我家来的阳光 / 砍树 / 砍价 / 刀闸 / 刀片刺网 /
        刮刀 / 磨刀 / 抢先 / 抢答 / 抢菜 / 抢单 / 偷懒 / 偷工减料 / 偷排污水 / 偷停 / 贼拉冷 / 盗版 / 撬胎 /
        闯红灯 / 门禁被撬 / 翻墙 / 翻新 / 翻垃圾桶 / 车被撞了 / 我的车被撞了 / 我车被人撞了跑了 /
        墙被车撞了个洞 / 自行车撞坏了 / 球砸到我家窗户 / 冰雹砸车 / 树枝砸到我车 / 石头砸到玻璃 / 施工砸墙 /
        压坏井盖 / 压坏草坪 / 电线压断了 / 楼板裂了 / 夹娃娃机 / 夹子 / 门夹不住 / 卡顿 / 卡在门口的车 /
        车卡住了 / 猫卡在树上 / 电梯卡住了 / 电梯卡在三楼 / 电梯门卡住了 / 快递卡在柜子里 / 咬字 /
        狗把鞋咬了 / 狗咬了我的拖鞋 / 狗咬猫 / 报警器坏了 / 报警电话是多少 / 电动车报警器半夜响 /
        车子一直报警 / 门禁报警声 / 110指挥中心电话 / 怎么报警 / 孩子丢三落四 / 孩子手表丢了 /
        孩子的书包不见了 / 老人卡丢了 / 奶奶的药找不到了 / 爷爷的拐杖不见了 / 姐姐家漏水 / 哥哥在外地回不来 /
        老公没回家吃饭 / 老公出差没回来，我一个人搬不动 / 孩子没回过家？ / 走失的猫 / 人行道 /
        人工服务没反应 / 老人不会用手机 / 老人反应说路滑 / 没人反应过 / 居民反应强烈 / 孩子反应慢怎么办 /
        手断断续续写 / 腿脚不便 / 桌腿断了 / 树断了 / 电断了 / 网络断了 / 断水断电 / 骨头汤店油烟 / 伤心 /
        受伤的小鸟 / 路面破损易伤人 / 烫发店 / 烫头 / 电费 / 电到期了 / 电影院 / 淹没 / 地库被淹 /
        水淹了车库 / 我家被淹了 / 溺爱 / 药房 / 中药味 / 毒蚊子 / 有毒垃圾 / 毒鼠药在哪领 / 噎人 /
        呛人的油烟 / 气味呛人 / 呛鼻子 / 吐槽 / 吐痰 / 狗一直吐 / 呕吐物没人扫 / 紫外线 / 紫色 / 脸盆 /
        翻新 / 抽水 / 抽奖 / 腿抽筋怎么缓解 / 风大 / 中风险 / I fell in love with this park /
        falling leaves / prices fell / the gate fell off its hinges / my keys fell in the drain /
        fire trucks cannot pass / fire code / fire hydrant leaking / firewood / campfire smell /
        hot in the lift / heating is not working / he is not working today /
        they are not responding to complaints / neighbours not responding to my note /
        breathing exercises class / breathing in dust from construction / the dust makes it hard to breathe /
        my sister's parcel is missing / my son's bike is missing / my daughter's toy fell in the pond /
        my friend lost his card / I lost my son's key / kids are hitting the wall with a ball /
        he hit the fence / the ball hit me / kicking a ball / beating drums / beat the heat / kill weeds /
        weed killer / killing time / dead end / dead line / dead fish in the pond / the plant is dying /
        battery dying / broken lamp / broken tile / broken lift / wake up call / alarm clock wakes me /
        noise wakes up my kid / we can't get up the stairs with the pram / can't get up to the roof /
        knife grinder / knife sharpening day / gun shop? / water gun / staple gun / nail gun noise /
        rape oil / grape vines / drapes / robe / probe / therapy / escape route blocked / assault course /
        attack of ants / ants attacking my kitchen / the crows attacked my cat / stroke order /
        heart of the city / blood orange / blue bin is full / the light turned blue / lips balm /
        emergency exit locked / emergency light broken / emergency phone in the lift is dead /
        ambulance access blocked / poison ivy / poisonous snake sign / shock absorber / shocking prices /
        I got a shock when I saw the bill / jump start my car / kids will jump over the fence /
        trampoline jump
"""
"""What was never an emergency, however near it comes."""


@pytest.mark.parametrize("words", each(EVERY_DAY) + each(ANY_DAY))
def test_what_is_reported_every_day_brings_no_numbers(words):
    assert spoken_of(words) is None


def test_traditional_signs_say_the_same():
    signs = str.maketrans(traditional.SIMPLIFIED, traditional.TRADITIONAL)
    for table in (IN_HASTE, IN_FEAR):
        for danger, many in table.items():
            assert [words for words in each(many.translate(signs)) if spoken_of(words) is not danger] == []
    assert [words for words in each(ANY_DAY.translate(signs)) if spoken_of(words)] == []


@pytest.mark.parametrize(
    "rows", [danger_words.FIRE, danger_words.GAS, danger_words.INJURY, danger_words.CRIME]
)
def test_a_row_is_left_out_only_where_nothing_in_it_is_said(rows):
    """Each row names signs of which one is in all that it finds."""
    said = [words for table in (IN_HASTE, IN_FEAR) for many in table.values() for words in each(many)]
    for signs, found in rows.items():
        alone = [
            words for words in said if re.search(found, words, re.VERBOSE) and not set(words) & set(signs)
        ]
        assert not alone, signs
        assert not re.search(r"\{[A-Z]", found), signs


def test_an_item_that_is_chosen_may_be_one():
    assert of_kind("SAFE-FIRE", True, ["消防隐患", "Fire hazard"]) is FIRE
    assert of_kind("SAFE-GAS", True, ["燃气用电隐患"]) is GAS
    assert of_kind("X1", True, ["有人受伤", "Injury"]) is INJURY
    assert of_kind("X1", False, ["有人受伤"]) is None
    assert of_kind("HOUSE-LIFT", True, ["门禁电梯", "Doors and lifts"]) is None


@given(st.text(alphabet="着火了烟煤气味有人打没流血起a fire smells gas，。\n", max_size=60))
def test_any_words_are_read(words):
    assert spoken_of(words) in (None, *Danger)
