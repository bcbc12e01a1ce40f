"""Lines of code get elements of their own, and stay what they were."""

from bs4 import BeautifulSoup
from code_lines import wrap_lines
from hypothesis import given
from hypothesis import strategies as st
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

CODE = 'def f(x):\n    """Two\n    lines."""\n\n    return x\n'


def _html(code: str) -> str:
    return highlight(code, PythonLexer(stripnl=False), HtmlFormatter())


def _lines(html: str) -> list:
    return BeautifulSoup(html, "html.parser").select("span.line")


def test_each_line_is_one_element():
    lines = _lines(wrap_lines(_html(CODE)))
    assert [line.text for line in lines] == CODE.splitlines(keepends=True)


def test_a_line_knows_its_indent():
    lines = _lines(wrap_lines(_html(CODE)))
    styles = [line.get("style") for line in lines]
    four = "--indent:4"
    assert styles == [None, four, four, None, four]


@given(st.text(st.sampled_from("ab =\n'\"#(<&>:世 "), max_size=60))
def test_the_text_that_is_copied_stays(code):
    html = _html(code)
    before = BeautifulSoup(html, "html.parser").text
    after = BeautifulSoup(wrap_lines(html), "html.parser").text
    assert after == before


def test_a_block_knows_its_longest_line():
    block = BeautifulSoup(wrap_lines(_html("a\nx < y + 10\n")), "html.parser")
    assert block.pre["style"] == "--columns:10"


def test_other_html_stays():
    html = "<p>a\nb</p><pre>plain\n  text</pre>"
    assert wrap_lines(html) == html
