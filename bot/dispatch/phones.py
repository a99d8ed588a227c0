"""Phone numbers as one way of writing them."""

import re
import unicodedata

import phonenumbers

HOME_REGION = "CN"  # of numbers written without a country
WRITTEN = re.compile(r"[0-9+()\-. /]+")
HOTLINE = re.compile("[1-9][0-9]{2,5}")  # 119, 12345, 116114: dialled as they are


def e164(written: str) -> str | None:
    """A number of any country as E.164 ("+8613800000000"); None for what is no phone number."""
    plain = unicodedata.normalize("NFKC", written)
    try:
        number = phonenumbers.parse(plain, HOME_REGION) if WRITTEN.fullmatch(plain) else None
    except phonenumbers.NumberParseException:
        return None
    if number is None or not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def of_service(written: str) -> str | None:
    """The number of an organisation: as E.164, or a hotline as it is dialled ("12345"); None for neither."""
    digits = re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", written))
    return digits if HOTLINE.fullmatch(digits) else e164(written)
