"""Those who lead look after the people of their grids: who is linked, invitations, another account."""

import io

import pytest
from PIL import Image

from bot import qr

PEOPLE = """\
name,role,grid,phone,telegram_id,until
李楼长,leader,JX3,13900000001,2001,
周志愿,volunteer,JX3-2,13900000002,,
吴志愿,volunteer,JX3,13900000003,,2027-01-31
吴志愿,member,HS,13900000003,,
陈网格长,leader,JX,,2002,
马书记,secretary,XY,,2003,
钱园长,leader,HS,,,
管理员,admin,XY,,2004,
"""


@pytest.fixture
async def staffed(street):
    await street.settle(people=PEOPLE)
    return street


async def opens(street, who, grid=0):
    """Press the button as it stands on another card: the list comes below."""
    await who.taps(await desk(street, who), stale=f"pl:{grid}:0").answered()


async def desk(street, who):
    """A card that was posted long enough ago to be known."""
    await street.sees(who, "您好")
    who.says("/desk")
    return await street.noted(await street.sees(who, "工作台"))


def names(message):
    return [label.split()[1] for label in message.labels if label[0] in "✓!⛔"]


async def row(street, **by):
    ((name, value),) = by.items()
    return await street.app._database.read(
        lambda tx: tx.one(f"SELECT * FROM people WHERE {name} = :value", value=value)  # noqa: S608
    )


async def test_everybody_sees_the_people_of_their_own_grids_and_nobody_elses(staffed):
    street = staffed
    li, admin, wang = street.lives("李", 2001), street.lives("管", 2004), street.lives("王阿姨")
    await opens(street, li)
    seen = await street.sees(li, "人员", "共 3 人", "没开通的 2 人")
    assert sorted(names(seen)[:2]) == ["吴志愿", "周志愿"]
    assert names(seen)[2:] == ["李楼长"]
    await opens(street, admin)
    assert "钱园长" in names(await street.sees(admin, "共 7 人"))
    await opens(street, admin, 5)
    assert "钱园长" in names(await street.sees(admin, "人员 · 红山院", "共 2 人"))
    start = await desk(street, wang)
    assert "您" in (await wang.taps(start, stale="pl:0:0").answered()).text
    start = await desk(street, li)
    await li.taps(start, stale="pl:1:0").answered()
    await street.tg.quiet()
    assert not any("向阳社区" in message.text for message in li.chat.messages)


async def test_a_forged_button_opens_and_invites_nobody_outside_ones_grids(staffed):
    street = staffed
    li = street.lives("李", 2001)
    qian = await row(street, name="钱园长")
    start = await desk(street, li)
    invited = await li.taps(start, stale=f"in:{qian['id']}").answered()
    assert "邀请在下面" not in invited.text
    await opens(street, li)
    listed = await street.sees(li, "人员", "共 3 人")
    hers = await row(street, name="陈网格长")
    for person in (qian, hers):
        await li.taps(listed, stale=f"pn:{person['id']}:0:0").answered()
        await street.becomes(lambda: listed.labels == ["返回"])
        await li.taps(listed, "返回").answered()
        await street.becomes(lambda: len(listed.labels) > 1)
    told = [message.text for message in li.chat.messages]
    assert not any(word in text for text in told for word in ("钱园长", "陈网格长", "红山院"))
    kept = await street.app._database.read(lambda tx: tx.all("SELECT 1 FROM invitations"))
    assert kept == []


async def test_a_long_list_is_turned_page_by_page(street):
    rows = "".join(f"志愿{number},volunteer,JX3,\n" for number in range(10, 21))
    await street.settle(people="name,role,grid,telegram_id\n李楼长,leader,JX3,2001\n" + rows)
    li = street.lives("李", 2001)
    await opens(street, li)
    first = names(await street.sees(li, "共 12 人"))
    await street.taps(li, "下一页 →")
    await street.becomes(lambda: "← 上一页" in li.chat.last_from_bot.labels)
    second = names(li.chat.last_from_bot)
    assert len(first) == 8
    assert len({*first, *second}) == 12


async def test_whoever_leads_invites_with_a_link_and_a_picture_that_says_the_same(staffed):
    street = staffed
    li, zhou = street.lives("李", 2001), street.lives("小周")
    await opens(street, li)
    await street.taps(li, "! 周志愿 · 2单元 志愿者")
    person = await street.sees(li, "周志愿", "还没开通", "+8613900000002", "2单元 志愿者")
    assert person.labels == ["邀请", "返回"]
    await street.taps(li, "邀请")
    invitation = await street.sees(li, "周志愿，您好", "2单元 志愿者", "t.me/", "30 天")
    link = next(word for word in invitation.text.split() if word.startswith("https://t.me/"))
    assert invitation.files == [qr.png(link)]
    assert Image.open(io.BytesIO(qr.png(link))).format == "PNG"
    secret = invitation.text.split("start=")[1].split()[0]
    zhou.start(secret)
    await street.sees(zhou, "周志愿，您好", "已经为您开通")

    # It is kept no longer than until it was sent, and works once.
    kept = await street.app._database.read(lambda tx: tx.all("SELECT data FROM outbox"))
    assert secret.removeprefix("join_") not in str([dict(each) for each in kept])
    zhao = street.lives("赵")
    zhao.start(secret)
    await street.sees(zhao, "链接")
    assert (await row(street, telegram_id=zhao.id))["name"] == "赵"
    await street.taps(li, "返回")
    await street.becomes(lambda: any("✓ 周志愿 · 2单元 志愿者" in m.labels for m in li.chat.messages))


async def test_whoever_has_a_post_elsewhere_too_is_invited_by_those_above(staffed):
    street = staffed
    li, admin = street.lives("李", 2001), street.lives("管", 2004)
    await opens(street, li)
    await street.taps(li, "! 吴志愿 · 3号楼 志愿者")
    seen = await street.sees(li, "吴志愿", "到 2027-01-31 为止", "在别处还有岗位")
    assert seen.labels == ["返回"]
    assert "红山院" not in seen.text
    wu = await row(street, name="吴志愿")
    refused = await li.taps(seen, stale=f"in:{wu['id']}").answered()
    assert "邀请在下面" not in refused.text
    await opens(street, admin)
    await street.taps(admin, "! 吴志愿 · 3号楼 志愿者")
    await street.taps(admin, "邀请")
    await street.sees(admin, "吴志愿，您好", "3号楼 志愿者、红山院 党员")


async def test_an_administrator_is_invited_only_by_administrators(street):
    await street.settle(
        people="name,role,grid,telegram_id\n马书记,secretary,XY,2003\n管理员,admin,XY,\n老管,admin,XY,2004\n"
    )
    ma, admin = street.lives("马", 2003), street.lives("管", 2004)
    unlinked = await row(street, name="管理员")
    start = await desk(street, ma)
    answer = await ma.taps(start, stale=f"in:{unlinked['id']}").answered()
    assert "邀请在下面" not in answer.text
    start = await desk(street, admin)
    assert "邀请在下面" in (await admin.taps(start, stale=f"in:{unlinked['id']}").answered()).text


async def test_nobody_who_is_linked_is_invited_again(staffed):
    street = staffed
    admin = street.lives("管", 2004)
    li = await row(street, telegram_id=2001)
    start = await desk(street, admin)
    answer = await admin.taps(start, stale=f"in:{li['id']}").answered()
    assert "另一个账号" in answer.text


async def moves(street, admin, label):
    await opens(street, admin)
    await street.taps(admin, label)
    await street.taps(admin, "换账号")
    await street.sees(admin, "真的要换账号吗")
    await street.taps(admin, "确定换账号")
    invitation = await street.sees(admin, "您好！红马甲请您来")
    return invitation.text.split("start=")[1].split()[0]


async def test_an_administrator_moves_a_person_to_another_account(staffed, reported):
    street = staffed
    li, chen, admin, wang = (
        street.lives("李", 2001),
        street.lives("陈", 2002),
        street.lives("管", 2004),
        street.lives("王阿姨"),
    )
    await street.sees(li, "您好")
    number = await reported(wang)
    card = await street.sees(li, number, "新诉求")
    li.says("我家也漏水")
    await street.sees(li, "我家也漏水")
    secret = await moves(street, admin, "✓ 李楼长 · 3号楼 楼栋长")

    # What they answered for goes on to the next; the old account is a resident's, with its own draft.
    await street.sees(chen, number)
    greeting = await street.sees(li, "不再是名册上的 李楼长")
    assert greeting.keys == [["我要反映"], ["我的诉求", "接单大厅"], ["更多"]]
    assert (await li.taps(card, "受理").answered()).text != "已受理"
    old = await row(street, telegram_id=2001)
    assert (old["name"], old["phone"]) == ("", None)  # until they write
    drafts = await street.app._database.read(lambda tx: tx.all("SELECT person_id FROM drafts"))
    assert [each["person_id"] for each in drafts] == [old["id"]]
    before = len(li.chat.messages)

    new = street.lives("李楼长的新手机")
    new.start(secret)
    greeting = await street.sees(new, "李楼长，您好", "3号楼 楼栋长")
    assert "工作台" in str(greeting.keys)
    person = await row(street, telegram_id=new.id)
    assert (person["name"], person["phone"]) == ("李楼长", "+8613900000001")
    later = await reported(wang, words="灯坏了")
    await street.sees(new, later, "新诉求")
    await street.tg.quiet()
    assert len(li.chat.messages) == before


async def test_only_administrators_move_accounts_and_nobody_their_own(staffed):
    street = staffed
    li, admin = street.lives("李", 2001), street.lives("管", 2004)
    own, other = await row(street, telegram_id=2004), await row(street, telegram_id=2001)
    start = await desk(street, admin)
    assert "别的管理员" in (await admin.taps(start, stale=f"mf:{own['id']}").answered()).text
    start = await desk(street, li)
    await li.taps(start, stale=f"mf:{own['id']}").answered()
    assert (await row(street, id=own["id"]))["telegram_id"] == 2004
    assert (await row(street, id=other["id"]))["telegram_id"] == 2001


async def test_moving_twice_moves_once(staffed):
    street = staffed
    admin = street.lives("管", 2004)
    street.lives("李", 2001)
    other = await row(street, telegram_id=2001)
    await moves(street, admin, "✓ 李楼长 · 3号楼 楼栋长")
    again = await admin.taps(admin.chat.messages[0], stale=f"mf:{other['id']}").answered()
    assert "新邀请在下面" not in again.text


# The phone number


async def test_a_forwarded_contact_links_nobody(staffed):
    street = staffed
    zhou, wang = street.lives("小周"), street.lives("王阿姨")
    await street.sees(wang, "您好")
    zhou.phone = "+8613900000002"
    wang.forwards(zhou.sends_contact())
    await street.sees(zhou, "周志愿，您好")
    await street.sees(wang, "这是别人的号码")
    assert (await row(street, telegram_id=wang.id))["name"] == "王阿姨"


@pytest.mark.parametrize(
    "written", ["139 0000 0009", "+86 139-0000-0009", "0086 13900000009", "１３９００００000９"]
)
async def test_a_number_is_the_same_however_the_roster_spells_it(street, written):
    await street.settle(people=f"name,role,grid,phone\n周志愿,volunteer,JX3,{written}\n")
    zhou = street.lives("小周")
    await street.sees(zhou, "您好")
    zhou.sends_contact("8613900000009")
    await street.sees(zhou, "周志愿，您好", "3号楼 志愿者")


async def test_two_rows_with_one_number_are_one_person_with_two_posts(street):
    await street.settle(
        people="name,role,grid,phone\n周志愿,volunteer,JX3,13900000009\n周志愿,leader,HS,+8613900000009\n"
    )
    zhou = street.lives("小周")
    await street.sees(zhou, "您好")
    zhou.sends_contact("+8613900000009")
    await street.sees(zhou, "周志愿，您好", "3号楼 志愿者", "红山院 网格长")


async def test_people_are_opened_from_my_grid(staffed):
    street = staffed
    chen = street.lives("陈", 2002)
    await street.sees(chen, "您好")
    chen.says("/desk")
    await street.taps(chen, "🗺 我的网格")
    await street.taps(chen, "人员")
    seen = await street.sees(chen, "人员 · 锦绣苑", "共 4 人")
    await street.taps(chen, "! 周志愿 · 2单元 志愿者")
    await street.sees(chen, "周志愿", "还没开通")
    await street.taps(chen, "返回")
    await street.becomes(lambda: "! 周志愿 · 2单元 志愿者" in seen.labels)
