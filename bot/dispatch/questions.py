"""What the bot asks people to write: what is enough for an answer, and what the answer is to the request."""

from storage.records import PromptKind, Purpose

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
