"""Words that are made of messages, when one of the messages is edited."""


def mended(words: str, was: str, now: str) -> str | None:
    """Words made of messages, one below the other, with the message `was` as it reads `now`.

    None if it does not stand there as a message of its own.
    """
    lines, old, new = words.split("\n"), was.strip().split("\n"), now.strip()
    if not was.strip():
        return f"{words}\n{new}".strip()
    for at in reversed(range(len(lines) - len(old) + 1)):
        if lines[at : at + len(old)] == old:
            return "\n".join([*lines[:at], *([new] if new else []), *lines[at + len(old) :]])
    return None
