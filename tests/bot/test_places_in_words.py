"""Where something is, as people say it."""

import pytest

from bot.cards.page import in_words
from storage.records import Grid


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["2单元", "3号楼", "锦绣苑", "向阳社区"], "锦绣苑 3号楼 2单元"),
        (["锦绣苑3号楼2单元", "锦绣苑3号楼", "锦绣苑", "向阳社区"], "锦绣苑3号楼2单元"),
        (["3号楼2单元", "3号楼", "锦绣苑"], "锦绣苑 3号楼2单元"),
        (["向阳社区", "向阳"], "向阳社区"),
        (["锦绣苑"], "锦绣苑"),
        ([], ""),
    ],
)
def test_a_place_is_said_without_saying_a_name_twice(names: list[str], said: str):
    path = [Grid(n, str(n), name, "", None, False, None, (), None) for n, name in enumerate(names)]
    assert in_words(path) == said
