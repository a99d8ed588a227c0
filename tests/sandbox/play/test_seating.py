"""Everybody in their place, and the language they are met in."""

from sandbox.play.given import Given


async def test_who_and_where_nothing_has_been_said_is_met_anew_in_the_other_language(play):
    people, tg = play.people, play.tg
    wang, community, compound = people.by_key["resident-wang"], *people.groups.values()
    people.by_key["volunteer-4"].says("大家好", chat=community)
    play.do(Given(play, {"language": "en"}, []), "speaks")
    await tg.until(lambda: "Redvest" in wang.chat.last_from_bot.text, timeout=20)
    assert wang.chat.keyboard_message.keys[0] == ["Report"]
    await tg.until(lambda: "✓ English" in compound.last_from_bot.labels, timeout=20)
    assert all("/language" not in message.text for message in community.messages)
