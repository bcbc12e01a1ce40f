"""Files are read as editors save them: marks, encodings, line ends."""

import codecs

import pytest

from d2lcode import pages
from d2lcode.grading import runner, starters
from d2lcode.grading.catalogue import CatalogueError, find
from d2lcode.grading.reading import decode, read_source, wide
from d2lcode.grading.results import PASSED
from d2lcode.grading.watch import imported

MARK = codecs.BOM_UTF8
CHINESE = "# -*- coding: gbk -*-\nX = '梯度'\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (MARK + b"x = 1\n", "x = 1\n"),
        (b"x = 1\r\ny = 2\r\n", "x = 1\ny = 2\n"),
        (b"x = 1\ry = 2\r", "x = 1\ny = 2\n"),
        (CHINESE.encode("gbk"), CHINESE),
        (CHINESE.encode("gbk").replace(b"\n", b"\r"), CHINESE),
        ("x = '深'\n".encode("utf-16"), "x = '深'\n"),
        ("x = '深'\n".encode("utf-32"), "x = '深'\n"),
        (b"", ""),
    ],
)
def test_what_an_editor_saves_is_read(data, text):
    assert decode(data) == text


@pytest.mark.parametrize("data", [b"x = '\xff'\n", b"# coding: utf-9\n"])
def test_what_is_no_text_is_refused_or_replaced(data):
    with pytest.raises(SyntaxError):
        decode(data)
    assert decode(data, "replace")


def test_a_wide_file_is_known_by_its_mark():
    assert wide("x".encode("utf-16")) == "UTF-16"
    assert wide("x".encode("utf-32")) == "UTF-32"
    assert wide(b"x = 1") == ""


def as_saved(text):
    """The same text as several editors would save it."""
    lines = text.encode()
    yield MARK + lines
    yield lines.replace(b"\n", b"\r\n")
    yield lines.replace(b"\n", b"\r")
    yield MARK + lines.replace(b"\n", b"\r\n")
    yield b"# -*- coding: gbk -*-\n" + text.encode("gbk")


def test_a_starter_saved_by_any_editor_is_not_begun(book, toy):
    path = toy.starters[""]
    for data in as_saved(path.read_text("utf-8")):
        path.write_bytes(data)
        assert runner.is_untouched(toy, "")
        assert find(book)["toy/double"].minutes == 5


def test_reset_keeps_no_version_of_a_starter_saved_anew(book, toy):
    starters.keep(book, toy)
    path = toy.starters[""]
    for data in list(as_saved(path.read_text("utf-8")))[:4]:
        path.write_bytes(data)
        assert starters.reset(book, toy, "") is None
    assert not (book / ".d2lcode" / "backups").exists()


def test_a_starter_in_another_encoding_comes_back_in_it(book, toy, answer):
    path = toy.starters[""]
    text = "# coding: gbk\n" + path.read_text("utf-8").replace("as", "翻倍")
    path.write_bytes(text.encode("gbk"))
    starters.keep(book, toy)
    answer("def double(x):\n    return 2 * x\n")
    starters.reset(book, toy, "")
    assert path.read_bytes() == text.encode("gbk")


def test_an_answer_saved_by_any_editor_is_graded(toy, warm):
    path = toy.starters[""]
    for data in as_saved('TITLE = "梯度"\ndef double(x):\n    return 2 * x\n'):
        path.write_bytes(data)
        result = runner.grade(toy, "", path, worker=warm())
        assert result.status == PASSED, data


def test_a_wide_answer_is_told_how_to_save_it(toy):
    path = toy.starters[""]
    path.write_text("x = 1\n", "utf-16")
    (message,) = {o.message for o in runner.grade(toy, "", path).outcomes}
    assert message.startswith("double.py is saved as UTF-16")
    assert "save it as UTF-8" in message


def test_a_grader_saved_by_any_editor_is_read_and_run(book, toy, warm):
    for data in as_saved(read_source(toy.grader)):
        toy.grader.write_bytes(data)
        found = find(book)["toy/double"]
        assert found == toy
        assert imported(toy.grader) == ["pytest", "d2lcode.grading"]
        task = toy, "", toy.solutions[""]
        assert runner.grade(*task, worker=warm()).status == PASSED, data


def test_a_grader_that_is_no_text_is_named(book, toy):
    toy.grader.write_bytes(b"x = '\xff'\n")
    with pytest.raises(CatalogueError, match=r"test_double\.py:1: "):
        find(book)


PAGE = """---
file_format: mystnb
kernelspec:
  name: python3
---

# Title: what?

```{code-cell} ipython3
x = 1
```
"""


def test_a_page_may_begin_with_a_mark(tmp_path):
    path = tmp_path / "page.md"
    for data in (PAGE.encode(), MARK + PAGE.encode()):
        path.write_bytes(data)
        (cell,) = [c for _, c in pages.code_cells(pages.read_page(path))]
        assert cell.source == "x = 1"
