"""How many taps on Claim a bot takes in and answers in a second, beside bots that only answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench import table
from bench.bots import AIOGRAM, PEERS, PTB, REDVEST, WAYS, Bot, effort, running, telegram, up
from bench.scene import Scene, Stage, busy_day, write
from bench.taps import all_answered, check
from sandbox import Query

WARMING = 10  # one tap of so many goes before, unmeasured
TARGETS = {PTB: 3.0, AIOGRAM: 1.0}  # how many times as fast as this one


@dataclass(frozen=True, slots=True)
class Pass:
    """Taps answered in a second, and how much of a core the bot and its Telegram used meanwhile."""

    rate: float
    bot: float
    telegram: float

    @property
    def cost(self) -> float:
        """Milliseconds of the bot's CPU for a tap."""
        return 1000 * self.bot / self.rate


Found = dict[tuple[str, Bot], list[Pass]]


async def measure(rounds: int, taps: int, folder: Path, say: Callable[[str], None]) -> str:
    """The table; in each round each bot has its turn, alone."""
    scene = busy_day(taps)
    bots = [REDVEST, *(peer for peer in PEERS if not _left_out(peer, say))]
    found: Found = {(way, bot): [] for way in WAYS for bot in bots}
    for number in range(rounds):
        for way, bot in found:
            passed = await once(bot, scene, way, folder)
            found[way, bot].append(passed)
            say(f"round {number + 1}, {way}: {bot.name} {passed.rate:.0f} a second")
    head = (
        "taps by",
        "bot",
        "a second",
        "lowest–highest",
        "CPU ms a tap",
        "its cores",
        "Telegram's",
        "redvest is",
    )
    won = f"{scene.winners / len(scene.taps):.0%}"
    title = f"{len(scene.taps)} taps, {won} of them win a place."
    return f"{title}\n\n{table.markdown((*head, 'target'), [_row(found, *key) for key in found])}"


async def once(bot: Bot, scene: Scene, way: str, folder: Path) -> Pass:
    """One bot takes all taps of a scene; Failure unless Redvest gives just the places there are."""
    database = folder / "inbound.db"
    database.unlink(missing_ok=True)
    url = f"sqlite:///{database}"
    async with telegram() as (tg, server):
        stage = Stage(scene, tg)
        if bot is REDVEST:
            await write(stage, url)
        async with running(bot, server.url, folder, way=way, database=url) as started:
            await up(tg, started, way)
            early = len(scene.taps) // WARMING
            warming = [stage.tap(*pair) for pair in scene.taps[:early]]
            await all_answered(tg, started, warming)
            with effort(started) as used:
                taps = [stage.tap(*pair) for pair in scene.taps[early:]]
                began = tg.clock.timestamp()  # they are made in one go: none has left yet
                await all_answered(tg, started, taps)
            seconds = _last(taps) - began
    if bot is REDVEST:
        check(scene, warming + taps, database)
    return Pass(len(taps) / seconds, used.bot, used.telegram)


def _last(taps: Sequence[Query]) -> float:
    return max(tap.answers[0].at.timestamp() for tap in taps)


def _left_out(peer: Bot, say: Callable[[str], None]) -> bool:
    if peer.missing:
        say(f"{peer.name} is left out: {', '.join(peer.missing)} not installed")
    return bool(peer.missing)


def _row(found: Found, way: str, bot: Bot) -> tuple[str, ...]:
    passes = found[way, bot]
    rates = [each.rate for each in passes]
    ratio = median(ours.rate / rate for ours, rate in zip(found[way, REDVEST], rates, strict=True))
    times = target = ""
    if bot is not REDVEST:
        times = f"{ratio:.2f} times as fast"
        target = table.against(f"{TARGETS[bot]:.0f} times", reached=ratio >= TARGETS[bot])
    return (
        way,
        bot.name,
        table.middle(rates, ".0f"),
        table.spread(rates, ".0f"),
        table.middle([each.cost for each in passes]),
        table.middle([each.bot for each in passes]),
        table.middle([each.telegram for each in passes]),
        times,
        target,
    )
