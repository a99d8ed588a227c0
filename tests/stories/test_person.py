"""A person and the bot: menu and commands, language, phone number, going away and coming back."""

import pytest

from storage import jobs, people
from storage.records import Menu

PLAIN = [["我要反映"], ["我的诉求", "接单大厅"], ["更多"]]
DESK = [["我要反映"], ["我的诉求", "接单大厅"], ["工作台", "更多"]]
PEOPLE = """\
name,role,grid,phone,telegram_id
孙院长,leader,HS,13900000001,{account}
"""


def commands(street, person=None, code=""):
    """The names and words of a command menu, as Telegram has it."""
    scope = f"chat:{person.id}" if person else "all_private_chats"
    return {c["command"]: c["description"] for c in street.tg.commands.get((scope, code), [])}


async def has_commands(street, person, *names):
    await street.tg.until(lambda: set(names) <= set(commands(street, person)))


def said(person, words, since=0):
    """How many of the bot's messages have these words."""
    return sum(words in message.text for message in person.chat.messages[since:] if message.from_bot)


async def until(street, person, there):
    """Wait for it, and let seconds pass, as Telegram's limits make messages wait."""
    await street._until(there, person.chat, ("what was waited for",))


# The menu


async def test_everybody_is_given_the_large_keys_that_are_theirs(street):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    assert (await street.sees(wang, "这里是红马甲")).keys == PLAIN
    greeting = await street.sees(li, "李楼长，您好", "3号楼 楼栋长")
    assert greeting.keys == DESK


async def test_every_key_of_the_menu_answers(street):
    li = street.lives("李", 2001)
    await street.sees(li, "您好")
    for row in DESK:
        for key in row:
            before = len(li.chat.messages)
            li.presses(key)
            await until(street, li, lambda n=before: any(m.from_bot for m in li.chat.messages[n:]))
            assert said(li, "您好", before) == 0, key


async def test_a_post_that_is_given_by_an_import_brings_its_key_at_once(street):
    wang = street.lives("王阿姨", 3001)
    await street.sees(wang, "这里是红马甲")
    await street.settle(people="name,role,grid,telegram_id\n王阿姨,deputy,HS,3001\n")
    await street.passes(seconds=1)
    word = await street.sees(wang, "您现在是", "红山院 副网格长", "工作台")
    assert word.keys == DESK
    await has_commands(street, wang, "desk")


async def test_a_post_that_ends_by_its_date_takes_its_key_along(street):
    await street.settle(
        people="name,role,grid,telegram_id,until\n李楼长,leader,JX3,2001,2026-03-03\n吴副,deputy,JX3,2005,\n"
    )
    li, wu = street.lives("李", 2001), street.lives("吴", 2005)
    await street.sees(li, "楼栋长")
    await has_commands(street, li, "desk")
    await street.passes(hours=24)
    await street.app._ticker.look_at_posts()
    assert (await street.sees(li, "您的岗位已经结束")).keys == PLAIN
    await street.tg.until(lambda: commands(street, li) == {})

    # It is said once, and to nobody else.
    await street.app._ticker.look_at_posts()
    await street.tg.quiet()
    assert said(li, "岗位已经结束") == 1
    assert said(wu, "岗位") == 0


async def test_an_import_at_night_changes_the_menu_in_the_morning(street):
    wang = street.lives("王阿姨", 3001)
    await street.sees(wang, "这里是红马甲")
    await street.passes(hours=14)
    await street.settle(people="name,role,grid,telegram_id\n王阿姨,deputy,HS,3001\n")
    await street.passes(minutes=5)
    await street.tg.quiet()
    assert wang.chat.keyboard_message.keys == PLAIN
    await street.passes(hours=8)
    assert (await street.sees(wang, "您现在是")).keys == DESK


async def test_whoever_comes_by_the_doors_link_for_the_first_time_has_the_menu_too(street):
    wang = street.tg.person("王阿姨", language_code="zh-hans")
    wang.start("at_JX3-2")
    await street.sees(wang, "2单元")
    assert wang.chat.keyboard_message.keys == PLAIN
    wang.start("at_HS")
    await street.sees(wang, "红山院")
    assert said(wang, "您好") == 1


# The commands


async def test_the_command_menus_are_in_the_language_of_who_reads_them(street):
    street.lives("王阿姨")
    await street.tg.until(lambda: ("all_group_chats", "en") in street.tg.commands)
    names = ["start", "report", "my", "tasks", "language", "privacy", "help", "cancel"]
    assert list(commands(street)) == names
    assert commands(street, code="zh")["report"] == commands(street)["report"] == "反映问题"
    assert commands(street, code="en")["report"] == "Report a problem"
    in_groups = {command["command"] for command in street.tg.commands["all_group_chats", ""]}
    assert in_groups == {"open", "bind", "unbind", "language"}


async def test_those_who_answer_for_requests_have_the_desk_in_their_commands(street):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    await has_commands(street, li, "desk", "report")
    await street.tg.until(lambda: "desk" in commands(street, li, "en"))
    assert commands(street, li, "en")["desk"] == "My desk: what I answer for"
    assert commands(street, wang) == {}


async def test_commands_that_nobody_can_be_shown_are_given_up_quietly(street):
    now = street.clock.now()

    async def for_a_chat_telegram_does_not_know(tx):
        who = await people.add(tx, name="谁", telegram_id=77_777, language=None, now=now)
        await people.choose_language(tx, who.id, "en")
        await jobs.add(tx, kind="commands", payload={"person_id": who.id}, now=now)

    async def tried_again(tx):
        return await tx.all("SELECT * FROM jobs WHERE tries > 0")

    await street.app._database.transact(for_a_chat_telegram_does_not_know)
    await street.tg.until(
        lambda: any("77777" in str(call.args) and not call.ok for call in street.tg.calls_of("setMyCommands"))
    )
    li = street.lives("李", 2001)
    await has_commands(street, li, "desk")
    await street.tg.until(lambda: "desk" in commands(street, li, "en"))
    assert await street.app._database.read(tried_again) == []


# The language


async def test_the_chosen_language_wins_over_telegrams(street):
    wang = street.lives("王阿姨")
    await street.sees(wang, "您好")
    wang.says("/language")
    await street.taps(wang, "English", "请选语言")
    now_in_english = await street.sees(wang, "English from now on")
    assert now_in_english.keys == [["Report"], ["My requests", "Tasks"], ["More"]]
    await street.becomes(lambda: ["中文", "✓ English"] in [m.labels for m in wang.chat.messages])
    await street.tg.until(lambda: "help" in commands(street, wang, "en"))
    assert commands(street, wang)["help"] == commands(street, wang, "zh")["help"] == "How this works"
    wang.says("/help")
    await street.sees(wang, "Something is wrong")

    # And back again, with the same buttons.
    await street.taps(wang, "中文", "请选语言")
    assert (await street.sees(wang, "以后都用中文")).keys == PLAIN


@pytest.mark.parametrize("code", [None, "fr"])
async def test_whoever_has_no_language_we_know_is_greeted_in_both(street, code):
    anna = street.tg.person("Anna", language_code=code)
    anna.start()
    greeting = await street.sees(anna, "您好", "Hello", "/language")
    assert greeting.text.index("您好") < greeting.text.index("Hello")
    anna.says("/language")
    await street.taps(anna, "English")
    await street.sees(anna, "English from now on")
    anna.start()
    await until(street, anna, lambda: said(anna, "Hello, this is Redvest") == 2)
    assert said(anna, "您好") == 1


# Help, privacy, more


@pytest.mark.parametrize(
    ("telegram_id", "words"),
    [
        (3001, ["我要反映", "我的诉求", "已解决"]),
        (2001, ["受理", "派单", "工作台"]),
        (2004, ["没有人负责", "/bind"]),
        (2009, ["接单", "完成", "退单"]),
    ],
    ids=["resident", "leader", "administrator", "volunteer"],
)
async def test_help_speaks_to_what_the_reader_is(street, telegram_id, words):
    await street.settle(
        people="""\
name,role,grid,telegram_id
李楼长,leader,JX3,2001
管理员,admin,XY,2004
赵志愿,volunteer,JX,2009
"""
    )
    person = street.lives("人", telegram_id)
    person.says("/help")
    await street.sees(person, *words, "/cancel")


async def test_privacy_says_who_sees_what_and_whom_to_ask(street):
    wang = street.lives("王阿姨")
    wang.says("/privacy")
    await street.sees(wang, "群里：看不到您的名字、电话和门牌号", "请告诉社区")


async def test_more_opens_all_there_is(street):
    wang = street.lives("王阿姨")
    await street.sees(wang, "您好")
    wang.presses("更多")
    await street.taps(wang, "隐私")
    await street.sees(wang, "谁能看到")
    await street.taps(wang, "怎么用")
    await street.sees(wang, "看进展")
    await street.taps(wang, "语言 Language")
    await street.sees(wang, "请选语言")
    await street.taps(wang, "📱 留我的电话")
    asked = await street.sees(wang, "请点下面的")
    assert asked.keys == [["📱 留我的电话"], *PLAIN]


# The phone number


async def shares(street, who):
    """More → Share my phone number → the large key."""
    await street.sees(who, "您好")
    who.presses("更多")
    await street.taps(who, "📱 留我的电话")
    await street.sees(who, "请点下面的")
    who.presses("📱 留我的电话")


async def row_of(street, telegram_id):
    return await street.app._database.read(
        lambda tx: tx.one("SELECT * FROM people WHERE telegram_id = :id", id=telegram_id)
    )


async def test_sharing_the_phone_links_somebody_of_the_roster_with_all_they_have_done(street, reported):
    await street.settle(people=PEOPLE.format(account=""))
    li, sun = street.lives("李", 2001), street.lives("小孙")
    sun.phone = "8613900000001"  # as Telegram gives it at times
    own = await reported(sun, words="路灯坏了")
    await shares(street, sun)
    greeting = await street.sees(sun, "孙院长，您好", "已经为您开通", "红山院 网格长")
    assert greeting.keys == DESK
    row = await row_of(street, sun.id)
    assert (row["name"], row["phone"], row["menu"]) == ("孙院长", "+8613900000001", Menu.DESK)
    await has_commands(street, sun, "desk")
    await street.taps(li, "受理", own)
    await street.sees(sun, own, "已受理")

    # What happens in their compound finds them from now on.
    theirs = await reported(street.lives("王阿姨"), code="HS")
    await street.sees(sun, theirs, "新诉求")


async def test_what_waited_for_them_finds_whoever_is_linked_by_phone(street, reported):
    await street.settle(
        grids="code,name,level,parent\nZZ,竹园,compound,\n",
        people="name,role,grid,phone\n周园长,leader,ZZ,13900000009\n",
    )
    wang, zhou = street.lives("王阿姨"), street.lives("老周")
    zhou.phone = "+8613900000009"
    number = await reported(wang, code="ZZ")
    await street.sees(wang, number, "管理员正在安排")
    await shares(street, zhou)
    await street.sees(zhou, number, "新诉求")
    await street.sees(wang, number, "周园长")


async def test_somebody_elses_number_is_not_kept(street):
    await street.settle(people=PEOPLE.format(account=""))
    wang, qian = street.lives("王阿姨"), street.lives("钱")
    await street.sees(wang, "您好")
    qian.phone = "+8613900000001"
    wang.sends_contact(of=qian)
    await street.sees(wang, "这是别人的号码")
    wang.sends_contact("+8613900000001", of="奶奶")
    await street.becomes(lambda: said(wang, "这是别人的号码") == 2)
    assert (await row_of(street, wang.id))["phone"] is None


async def test_a_number_nobody_has_is_kept_with_thanks(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    wang.phone = "+8613911112222"
    await shares(street, wang)
    assert (await street.sees(wang, "记下了，谢谢")).keys == PLAIN
    number = await reported(wang)
    await street.sees(li, number, "王阿姨 +8613911112222")

    # It need not be asked for again.
    before = len(wang.chat.messages)
    wang.presses("更多")
    await street.sees(wang, "请选：")
    await until(street, wang, lambda: said(wang, "请选：", before) == 1)
    assert "📱 留我的电话" not in wang.chat.messages[-1].labels


@pytest.mark.parametrize(
    ("phone", "words"),
    [
        ("+8613900000001", "已经在另一个账号上开通了"),  # of the leader, who has an account
        ("+8613911112222", "已经留在另一个账号上"),  # of a neighbour, who has shared it
        ("+88812345678", "认不出来"),  # of nobody: an anonymous number
    ],
)
async def test_a_number_that_cannot_be_the_persons_changes_nothing(street, phone, words):
    await street.settle(people=PEOPLE.format(account=2008))
    neighbour = street.lives("邻居")
    neighbour.phone = "+8613911112222"
    await shares(street, neighbour)
    await street.sees(neighbour, "记下了")
    wang = street.lives("王阿姨")
    wang.phone = phone
    await shares(street, wang)
    await street.sees(wang, words)
    assert (await row_of(street, wang.id))["phone"] is None


async def test_a_leader_does_not_become_another_leader_by_a_phone(street):
    await street.settle(
        people="""\
name,role,grid,phone,telegram_id
孙院长,leader,HS,13900000001,2008
周副院长,deputy,HS,13900000002,
"""
    )
    sun = street.lives("孙", 2008)
    await street.sees(sun, "您好")
    sun.sends_contact("+8613900000002")
    await street.sees(sun, "您已经用自己的名字开通了")
    sun.sends_contact("+8613900000003")
    await street.sees(sun, "社区名册里您的电话是另一个号码")
    assert (await row_of(street, 2008))["phone"] == "+8613900000001"


async def test_a_number_the_roster_does_not_know_stays_when_it_is_imported_again(street):
    li = street.lives("李", 2001)
    await street.sees(li, "您好")
    li.sends_contact("+8613900000077")
    await street.sees(li, "记下了")
    await street.settle()
    assert (await row_of(street, 2001))["phone"] == "+8613900000077"


# Coming back


async def test_whoever_blocked_the_bot_is_welcomed_once_and_told_how_things_stand(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    first, second = await reported(wang), await reported(wang, words="楼道灯坏了")
    await street.sees(li, second)
    wang.blocks()
    await street.taps(li, "受理", first)
    await street.taps(li, "办结", first)
    await street.sees(li, "是怎么解决的")
    li.says("修好了")
    await street.tg.quiet()
    before = len(wang.chat.messages)
    wang.start()
    assert (await street.sees(wang, "您回来了", "2 件没完")).keys == PLAIN
    result = await street.sees(wang, first, "修好了", "解决了吗")
    assert result.labels[:2] == ["已解决", "未解决"]
    await until(street, wang, lambda: said(wang, second, before) == 1)
    assert said(wang, "您回来了", before) == 1
    assert said(wang, "这里是红马甲", before) == 0


async def test_whoever_comes_back_to_take_a_task_is_told_that_they_can(street):
    zhao = street.lives("赵志愿")
    await street.sees(zhao, "您好")
    zhao.blocks()
    zhao.start("claim")
    await street.sees(zhao, "您回来了", "没有什么事在等您")
    await street.sees(zhao, "您可以接单了")


async def test_first_comers_are_not_welcomed_back(street):
    wang = street.lives("王阿姨")
    await street.sees(wang, "这里是红马甲")
    await street.tg.quiet()
    assert said(wang, "您回来了") == 0


async def test_only_the_most_urgent_is_shown_to_whoever_comes_back(street, reported):
    wang = street.lives("王阿姨")
    street.lives("李", 2001)
    numbers = [await reported(wang, words=f"第{n}件事") for n in range(5)]
    await street.sees(wang, numbers[-1], "收到了")
    wang.blocks()
    await street.tg.quiet()
    before = len(wang.chat.messages)
    wang.unblocks()
    await street.sees(wang, "您回来了", "5 件没完", "我的诉求")
    wang.says("/privacy")  # whatever is said before it has come by then
    await street.sees(wang, "谁能看到")
    shown = [message.text for message in wang.chat.messages[before:] if message.from_bot]
    assert sum(any(number in text for number in numbers) for text in shown) == 3


async def test_a_leader_who_comes_back_is_told_what_waits(street, reported):
    wang, ma = street.lives("王阿姨"), street.lives("马", 2003)
    number = await reported(wang)
    await street.sees(ma, number)
    ma.blocks()
    await street.sees(wang, number, "管理员正在安排")
    ma.unblocks()
    assert (await street.sees(ma, "您回来了", "等您处理的有 1 件", "工作台")).keys == DESK
    await street.taps(ma, "受理", number)
    await street.sees(wang, number, "马书记在办了")


# Cancel, and what there is not


async def test_cancel_ends_the_question_then_the_report_then_says_that_there_is_nothing(street, reported):
    wang, li = street.lives("王阿姨"), street.lives("李", 2001)
    number = await reported(wang)
    li.start("at_HS")
    await street.sees(li, "红山院")
    await street.taps(li, "受理", number)
    await street.taps(li, "办结", number)
    await street.sees(li, "是怎么解决的")
    li.says("/cancel")
    await street.sees(li, "好的，不写了")
    li.says("/cancel")
    await street.sees(li, "好的，这次不反映了")
    li.says("/cancel")
    await street.sees(li, "没有正在写的东西")
    await street.sees(wang, number, "正在办理")


async def test_an_edited_command_is_nothing(street):
    wang = street.lives("王阿姨")
    await street.sees(wang, "您好")
    command = wang.says("/privacy")
    await street.sees(wang, "谁能看到")
    before = len(wang.chat.messages)
    wang.edits(command, "/help")
    await street.tg.quiet()
    await street.passes(seconds=1)
    await street.tg.quiet()
    assert len(wang.chat.messages) == before


async def test_a_command_there_is_not_shows_the_menu(street):
    wang = street.lives("王阿姨")
    await street.sees(wang, "您好")
    wang.says("/nonsense")
    await street.becomes(lambda: said(wang, "这里是红马甲") == 2)
    assert wang.chat.last.keys == PLAIN


async def test_names_of_any_kind_are_said_as_they_are(street):
    await street.settle(people="name,role,grid,telegram_id\n<b>李</b>&,leader,JX3,2001\n")
    li = street.lives("\u202e<i>x", 2001)
    await street.sees(li, "<b>李</b>&，您好")
