"""Phone numbers as one way of writing them."""

import re
import unicodedata

import phonenumbers

HOME_REGION = "CN"  # of numbers written without a country
WRITTEN = re.compile(r"[0-9+()\-. /]+")


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
