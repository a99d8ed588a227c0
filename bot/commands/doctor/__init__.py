"""``redvest doctor``: looks at everything that must be right, and says how to mend what is not."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime

from bot.cli import DONE, FAILED
from bot.commands.doctor.finding import BROKEN, FINE, Finding
from bot.logs import set_up_logs
from bot.settings import Settings, SettingsError, language_in, read_settings
from bot.texts import plain_text


def main(environment: Mapping[str, str]) -> int:
    """Print a line per finding: ✓ fine, ! to be thought about, ✗ broken; 1 if anything is broken."""
    try:
        settings = read_settings(environment)
    except SettingsError as error:
        for fault in error.faults:
            print(BROKEN, fault)
        return FAILED
    set_up_logs(settings.log)
    print(FINE, plain_text(language_in(environment), "doctor-settings"))
    return asyncio.run(_report(settings))


async def _report(settings: Settings) -> int:
    broken = False
    async for finding in _examine(settings, datetime.now(UTC)):
        print(finding.mark, plain_text(settings.language, finding.key, **finding.values), flush=True)
        broken = broken or finding.mark == BROKEN
    return FAILED if broken else DONE


async def _examine(settings: Settings, now: datetime) -> AsyncIterator[Finding]:
    from bot.commands.doctor import house, way  # noqa: PLC0415 - not for settings that cannot be read

    async with house.opened(settings) as found:
        yield found.finding
        if found.database is not None:
            async for finding in house.examine(found.database, settings, now):
                yield finding
        async for finding in way.examine(settings, found.groups):
            yield finding
