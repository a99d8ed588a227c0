"""The sandbox as a process of its own."""

import asyncio
import sys

import aiohttp


async def test_it_prints_its_address_and_serves(http: aiohttp.ClientSession) -> None:
    arguments = ["-m", "sandbox", "--token", "77:X"]
    process = await asyncio.create_subprocess_exec(sys.executable, *arguments, stdout=asyncio.subprocess.PIPE)
    try:
        assert process.stdout
        url = (await process.stdout.readline()).decode().strip()
        async with http.get(f"{url}/bot77:X/getMe") as answer:
            assert (await answer.json())["result"]["id"] == 77
    finally:
        process.terminate()
        await process.wait()
