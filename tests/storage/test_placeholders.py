"""`:name` becomes `$n` where it is a parameter, and nowhere else."""

import pytest

from storage.placeholders import numbered


@pytest.mark.parametrize(
    ("sql", "expected", "names"),
    [
        ("SELECT 1", "SELECT 1", ()),
        ("SELECT :a, :b", "SELECT $1, $2", ("a", "b")),
        ("a = :a OR b = :b OR c = :a", "a = $1 OR b = $2 OR c = $1", ("a", "b")),
        (":a::bigint", "$1::bigint", ("a",)),
        ("now()::text", "now()::text", ()),
        ("':a' || :b", "':a' || $1", ("b",)),
        ("'it''s :a' || :b", "'it''s :a' || $1", ("b",)),
        ('":a" = :b', '":a" = $1', ("b",)),
        ("SELECT :a -- not :b\n, :c", "SELECT $1 -- not :b\n, $2", ("a", "c")),
        ("(:long_name1)", "($1)", ("long_name1",)),
        ("'{:a}'", "'{:a}'", ()),
        ("'8:30'", "'8:30'", ()),
    ],
)
def test_names_become_numbers(sql: str, expected: str, names: tuple[str, ...]) -> None:
    assert numbered(sql) == (expected, names)
