"""What the doctor has to say."""

from collections.abc import Mapping
from dataclasses import dataclass, field

FINE, REMARK, BROKEN = "✓", "!", "✗"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: its mark, and the text that says what is so and how to mend it."""

    mark: str
    key: str
    values: Mapping[str, object] = field(default_factory=dict)
