"""Whom to call now: where a report tells of a danger, and where what is said to a request does."""

from bot.buttons import ReportAsWell
from bot.cards.page import Page
from bot.cards.screen import Screen
from bot.dispatch.dangers import Danger
from storage import requests


def numbers_to_call(page: Page, danger: str, then: str) -> str:
    """The numbers for a danger, and what is to be done when they were called."""
    numbers = page.rules.policy.emergency
    call = page.text(
        f"danger-{danger}", fire=numbers.fire, police=numbers.police, ambulance=numbers.ambulance
    )
    company = danger == Danger.GAS and numbers.gas
    gas = page.text("danger-gas-company", number=numbers.gas) if company else None
    return "\n\n".join(part for part in (call, gas, then) if part)


async def danger_card(page: Page) -> Screen | None:
    """The numbers, before anything else is said to what went to a request; it may be a report as well."""
    request = await requests.get(page.tx, page.message.request_id or 0)
    danger, piece_id = page.view.get("danger"), page.view.get("piece")
    if request is None or danger is None or piece_id is None:
        return None
    if "end" in page.view:
        return Screen(numbers_to_call(page, danger, page.text("danger-reported")), lasting=True)
    return Screen(
        numbers_to_call(page, danger, page.text("danger-said", number=request.number)),
        keys=((page.key("label-report-as-well", ReportAsWell(piece_id)),),),
        lasting=True,
    )
