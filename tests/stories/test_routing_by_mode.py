"""Who answers first: the property company where one runs the compound, an organisation that is named, whoever
stands in; the office where nobody does. And who is told why."""

from datetime import timedelta

import pytest

from storage import absences, people

GRIDS = """\
code,name,level,parent,mode
XY,向阳社区,community,,
JX,锦绣苑,compound,XY,trustee
JX3,锦绣苑3号楼,building,JX,
HS,红山院,compound,XY,self
"""
PEOPLE = """\
name,role,grid,organisation,phone,telegram_id
李楼长,leader,JX3,,,2001
陈网格长,leader,JX,,,2002
马书记,secretary,XY,,,2003
管理员,admin,XY,,,2004
刘物业,property,JX,安居物业,,2005
钱物业,property,JX,安居物业,,2006
何网格长,leader,HS,,,2007
韩社工,staff,XY,,,2008
郑师傅,member,XY,自来水公司,,2009
"""
ACCOUNTS = {line.split(",")[0]: int(line.split(",")[-1]) for line in PEOPLE.splitlines()[1:]}
DRAIN = "下水道堵了"


@pytest.fixture
async def town(quiet_street):
    """The street with a compound that a property company runs, and one that runs itself."""
    await quiet_street.settle(GRIDS, PEOPLE)
    async with quiet_street.running() as street:
        yield street


async def live(town, *names):
    """These people of the roster have opened the bot, and have been greeted."""
    there = [town.lives(name, ACCOUNTS[name]) for name in names]
    for person in there:
        await town.sees(person)
    return there


async def reports(town, resident, code="JX3", words=DRAIN):
    """A report from the poster at the door; its number, as people see it."""
    resident.start(f"at_{code}")
    await town.sees(resident, "请说说哪里有什么问题")
    resident.says(words)
    answer = await town.taps(resident, "提交", words)
    return (answer.text or "").removeprefix("已提交 ")


async def on_leave(town, name, stand_in=None, days=3):
    """Somebody of the roster is away for some days."""

    async def begin(tx):
        who = await people.by_telegram(tx, ACCOUNTS[name])
        other = stand_in and await people.by_telegram(tx, ACCOUNTS[stand_in])
        now = town.clock.now()
        until = now + timedelta(days=days)
        await absences.begin(tx, person_id=who.id, delegate_id=other and other.id, since=now, until=until)

    await town.app._database.transact(begin)


async def test_where_a_property_company_runs_the_compound_it_answers_and_the_leader_is_told(town):
    li, liu = await live(town, "李楼长", "刘物业")
    wang = town.lives("王阿姨", 3001)
    number = await reports(town, wang)
    await town.sees(wang, number, "刘物业")
    await town.sees(liu, number, "新诉求", "王阿姨")
    told = await town.sees(li, number, "先由别人办", "锦绣苑3号楼", "刘物业")
    assert told.labels == []
    assert "王阿姨" not in told.text
    await town.taps(liu, "受理", number)
    await town.sees(li, number, "先由别人办", "正在办理")


async def test_the_history_says_why_to_those_who_answer_and_not_to_the_resident(town):
    (liu,) = await live(town, "刘物业")
    wang = town.lives("王阿姨", 3001)
    number = await reports(town, wang)
    await town.taps(liu, "经过", number)
    await town.sees(liu, "红马甲交给刘物业负责", "↳ 小区是完全托管，这类事先由物业办")
    await town.taps(wang, "经过", number)
    seen = await town.sees(wang, "红马甲交给刘物业负责")
    assert "↳" not in seen.text


async def test_the_leader_opens_what_others_answer_and_can_do_nothing_to_it(town):
    li, _ = await live(town, "李楼长", "刘物业")
    number = await reports(town, town.lives("王阿姨", 3001))
    first = await town.sees(li, number, "先由别人办")
    li.start(f"req_{number.removeprefix('#')}")
    await town.becomes(lambda: li.chat.messages[-1].id > first.id and li.chat.messages[-1].from_bot)
    assert "先由别人办" in li.chat.messages[-1].text
    assert li.chat.messages[-1].labels == []


async def test_what_the_property_company_does_not_answer_comes_to_the_leader_of_the_door(town):
    li, chen, _ = await live(town, "李楼长", "陈网格长", "刘物业")
    number = await reports(town, town.lives("王阿姨", 3001))
    await town.passes(hours=2)
    await town.sees(li, number, "升级督办")
    assert not any("升级督办" in message.text for message in chen.chat.messages)
    await town.taps(li, "受理", number, "升级督办")
    await town.sees(li, number, "王阿姨")


async def test_a_compound_that_runs_itself_has_its_leader_asked(town):
    he, _ = await live(town, "何网格长", "刘物业")
    number = await reports(town, town.lives("王阿姨", 3001), "HS")
    await town.sees(he, number, "新诉求")


async def test_where_nobody_of_the_company_is_there_the_leader_answers_and_can_read_why(town):
    (li,) = await live(town, "李楼长")
    number = await reports(town, town.lives("王阿姨", 3001))
    await town.sees(li, number, "新诉求")
    await town.taps(li, "经过", number)
    await town.sees(li, "↳ 锦绣苑3号楼网格长", "↳ 小区是完全托管，这类事先由物业办；但是联系不上")


async def test_two_of_one_company_are_given_requests_in_turn(town):
    liu, qian = await live(town, "刘物业", "钱物业")
    wang = town.lives("王阿姨", 3001)
    first = await reports(town, wang)
    await town.sees(liu, first, "新诉求")
    second = await reports(town, wang, words="楼道灯不亮")
    await town.sees(qian, second, "新诉求")


async def test_an_organisation_that_is_named_answers_wherever_its_people_sit(town):
    async def name_it(tx):
        await tx.run("""UPDATE categories SET first = '{"":"自来水公司"}' WHERE code = 'HOUSE-WATER'""")

    await town.app._database.transact(name_it)
    zheng, li = await live(town, "郑师傅", "李楼长")
    number = await reports(town, town.lives("王阿姨", 3001), words="家里停水了")
    await town.sees(zheng, number, "新诉求")
    await town.sees(li, number, "先由别人办", "郑师傅")
    zheng.says("/desk")
    await town.sees(zheng, "工作台", "等您受理：1")


async def test_whoever_stands_in_answers_for_a_leader_who_is_away(town):
    li, he = await live(town, "李楼长", "何网格长")
    await on_leave(town, "李楼长", "何网格长")
    wang = town.lives("王阿姨", 3001)
    number = await reports(town, wang, words="我有个建议，多放几把椅子")
    await town.sees(he, number, "新诉求")
    await town.taps(he, "经过", number)
    await town.sees(he, "↳ 李楼长（锦绣苑3号楼网格长）不在")
    await town.taps(he, "返回", number)
    await town.taps(he, "受理", number)
    await town.sees(wang, number, "何网格长", "受理")
    assert not any("新诉求" in message.text for message in li.chat.messages)


async def test_whoever_stands_in_where_the_company_is_first_reads_for_whom_and_who_else_is_away(town):
    _, he, _, _ = await live(town, "陈网格长", "何网格长", "刘物业", "钱物业")
    await on_leave(town, "刘物业")
    await on_leave(town, "钱物业", "何网格长")
    number = await reports(town, town.lives("王阿姨", 3001))
    await town.sees(he, number, "新诉求")
    await town.taps(he, "经过", number)
    seen = await town.sees(he, "红马甲交给何网格长负责")
    assert [line for line in seen.text.splitlines() if "↳" in line] == [
        "↳ 小区是完全托管，这类事先由物业办",
        "↳ 钱物业（锦绣苑物业）不在，由何网格长代办",
        "↳ 刘物业（锦绣苑物业）不在",
    ]
    # What comes after it is late, to whoever stands in for the next above, says so as well.
    await on_leave(town, "陈网格长", "管理员")
    admin = town.lives("管理员", ACCOUNTS["管理员"])
    await town.sees(admin)
    await town.passes(hours=2)
    await town.sees(admin, number, "升级督办")
    await town.taps(admin, "经过", number)
    seen = await town.sees(admin, "升级督办，告诉了管理员")
    assert seen.text.splitlines()[-2:] == [
        "↳ 陈网格长（锦绣苑网格长）不在，由管理员代办",
        "↳ 锦绣苑3号楼：网格长联系不上",
    ]


async def test_whoever_takes_it_from_the_queue_for_staff_on_leave_is_said_to_stand_in(town):
    (he,) = await live(town, "何网格长")
    await on_leave(town, "韩社工", "何网格长")
    number = await reports(town, town.lives("王阿姨", 3001))
    await town.taps(he, "受理", number, "无人负责")
    await town.taps(he, "经过", number)
    await town.sees(he, "您接过来负责\n↳ 韩社工不在，由何网格长代办")


async def test_past_a_leader_who_is_away_without_anybody_it_goes_on_at_once(town):
    _, chen = await live(town, "李楼长", "陈网格长")
    await on_leave(town, "李楼长")
    number = await reports(town, town.lives("王阿姨", 3001), words="我有个建议，多放几把椅子")
    await town.sees(chen, number, "新诉求")
    await town.taps(chen, "经过", number)
    await town.sees(chen, "↳ 锦绣苑3号楼：网格长不在")


async def test_where_nobody_answers_the_staff_of_the_place_is_asked_and_takes_it(town):
    han, admin = await live(town, "韩社工", "管理员")
    wang = town.lives("王阿姨", 3001)
    number = await reports(town, wang)
    await town.sees(han, number, "无人负责")
    await town.sees(admin, number, "无人负责")
    han.says("/desk")
    await town.sees(han, "工作台", "没有人负责：1")
    await town.taps(han, "受理", number, "无人负责")
    await town.sees(wang, number, "韩社工")
    await town.passes(minutes=2)
    await town.taps(han, "办结", number)


ORGANISATIONS = """\
name,kind,grid,contact,categories
安居物业,property,JX,13900000001,HOUSE
全市水务,firm,,13900000002,HOUSE-DRAIN;HOUSE-WATER
红山电工,firm,HS,13900000003,HOUSE
消防站,department,XY,13900000004,SAFE
老街坊,team,JX,,HOUSE
"""


async def test_those_who_answer_read_whom_they_may_call_for_this_kind_in_this_place(town):
    (town.folder / "import" / "organisations.csv").write_text(ORGANISATIONS, "utf-8")
    await town.settle(GRIDS, PEOPLE)
    (liu,) = await live(town, "刘物业")
    wang = town.lives("王阿姨", 3001)
    number = await reports(town, wang)
    card = await town.sees(liu, number, "新诉求")
    lines = [line for line in card.text.splitlines() if "可以找" in line]
    assert lines == ["可以找：安居物业 +8613900000001", "可以找：全市水务 +8613900000002"]
    assert "可以找" not in (await town.sees(wang, number)).text
