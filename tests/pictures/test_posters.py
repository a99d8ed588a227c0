"""A poster is read by phones and by people."""

import io

import pypdfium2
import pytest
import zxingcpp

from bot.pictures.posters import CODE_FOOT, CODE_WIDTH, HEIGHT, MIDDLE, Poster, posters
from bot.texts import LANGUAGES, plain_text

LINK = "https://t.me/redvest_bot?start=at_JX3-2"
NAMES = [
    "锦绣苑 3号楼 2单元",
    "3",
    "Songshan Road Street Office Residential Compound 12 Building 7 Unit 4",
    "中国石油化工股份有限公司青海西宁分公司家属院（北区）十二号楼第三单元东侧",
    "锦" * 300,
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
]


def made(*pages, language="zh-CN"):
    out = io.BytesIO()
    assert posters(pages, out, language=language) == len(pages)
    return pypdfium2.PdfDocument(out.getvalue())


def text_of(page):
    return page.get_textpage().get_text_range().replace("\r\n", "\n")


def picture_of(page, scale=1.0):
    return page.render(scale=scale).to_pil().convert("L")


def codes_in(picture):
    return [found.text for found in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize("link", [LINK, f"https://t.me/{'a' * 32}?start=at_{'x' * 32}"])
@pytest.mark.parametrize("scale", [0.4, 1, 2])
def test_a_phone_reads_the_link_from_near_and_from_far(link, scale):
    assert codes_in(picture_of(made(Poster("锦绣苑", link))[0], scale)) == [link]


def test_it_is_read_also_when_a_corner_of_the_code_is_torn_off():
    picture = picture_of(made(Poster("锦绣苑", LINK))[0])
    right, foot = int(MIDDLE + CODE_WIDTH / 2), int(HEIGHT - CODE_FOOT)
    picture.paste(255, (right - 95, foot - 95, right, foot))
    assert codes_in(picture) == [LINK]


def test_around_the_code_it_is_white_as_the_standard_asks():
    page = made(Poster("锦绣苑 3号楼", LINK))[0]
    left, top = MIDDLE - CODE_WIDTH / 2, HEIGHT - CODE_FOOT - CODE_WIDTH
    module = CODE_WIDTH / (33 + 2 * 4)
    picture = picture_of(page).crop((int(left), int(top), int(left + CODE_WIDTH), int(top + CODE_WIDTH)))
    dark = picture.point(lambda value: 255 * (value < 128)).getbbox()
    quiet = [dark[0], dark[1], picture.width - dark[2], picture.height - dark[3]]
    assert min(quiet) >= int(4 * module) - 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_where_it_is_what_to_do_in_both_languages_and_the_link(language):
    document = made(Poster("锦绣苑 3号楼", LINK), Poster("红山院", f"{LINK}x"), language=language)
    for page, name, link in zip(document, ["锦绣苑 3号楼", "红山院"], [LINK, f"{LINK}x"], strict=True):
        said = text_of(page).split("\n")
        assert name in said
        assert link.removeprefix("https://") in said
        for each in LANGUAGES:
            words = plain_text(each, "poster-do").replace("\n", "").replace(" ", "")
            assert words in "".join(said).replace(" ", "")
            assert plain_text(each, "poster-without") in said


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_the_name_all_stands_on_the_page_and_nothing_on_the_code(name, language):
    page = made(Poster(name, LINK), language=language)[0]
    letters = page.get_textpage()
    boxes = [letters.get_charbox(at) for at in range(letters.count_chars())]
    boxes = [(left, foot, right, top) for left, foot, right, top in boxes if right > left and top > foot]
    assert len(boxes) > 50
    code = (MIDDLE - CODE_WIDTH / 2, CODE_FOOT + 12, MIDDLE + CODE_WIDTH / 2, CODE_FOOT + CODE_WIDTH - 12)
    for left, foot, right, top in boxes:
        assert 15 < left < right < 580
        assert 15 < foot < top < 830
        assert right < code[0] or left > code[2] or top < code[1] or foot > code[3]
    assert codes_in(picture_of(page)) == [LINK]


@pytest.mark.parametrize("name", ["", " ", "🏠 Дом ཀ العربية \U00020000", "a\nb\tc\u202e", "<b>&amp;"])
def test_no_name_is_too_strange(name):
    assert len(made(Poster(name, LINK))) == 1


def test_the_same_posters_are_the_same_file_and_many_are_small():
    def file(count):
        out = io.BytesIO()
        posters(
            [Poster(f"锦绣苑 {each}号楼", f"{LINK}{each}") for each in range(count)], out, language="zh-CN"
        )
        return out.getvalue()

    assert file(3) == file(3)
    assert len(file(60)) < 60 * 3_000 + 50_000


def test_black_and_white_keeps_the_header_readable():
    picture = picture_of(made(Poster("锦绣苑", LINK))[0])
    header = picture.crop((0, 0, picture.width, 130))
    darkest, brightest = header.getextrema()
    assert darkest < 100
    assert brightest == 255
