"""The figure with a slider: what it holds, and that it moves."""

import json
import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.scratch.slider_dots import slider_dots

FRAMES = {"Monday": [0, 1, 10], "Tuesday": [1, 100, 10000]}
LABELS = ["North", "South", "East & West"]


def draw(frames=FRAMES, labels=LABELS, **options):
    options = {"title": "Cases", "what": "cases", **options}
    return slider_dots(frames, labels, **options)


def soup(*args, **options):
    return BeautifulSoup(draw(*args, **options), "html.parser")


def lefts(tree):
    styles = [dot["style"] for dot in tree.select("i")]
    return [float(re.fullmatch(r"left: ([\d.]+)%", s)[1]) for s in styles]


def test_the_last_frame_stands_there_without_scripts():
    tree = soup()
    rows = [
        [row.th.text, row.find_all("td")[-1].text]
        for row in tree.select("tbody tr")
    ]
    numbers = ["1", "100", "10,000"]
    assert rows == [list(r) for r in zip(LABELS, numbers, strict=True)]
    assert tree.output.text == tree.input["aria-valuetext"] == "Tuesday"
    assert (tree.input["min"], tree.input["max"]) == ("0", "1")
    assert tree.input["value"] == "1"


def test_ten_times_as_many_is_always_the_same_way():
    assert lefts(soup()) == [0, 50, 100]
    ticks = [span.text for span in soup().select("thead span")]
    assert ticks == ["1", "10", "100", "1k", "10k"]


def test_none_at_all_has_no_dot():
    tree = soup({"a": [0, 1]}, ["x", "y"])
    assert [dot.has_attr("hidden") for dot in tree.select("i")] == [
        True,
        False,
    ]
    assert lefts(tree) == [0, 0]


def test_it_is_a_table_with_headings_and_a_title():
    tree = soup(title="A < B", what="people", id="here")
    figure = tree.find("figure")
    title = tree.find(id=figure["aria-labelledby"])
    assert title.text == "A < B"
    assert [th["scope"] for th in tree.select("thead th")] == ["col"] * 3
    assert tree.select("thead th")[-1].text == "people"
    assert all(th["scope"] == "row" for th in tree.select("tbody th"))
    assert tree.label.find("input") is not None


def test_it_asks_for_nothing_from_elsewhere():
    assert not re.search(r"https?:|src=|@import|url\(", draw())


@given(st.text(min_size=1), st.text(min_size=1))
def test_no_text_escapes_from_its_place(name, label):
    tree = soup({name + "</script><b>": [1]}, [label + "<b>"], title="<b>")
    assert not tree.select("b")
    assert len(tree.select("script")) == 1
    quoted = re.search(r"names = (\[.*?\]), frames", draw({name: [1]}, ["x"]))
    assert json.loads(quoted[1]) == [name]


@pytest.mark.parametrize(
    ("frames", "labels", "said"),
    [
        ({}, ["a"], "0 frames and 1 labels"),
        ({"x": []}, [], "1 frames and 0 labels"),
        ({"x": [1], "y": [1, 2]}, ["a"], r"frame 'y' is \[1, 2\]; expected 1"),
        ({"x": [-1]}, ["a"], r"frame 'x' is \[-1\]; expected 1 counts from 0"),
    ],
)
def test_frames_that_do_not_fit_are_refused(frames, labels, said):
    with pytest.raises(ValueError, match=said):
        draw(frames, labels)


@pytest.mark.browser
def test_the_arrow_keys_move_it(browser):
    page = browser.new_page()
    page.set_content(f"<main>{draw()}</main>")
    page.focus("input[type=range]")
    page.keyboard.press("ArrowLeft")
    assert page.inner_text("output") == "Monday"
    assert page.get_attribute("input", "aria-valuetext") == "Monday"
    cells = page.locator("tbody td:last-child").all_inner_texts()
    assert cells == ["0", "1", "10"]
    assert page.locator("i:visible").count() == 2
    page.keyboard.press("ArrowRight")
    assert page.inner_text("output") == "Tuesday"
    last = page.locator("i").nth(1).get_attribute("style")
    assert last.startswith("left: 50%")
