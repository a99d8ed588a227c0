"""What is written of a boundary, and what is wrong with it."""

import json

import pytest

from bot.dispatch.boundaries import LONGEST_TEXT, MOST_POINTS, BoundaryError, parse
from bot.texts import LANGUAGES, plain_text

SQUARE = "POLYGON((101 36, 102 36, 102 37, 101 37, 101 36))"
RING = [[101, 36], [102, 36], [102, 37], [101, 37], [101, 36]]
GEOMETRY = {"type": "Polygon", "coordinates": [RING]}
FEATURE = {"type": "Feature", "properties": {"name": "锦绣苑"}, "geometry": GEOMETRY}
COLLECTION = {"type": "FeatureCollection", "features": [FEATURE]}


@pytest.mark.parametrize(
    "written",
    [
        SQUARE,
        f"  {SQUARE.lower()}\n",
        "POLYGON Z ((101 36 5, 102 36 5, 102 37 5, 101 37 5, 101 36 5))",
        "MULTIPOLYGON(((101 36, 102 36, 102 37, 101 37, 101 36)))",
        *(json.dumps(each) for each in (GEOMETRY, FEATURE, COLLECTION)),
        json.dumps({"type": "MultiPolygon", "coordinates": [[RING]], "crs": {"type": "name"}}),
    ],
)
def test_an_area_is_read_as_it_is_usually_written(written):
    shape = parse(written)
    assert shape.bounds == (101, 36, 102, 37)
    assert shape.area == 1


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("", "boundary-unreadable"),
        ("锦绣苑四周", "boundary-unreadable"),
        ("POLYGON((101 36, 102 36", "boundary-unreadable"),
        ("POLYGON((101 36, x 36, 102 37, 101 36))", "boundary-unreadable"),
        ("POLYGON((nan 36, 102 36, 102 37, nan 36))", "boundary-unreadable"),
        ("HEXAGON((101 36))", "boundary-unreadable"),
        ("{", "boundary-unreadable"),
        ("{}", "boundary-unreadable"),
        ('{"type": 3}', "boundary-unreadable"),
        ('{"type": "Feature", "geometry": [1]}', "boundary-unreadable"),
        ('{"type": "Polygon"}', "boundary-unreadable"),
        ('{"type": "Polygon", "coordinates": [[["a", 1]]]}', "boundary-unreadable"),
        ('{"type": "Polygon", "coordinates": [[[NaN, 1]]]}', "boundary-unreadable"),
        ('{"type": "Polygon", "coordinates": ' + "[" * 100_000, "boundary-unreadable"),
        ("POINT(101 36)", "boundary-not-polygon"),
        ("LINESTRING(101 36, 102 36)", "boundary-not-polygon"),
        ("CURVEPOLYGON((101 36, 102 36, 101 36))", "boundary-not-polygon"),
        ("GEOMETRYCOLLECTION(" * 50_000, "boundary-not-polygon"),
        ('{"type": "Point", "coordinates": [101, 36]}', "boundary-not-polygon"),
        ('{"type": "Feature", "geometry": null}', "boundary-not-polygon"),
        (json.dumps({**COLLECTION, "features": []}), "boundary-one-feature"),
        (json.dumps({**COLLECTION, "features": [FEATURE, FEATURE]}), "boundary-one-feature"),
        (json.dumps({**COLLECTION, "features": [5]}), "boundary-one-feature"),
        ("POLYGON((101 36, 102 36, 102 37))", "boundary-not-closed"),
        ("POLYGON EMPTY", "boundary-empty"),
        ('{"type": "Polygon", "coordinates": []}', "boundary-empty"),
        ("POLYGON((36 101, 36 102, 37 102, 36 101))", "boundary-swapped"),
        ("POLYGON((500 36, 501 36, 501 37, 500 36))", "boundary-outside"),
        ("POLYGON((101 36, 1e999 36, 102 37, 101 36))", "boundary-unreadable"),
        (
            "POLYGON((11346000 4394000, 11347000 4394000, 11347000 4395000, 11346000 4394000))",
            "boundary-outside",
        ),
        ("POLYGON((101 36, 102 37, 102 36, 101 37, 101 36))", "boundary-crosses-itself"),
        ("POLYGON((1 1, 5 1, 5 5, 3 1, 1 5, 1 1))", "boundary-touches-itself"),
        ("POLYGON((1 1, 5 1, 5 5, 1 1), (7 7, 8 7, 8 8, 7 7))", "boundary-hole"),
        ("MULTIPOLYGON(((0 0, 9 0, 9 9, 0 9, 0 0)), ((2 2, 3 2, 3 3, 2 2)))", "boundary-nested"),
        ("POLYGON((1 1, 1 1, 1 1, 1 1))", "boundary-few-points"),
        (f"POLYGON(({'1 1, ' * MOST_POINTS} 1 1))", "boundary-too-many-points"),
        (SQUARE + " " * LONGEST_TEXT, "boundary-too-many-points"),
    ],
)
def test_what_is_no_area_is_told_in_plain_words(written, key):
    with pytest.raises(BoundaryError) as refused:
        parse(written)
    assert refused.value.key == key
    for language in LANGUAGES:
        assert plain_text(language, key, **refused.value.values)


def test_where_an_outline_crosses_itself_is_said():
    with pytest.raises(BoundaryError) as refused:
        parse("POLYGON((101 36, 102 37, 102 36, 101 37, 101 36))")
    assert "101.5 36.5" in plain_text("en", refused.value.key, **refused.value.values)
