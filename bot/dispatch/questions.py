"""What the bot asks people to write: what is enough for an answer, and what the answer is to the request."""

from storage.records import Card, PieceKind, Prompt, PromptKind, Purpose

WITHOUT_WORDS = frozenset({PromptKind.RESULT, PromptKind.FINISH, PromptKind.ADD})
"""Here a photo is enough, once the person says that this is all."""
AT_ONCE = frozenset({PromptKind.SAY})
"""Here each message goes on as it comes."""
PURPOSES = {
    PromptKind.RESULT: Purpose.RESULT,
    PromptKind.FINISH: Purpose.RESULT,
    PromptKind.DECLINE: Purpose.RESULT,
    PromptKind.ADD: Purpose.REPORT,
    PromptKind.REOPEN: Purpose.REPORT,
    PromptKind.APPEAL: Purpose.REPORT,
}
"""What the pieces of an answer are to the request; talk where it is not said."""
ON_THE_CARD = frozenset({"place", "tree", "kind", "reason"})
"""Pages of a card that ask by themselves, for CORRECT: they close with the question."""


def is_answer(prompt: Prompt, sent: PieceKind | None, words: str) -> bool:
    """Whether this answers by itself: words do, and a location where it is asked for a place."""
    asks_where = prompt.kind is PromptKind.CORRECT and prompt.data["what"] == "place"
    where = asks_where and "target" not in prompt.data and sent is PieceKind.LOCATION
    return bool(words) or where or prompt.kind in AT_ONCE


def stands_on(prompt: Prompt, card: Card) -> bool:
    """Whether the card asks this: what replies to it is the answer."""
    if card.request_id != prompt.request_id:
        return False
    if card.kind == "ask":
        return card.view.get("kind") == prompt.kind and "end" not in card.view
    return prompt.kind is PromptKind.CORRECT and card.view.get("page") in ON_THE_CARD
