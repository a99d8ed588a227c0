"""Two rows that turn out to be one person become one, whatever both of them have."""

from datetime import UTC, datetime

from storage import absences, drafts, events, menus, outbox, people, prompts, tasks
from storage.database import Database, Tx
from storage.records import Act, Menu, PromptKind

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


async def the_same_twice(tx: Tx) -> tuple[int, int, int]:
    """Two people, each with a draft, a prompt, a supervision and a place of one task; and that task."""
    ids = [
        (await people.add(tx, name=name, telegram_id=n, language=None, now=NOW)).id
        for n, name in enumerate(("resident", "account", "roster"), start=1)
    ]
    await tx.run("INSERT INTO grids (id, code, name, level, position) VALUES (1, 'G', 'Garden', 'unit', 0)")
    await tx.run(
        """INSERT INTO requests (id, number, resident_id, grid_id, words, urgency, status, created_at)
           VALUES (1, 'AAAA', :resident, 1, 'the drain', 'normal', 'accepted', 0)""",
        resident=ids[0],
    )
    await tx.run(
        """INSERT INTO groups (id, chat_id, grid_id, title, bound_by, bound_at)
           VALUES (1, -1, 1, 'Neighbours', :by, 0)""",
        by=ids[1],
    )
    task_id = await tasks.add(tx, request_id=1, group_id=1, places=2, words="dig", by_id=ids[1], now=NOW)
    for who in ids[1:]:
        await drafts.start(tx, person_id=who, words=f"of {who}", grid_id=None, now=NOW)
        await prompts.ask(tx, person_id=who, kind=PromptKind.FINISH, request_id=1, task_id=task_id, now=NOW)
        await tx.run(
            """INSERT INTO supervisors (request_id, person_id, level, told_at) VALUES (1, :who, 1, 0)""",
            who=who,
        )
        await tasks.add_claim(tx, task_id=task_id, person_id=who, now=NOW)
    await tx.run("UPDATE tasks SET held = 2, status = 'full' WHERE id = :id", id=task_id)
    return ids[1], ids[2], task_id


async def test_what_a_person_has_once_is_the_accounts_and_nobody_has_two_places(database: Database):
    async def work(tx: Tx):
        account_id, roster_id, task_id = await the_same_twice(tx)
        await people.merge(tx, from_id=account_id, to_id=roster_id)
        assert await people.get(tx, account_id) is None
        kept = {draft.words for draft in await drafts.of_person(tx, roster_id)}
        assert kept == {f"of {account_id}", f"of {roster_id}"}
        assert await prompts.of_person(tx, roster_id) is not None
        task = await tasks.get(tx, task_id)
        assert (task.held, task.status) == (1, "open")
        assert [claim.status for claim in await tasks.claims_of(tx, task_id)] == ["released", "held"]
        assert len(await tx.all("SELECT 1 FROM supervisors")) == 1

    await database.transact(work)


async def test_what_was_chosen_with_the_account_stays_and_the_rosters_phone_wins(database: Database):
    async def work(tx: Tx):
        both = [await people.add(tx, name=str(n), telegram_id=n, language=None, now=NOW) for n in (1, 2)]
        account, roster = (person.id for person in both)
        await tx.run("INSERT INTO grids (id, code, name, level, position) VALUES (1, 'G', 'G', 'unit', 0)")
        await people.set_phone(tx, account, "+8613900000001")
        await people.set_phone(tx, roster, "+8613900000002")
        await people.choose_language(tx, account, "en")
        await menus.give(tx, account, Menu.PLAIN)
        await tx.run("UPDATE people SET home_grid_id = 1 WHERE id = :id", id=account)
        await people.merge(tx, from_id=account, to_id=roster)
        one = await people.get(tx, roster)
        assert (one.phone, one.chosen_language, one.menu) == ("+8613900000002", "en", Menu.PLAIN)
        assert one.home_grid_id == 1

        # Where the roster has no phone, the one that was shared is kept.
        other = await people.add(tx, name="3", telegram_id=3, language=None, now=NOW)
        await people.merge(tx, from_id=roster, to_id=other.id)
        assert (await people.get(tx, other.id)).phone == "+8613900000002"

    await database.transact(work)


async def test_who_stood_in_for_the_other_row_does_not_stand_in_for_themselves(database: Database):
    async def work(tx: Tx):
        both = [await people.add(tx, name=str(n), telegram_id=n, language=None, now=NOW) for n in (1, 2)]
        account, roster = (person.id for person in both)
        until = NOW.replace(day=9)
        await absences.begin(tx, person_id=roster, delegate_id=account, since=NOW, until=until)
        await people.merge(tx, from_id=account, to_id=roster)
        leave = await absences.of_person(tx, roster, NOW)
        assert (leave.delegate_id, leave.until) == (None, until)

    await database.transact(work)


async def test_whoever_had_a_post_is_named_in_every_history_as_the_one_who_stays(database: Database):
    async def work(tx: Tx):
        _, roster_id, _ = await the_same_twice(tx)
        twin_id = (await people.add(tx, name="roster", telegram_id=9, language=None, now=NOW)).id
        await tx.run("INSERT INTO posts (person_id, role, grid_id) VALUES (:id, 'leader', 1)", id=twin_id)
        other = twin_id * 10 + 1  # its figures begin with the same

        async def happened(act: Act, **data: object) -> None:
            await events.add(tx, request_id=1, act=act, by_id=None, at=NOW, data=data)

        await happened(Act.ASSIGN, why="submitted", to=twin_id, **{"for": other})
        await happened(Act.ASSIGN, how="delegate", to=other, **{"for": twin_id})
        await happened(Act.ESCALATE, to=[other, twin_id], skipped=[["G", "absent"]])
        past = [["C", "property", "absent", [twin_id, other]], ["C", "property", "absent", [other]]]
        await happened(Act.ASSIGN, instead=[twin_id], past=past)
        await happened(Act.SAY, piece=twin_id, to=[twin_id, roster_id])
        await happened(Act.APPEAL, grid=twin_id, **{"from": twin_id})
        await happened(Act.CORRECT, to=twin_id, **{"from": twin_id})
        await people.merge(tx, from_id=twin_id, to_id=roster_id)
        assert [event.data for event in await events.of_request(tx, 1)] == [
            {"why": "submitted", "to": roster_id, "for": other},
            {"how": "delegate", "to": other, "for": roster_id},
            {"to": [other, roster_id], "skipped": [["G", "absent"]]},
            {
                "instead": [roster_id],
                "past": [["C", "property", "absent", [roster_id, other]], past[1]],
            },
            {"piece": twin_id, "to": [roster_id]},
            {"grid": twin_id, "from": roster_id},
            {"to": twin_id, "from": twin_id},
        ]

    await database.transact(work)


async def test_an_account_is_named_in_the_history_of_what_it_helped_with(database: Database):
    async def work(tx: Tx):
        account_id, roster_id, _ = await the_same_twice(tx)
        data = {"person": account_id}
        await events.add(tx, request_id=1, act=Act.RELEASE, by_id=None, at=NOW, data=data)
        await people.merge(tx, from_id=account_id, to_id=roster_id)
        assert [event.data for event in await events.of_request(tx, 1)] == [{"person": roster_id}]

    await database.transact(work)


async def test_a_word_that_waits_names_the_one_who_stays(database: Database):
    async def work(tx: Tx):
        account_id, roster_id, _ = await the_same_twice(tx)
        told = (await people.add(tx, name="told", telegram_id=9, language=None, now=NOW)).id
        data = {"for": account_id, "from": account_id}
        await outbox.say(tx, kind="stand-in", person_id=told, data=data, now=NOW)
        await prompts.ask(
            tx, person_id=told, kind=PromptKind.REASSIGN, request_id=1, data={"person": account_id}, now=NOW
        )
        await people.merge(tx, from_id=account_id, to_id=roster_id)
        message = await outbox.newest(tx, person_id=told, kind="stand-in")
        assert message.data == {"for": roster_id, "from": account_id}
        assert (await prompts.of_person(tx, told)).data == {"person": roster_id}

    await database.transact(work)


async def test_an_invitation_is_good_until_it_is_used_or_too_old(database: Database):
    async def work(tx: Tx):
        who = (await people.add(tx, name="Li", telegram_id=1, language=None, now=NOW)).id
        later = NOW.replace(day=3)
        await people.invite(tx, digest="d", person_id=who, expires_at=later)
        assert await people.invitation(tx, "d", NOW) == (who, True)
        assert await people.invitation(tx, "d", later) == (who, False)
        assert await people.invitation(tx, "e", NOW) is None
        await people.use_invitations(tx, who, NOW)
        assert await people.invitation(tx, "d", NOW) == (who, False)

    await database.transact(work)
