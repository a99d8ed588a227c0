"""Whether what a resident says is a fire, gas, an injury or a crime that is happening now.

Then the numbers to call come before all else. Once too often costs a tap; so what is unclear counts, but not
what only might happen (容易着火), was long ago, is denied, or merely has the word in it (消防通道, 发火).
"""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum

LONGEST_WORDS = 1000  # signs that are looked at


class Danger(StrEnum):
    """What is happening; the first of several is the one shown."""

    FIRE = "fire"
    GAS = "gas"
    INJURY = "injury"
    CRIME = "crime"


KINDS = {Danger.FIRE: "SAFE-FIRE", Danger.GAS: "SAFE-GAS"}
"""The item that such a report is about, where the list of categories has it."""

_SAID: dict[Danger, str] = {
    Danger.FIRE: r"""
        (?<!打)(?<!打不)(?<!点不)[着起失]了?大?火(?!点|星|锅|车)|[放纵]火(?!锅|车|柴|腿)|火灾
        |烧(?:起来|着了|得很大|到楼上)|有明火|火苗|火光|自燃|爆燃|爆炸
        |(?<!烟囱)(?<!嗓子)(?<!气得)(?<!渴得)(?<!急得)(?<!七窍)冒(?:着|出|起|了)?(?:黑|浓|白|大)?烟|浓烟
        |冒(?:着|出|了)?火花|(?:电线|线路|插座|插排|电表|开关)[^，。,.\n]{0,4}打火
        |烧焦的?味|焦?糊味|(?:烟雾|烟感|火灾)报警器?[^，。,.\n]{0,4}响
        |(?:楼道|楼里|屋里|家里|房间|走廊|车库|电梯)[^，。,.\n]{0,4}(?:有|都是|全是)(?:很多|好多)?[黑白]?烟(?![味头蒂囱道花酒民灰盒])
        |\bon\ fire\b(?!\ safety)|\b(?:caught|catching|catches)\ fire\b
        |\b(?:a|the|big|house|kitchen|car|fire)[ ,!]\ ?fire\b(?!\ (?:hazard|lane|exit|door|extinguisher|alarm
            |drill|escape|safety|station|hydrant|engine|truck|hose|brigade|department|route|inspection|wall))
        |\bfire!|\bflames\b|\bis\ burning\b|\bburning\ smell
        |\bsmell(?:s|ing)?\ (?:of|like)?\ ?(?:smoke|burning)
        |(?<!cigarette\ )\bsmoke\ in\ the\ (?:stair|hall|corridor|building|flat|room|kitchen|lift)
        |(?<!cigarette\ )\bsmoke\ (?:is\ )?(?:coming|pouring|everywhere|filling)|\bexplo(?:sion\b|ded\b)
    """,
    Danger.GAS: r"""
        (?:煤气|燃气|天然气|液化气|瓦斯)[^，。,.!！?？;；\n]{0,6}?(?:泄[漏露]|漏气|漏了|味(?!精)|臭|中毒|报警器?一?直?在?响)
        |漏(?:煤气|燃气|天然气|液化气)|闻到[^，。,.\n]{0,6}(?:煤气|燃气|天然气)|一股(?:煤气|燃气|天然气)|一氧化碳中毒
        |\bgas\ (?:is\ )?(?:leak|smell|escaping)|\b(?:smell\w*|leak\w*)\ (?:of\ |like\ |some\ |the\ )*gas\b
        |\bcarbon\ monoxide\b(?!\ (?:alarm|detector))
    """,
    Danger.INJURY: r"""
        [晕昏]倒|昏迷|昏过去|晕过去|不省人事|叫不醒|没了?有?(?:呼吸|心跳|意识|知觉)|失去意识|喘不[上过]来?气|呼吸困难
        |心脏病(?:发作|犯了|又犯)|心梗|(?<![集])中风了|抽搐|癫痫发作|[流出]了?(?:好多|很多|一地|满头|不少)血|流血|大出血|血流不止
        |(?:摔|跌|倒)[^，。,.\n]{0,8}(?:起不来|不能动|动不了|骨折|受伤|不动了)|摔(?:断|伤|破)了?|倒在(?:地上|楼道|路上|血)
        |骨折了|烫伤|烧伤|触电|溺水|落水|掉[进到](?:水|河|湖|井|坑|沟)里?|坠楼|跳楼(?!价)|轻生|(?:想|要|闹)自杀
        |[摔跌滑]倒了|(?:人|爷|奶|爸|妈|叔|姨|婶|伯|孩|娃|邻居)[^，。,.\n容易会能怕防]{0,6}[摔跌滑]倒
        |(?:人|孩子?|娃|爷|妈)掉(?:水|河|湖|井|坑|沟)里
        |救命(?![恩稻药钱])|(?:人|爷爷?|奶奶?|爸爸?|妈妈?|他|她)没气了
        |(?:突发|急性)(?:脑|心|疾病)|割腕|上吊|服毒|喝了?农药|狗[^，。,.\n]{0,3}咬(?:伤|人了|了人)
        |有人(?:受|被[^，。]{0,4})伤|[撞砸](?:到|伤|倒|中)了?(?:个|一个)?(?:人|老人|孩子|小孩|大爷|大妈)|救护车(?!.{0,6}通道|.{0,4}进不)
        |\bunconscious\b|\bnot\ breathing\b|\b(?:can'?t|cannot)\ (?:breathe|get\ up|move\ (?:his|her|my))
        |\bbleed(?:s|ing)\b|\bfainted\b|\bpassed\ out\b|\bheart\ attack\b|\b(?:having|had
        |has)\ a\ (?:stroke|seizure)\b
        |\b(?:he|she|man|woman|lady|person|father|mother|dad|mum|mom|neighbou?r|someone|somebody|child
        |boy|girl)
            \ (?:has\ |just\ |have\ )*(?:collapsed|f(?:ell|allen)\ down\ the\ stairs|been\ hit\ by)
        |\belectrocuted\b|\bdrowning\b|\bbroken\ (?:leg|arm|hip|bone)|\b(?:badly|seriously)\ (?:hurt|injured)
        |\b(?:is|are|got|was|been)\ injured\b|\bsuicid|\bkill\ (?:him|her|my)self
        |\bambulance\b(?!\ (?:access|lane))
    """,
    Danger.CRIME: r"""
        打人(?!工|民|次|气)|打老婆|家暴|(?<!狗)(?<!猫)打(?:起来了|架(?!子))|斗殴|[持拿动握](?:着|了|起)?(?:菜|水果)?刀|砍人|捅[人伤了]|行凶|杀人
        |抢劫|抢(?:包|钱|东西|孩子)|绑架|拐[走卖]|猥亵|强奸|性侵|(?:有人|小偷|贼|陌生人|生人)[^，。,.\n]{0,4}(?:入室|闯[进入])
        |入室(?:抢|盗|偷|行窃|伤|杀)|(?:有人|小偷|贼|陌生人|正在|在)撬(?:锁|门|窗|车)|砸门|踹门
        |(?:有|抓|看[到见]|发现|进了?)(?:个|一个)?(?:小偷|贼)|小偷(?:正?在|进|来了|还在)|正在偷|在偷(?!懒|听|看)|要杀|威胁[^，。]{0,4}(?:杀|打|砍)
        |\bburglar(?!\ alarm)|\b(?:breaking|broke|breaks)\ in(?:to)?\b|\bbreak-?in\b|\bintruder
        |\brobb(?:ed|ery|ing)\b
        |\bmugged\b|\b(?:a|the|his|her)\ knife\b(?!\ sharpen)|\bstabb(?:ed|ing)\b|\b(?:being|is|was
        |are)\ attack(?:ed|ing)
        |\bassault|\bbeat(?:ing|en|s)?\ (?:up\b|him\b|her\b|his\b|me\b|somebody\b|someone\b|a\ )
        |\bkidnap|\brap(?:e|ed|ing)\b
        |(?<!dogs\ )(?<!cats\ )(?<!dogs\ are\ )\bfighting\b(?!\ for)|\bthie(?:f|ves)\ (?:is|are|in
        |inside|now)\b
        |\bthreat\w*\ to\ kill|\bdomestic\ violence\b|\ba\ gun\b
    """,
}
_PATTERNS = {danger: re.compile(said, re.VERBOSE) for danger, said in _SAID.items()}

_BEFORE = re.compile(
    r"(?:怕|防|预防|容易|万一|如果|要是|以免|避免|小心|当心|可能|引发|引起|造成|导致|担心|消除|上次|去年|前年|以前|曾经|"
    r"会|能|没有?|不是|未|并未|不要|别|像|举报|关于)[^，。,.!！?？;；\n]{0,4}\Z"
    r"|\b(?:could|might|may|would|if|in case|risk|afraid|fear|prevent|avoid|no|not|isn'?t|never"
    r"|last (?:year|week|month)|used to|before somebody|about) (?:[\w']+ ){0,4}\Z"
)
"""Just before: it is not there, was long ago, or is only feared."""
_AFTER = re.compile(
    r"(?:的?(?:隐患|风险|危险|危害|可能|演练|演习|宣传|讲座|知识|培训|预案|险(?!情)|后遗症|怎么办理|报警器(?!.{0,3}响)))"
    r"| ?(?:drill|hazard|risk|safety|training|prevention|insurance)\b"
)
"""Just behind: it is spoken of, and does not happen."""


def spoken_of(words: str) -> Danger | None:
    """The danger that these words tell of, in Chinese or English; None for most words."""
    text = unicodedata.normalize("NFKC", words[:LONGEST_WORDS]).lower().replace("’", "'")
    for danger, pattern in _PATTERNS.items():
        if any(_happens(text, match) for match in pattern.finditer(text)):
            return danger
    return None


def of_kind(code: str, urgent: bool, names: Iterable[str]) -> Danger | None:
    """The danger of an item that somebody chose: of the built-in ones, or of one that is an emergency by its
    name. `urgent`: it is an emergency."""
    known = next((danger for danger, kind in KINDS.items() if kind == code), None)
    return known or (spoken_of("\n".join(names)) if urgent else None)


def _happens(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 40) : match.start()]
    return not _BEFORE.search(before) and not _AFTER.match(text, match.end())
