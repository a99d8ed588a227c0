"""The sandbox as it stood, kept in a file and brought back."""

import pytest
from playwright.async_api import expect

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def loads(window, file):
    await window.press(window.button("page-save"))
    dialog = window.page.get_by_role("dialog", name=window.text("page-save"))
    await dialog.get_by_label(window.text("page-load")).set_input_files(file)


async def test_what_was_saved_stands_as_before_when_it_is_loaded(window, picture, tmp_path):
    wang, chen = await window.open("resident-wang"), await window.open("building-01-2")
    await chen.enters()
    await wang.enters()
    await wang.scans("松柏苑2号楼1单元")
    await wang.uploads(picture, caption="下水道堵了")
    await wang.taps("提交")
    await chen.sees("新诉求", "下水道堵了")
    number = (await (await wang.sees("收到了")).inner_text()).split("#")[1].split()[0]
    saved = await window.time()

    await window.press(window.button("page-save"))
    async with window.page.expect_download() as saving:
        await window.page.get_by_role("link", name=window.text("page-save-download")).click()
    download = await saving.value
    assert download.suggested_filename.endswith(".zip")
    await download.save_as(tmp_path / "kept.zip")
    await window.page.keyboard.press("Escape")

    # Then it goes on: it is accepted, time passes.
    await chen.taps("受理", number)
    await wang.sees(number, "已受理")
    await window.passes_ten()
    await window.passes_ten()
    later = await window.time()

    await loads(window, tmp_path / "kept.zip")
    await expect(window.page.get_by_text(window.text("page-load-done"))).to_be_visible()
    await expect(wang.message(number, "已受理")).to_be_hidden()
    assert saved <= await window.time() < later
    await chen.sees_photo()
    await chen.taps("受理", number)
    await wang.sees(number, "已受理，陈德福在办了")


async def test_a_file_that_is_no_saved_sandbox_is_refused_and_changes_nothing(window, tmp_path):
    wang = await window.open("resident-wang")
    await wang.enters()
    await wang.says("/privacy")
    await wang.sees("我保存什么")
    (tmp_path / "other.zip").write_bytes(b"something else")
    window.may_be_refused = True
    await loads(window, tmp_path / "other.zip")
    await expect(window.page.get_by_text(window.text("page-refused-state"))).to_be_visible()
    await wang.sees("我保存什么")
