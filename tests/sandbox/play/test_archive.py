"""A play in a file, and the files that are none: whatever they are, they are refused, and cost little."""

import io
import json
import struct
import zipfile
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.keeping import dump
from sandbox.play import archive
from sandbox.play.archive import NoState, State, TooLarge, pack, read_file, unpack
from sandbox.telegram import Telegram

STATE = State(dump(Telegram()), [], b"a database " * 99, "zh-CN", {"name": "drain", "at": 3, "known": {}})

Parts = dict[str, bytes]


def told(**about: object) -> bytes:
    """state.json with something else in it."""
    with zipfile.ZipFile(io.BytesIO(pack(STATE))) as file:
        return json.dumps({**json.loads(file.read("state.json")), **about}).encode()


def zipped(parts: Parts, kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", kind) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return found.getvalue()


def with_parts(**more: bytes) -> bytes:
    return zipped({"state.json": told(), "redvest.db": b"1"} | more)


def test_what_was_packed_is_unpacked():
    assert unpack(pack(STATE)) == STATE
    assert unpack(pack(replace(STATE, guide=None))).guide is None


def test_files_come_back_by_their_number():
    files = [bytes([number]) * number for number in range(12)]
    kept = [{"kind": "photo", "name": "", "size": 0}] * 12
    state = replace(STATE, files=files, telegram={**STATE.telegram, "files": kept})
    assert unpack(pack(state)) == state


WRONG = {
    "nothing": b"",
    "words": b"Dear neighbours, " * 999,
    "cut": pack(STATE)[:-1],
    "cut in the middle": pack(STATE)[:200],
    "something behind": pack(STATE) + b" ",
    "without parts": zipped({}),
    "without a database": zipped({"state.json": told()}),
    "without a state": zipped({"redvest.db": b"1", "files/0": b"1"}),
    "a path that leads out": with_parts(**{"../files/0": b"1"}),
    "a path from the root": with_parts(**{"/files/0": b"1"}),
    "a file of another name": with_parts(**{"files/a": b"1"}),
    "a file without the one before": with_parts(**{"files/1": b"1"}),
    "a folder": with_parts(**{"files/": b""}),
    "another format": zipped({"state.json": told(format=2), "redvest.db": b"1"}),
    "a format in words": zipped({"state.json": told(format="1"), "redvest.db": b"1"}),
    "a format of no kind": zipped({"state.json": told(format=[]), "redvest.db": b"1"}),
    "no telegram": zipped({"state.json": told(telegram=None), "redvest.db": b"1"}),
    "a list": zipped({"state.json": b"[]", "redvest.db": b"1"}),
    "no JSON": zipped({"state.json": b"{", "redvest.db": b"1"}),
    "no text": zipped({"state.json": b"\xff\xfe\x00", "redvest.db": b"1"}),
    "nested without end": zipped({"state.json": b"[" * 200_000, "redvest.db": b"1"}),
    "a number without end": zipped({"state.json": b"9" * 200_000, "redvest.db": b"1"}),
    "packed by LZMA": zipped({"state.json": told(), "redvest.db": b"1"}, zipfile.ZIP_LZMA),
}


@pytest.mark.parametrize("packed", WRONG.values(), ids=WRONG)
def test_a_file_that_is_no_saved_play_is_refused(packed):
    with pytest.raises(NoState):
        unpack(packed)


def test_a_file_with_a_part_twice_is_refused():
    found = io.BytesIO(with_parts())
    with zipfile.ZipFile(found, "a") as file, pytest.warns(UserWarning, match="Duplicate"):
        file.writestr("state.json", told())
    with pytest.raises(NoState):
        unpack(found.getvalue())


@given(packed=st.binary(max_size=100))
def test_any_bytes_are_refused(packed):
    for each in (packed, packed + pack(STATE)[-22:]):
        with pytest.raises(NoState):
            unpack(each)


@given(at=st.integers(0, len(pack(STATE)) - 1), byte=st.integers(1, 255))
def test_a_file_with_any_byte_changed_is_refused_or_holds_the_same(at, byte):
    packed = bytearray(pack(STATE))
    packed[at] ^= byte
    with suppress(NoState):
        assert unpack(bytes(packed)) == STATE


# What would cost much


def test_more_than_can_be_saved_is_neither_saved_nor_unpacked(monkeypatch):
    bomb = with_parts(**{"files/0": bytes(3_000_000)})
    assert len(bomb) < 10_000
    monkeypatch.setattr(archive, "LARGEST", 2_000_000)
    with pytest.raises(NoState, match="larger"):
        unpack(bomb)
    with pytest.raises(TooLarge):
        pack(replace(STATE, files=[bytes(3_000_000)]))


def test_a_part_that_says_it_is_smaller_than_it_is_is_refused():
    packed = with_parts(**{"files/0": bytes(3_000_000)})
    size = struct.pack("<L", 3_000_000)
    assert packed.count(size) == 2
    with pytest.raises(NoState):
        unpack(packed.replace(size, struct.pack("<L", 3)))


def test_more_parts_than_can_be_saved_are_neither_saved_nor_looked_at(monkeypatch):
    many = with_parts(**{f"files/{number}": b"" for number in range(200)})
    monkeypatch.setattr(archive, "MOST_PARTS", 50)
    with pytest.raises(NoState, match="other parts"):
        unpack(many)
    with pytest.raises(TooLarge):
        pack(replace(STATE, files=[b""] * 200))


def test_a_list_of_parts_of_the_larger_kind_is_not_looked_at():
    with pytest.raises(NoState, match="other parts"):
        unpack(larger(pack(STATE)))


def larger(packed: bytes) -> bytes:
    """The same with the list of its parts told in the way of zips beyond 4 GB."""
    end = len(packed) - 22
    *_, parts, length, start, _ = struct.unpack("<4s4H2LH", packed[end:])
    sizes = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, parts, parts, length, start)
    where = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    return packed[:end] + sizes + where + packed[end:]


def test_the_larger_kind_is_one_that_would_be_read():
    with zipfile.ZipFile(io.BytesIO(larger(pack(STATE)))) as file:
        assert "state.json" in file.namelist()


def test_a_file_on_the_disk_that_is_too_large_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_FILE", 10)
    (tmp_path / "a.zip").write_bytes(b"12345678901")
    (tmp_path / "b.zip").write_bytes(b"1234567890")
    with pytest.raises(NoState):
        read_file(tmp_path / "a.zip")
    assert read_file(tmp_path / "b.zip") == b"1234567890"
