"""Two frameworks side by side, and what is folded, seen in a browser.

The page is a real one, run and built by the book's own extension; its cells
only talk of the frameworks, so that none has to be imported.
"""

import importlib.util
import os
import subprocess
import sys

import pytest
import sample
from browsing import AXE, OVERFLOW
from playwright.sync_api import expect
from serving import serve

BOTH = all(importlib.util.find_spec(p) for p in ("torch", "paddle"))
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not BOTH, reason="shows the two frameworks"),
]

PAGE = """\
---
file_format: mystnb
kernelspec: {name: python3}
---
# A page of two frameworks

```{code-cell}
:tags: [torch]
def layer(size):  # a line of both
    name = f"torch.Conv2d({size})"
    return name


print(layer(3))
```

```{code-cell}
:tags: [paddle]
def layer(size):  # a line of both
    name = f"paddle.Conv2D({size})"
    return name


print(layer(3))
```

Little in common, and narrow:

```{code-cell}
:tags: [torch]
try:
    saved = {}["weight"]
except KeyError as error:
    said = str(error)
```

```{code-cell}
:tags: [paddle]
import warnings

with warnings.catch_warnings():
    warnings.simplefilter("error")
saved, said = None, "weight"
```

Folded:

```{code-cell}
:tags: [hide-input]
# Count the letters of a word.
print(len(said))
```

```{code-cell}
:tags: [claim]
# Something was said.
assert "weight" in said
```
"""
TOC = "format: jb-book\nroot: index\nchapters: [{file: page}]\n"
BUILD = (
    "import sys; from jupyter_book.cli.main import main; "
    "sys.argv = ['jupyter-book', 'build', 'book', '-W']; main()"
)
LISTING = ".twins"
PAIR = ".backend-pair:has(.cell_input)"


@pytest.fixture(scope="module")
def sides(tmp_path_factory):
    """The page, built and served; its address."""
    folder = tmp_path_factory.mktemp("sides")
    extensions = (sample.ROOT / "book" / "_ext").as_posix()
    config = sample.CONFIG.replace("EXT", extensions)
    config = config.replace("stage: .", f"sidebyside: {extensions}")
    config = config.replace('"off"', "cache")
    book = folder / "book"
    for name in ("book", "exercises", "tests/exercises"):
        (folder / name).mkdir(parents=True)
    (folder / "_config.yml").write_text(config, "utf-8")
    (book / "_toc.yml").write_text(TOC, "utf-8")
    (book / "index.md").write_text("# A book\n", "utf-8")
    (book / "page.md").write_text(PAGE, "utf-8")
    cache = str(folder / "cache")
    done = subprocess.run(
        [sys.executable, "-c", BUILD],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "D2LCODE_CACHE": cache, "PYTHONUTF8": "1"},
        timeout=240,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    with serve(folder / "_build" / "html", "/sample/") as url:
        yield url + "page.html"


@pytest.fixture
def see(browser, sides):
    """Open the page with a choice of framework, on a screen."""
    contexts = []

    def opened(choice, width=1280, scheme="light", script=True):
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            java_script_enabled=script,
        )
        contexts.append(context)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto(f"{sides}?backend={choice}")
        return page

    yield opened
    for context in contexts:
        context.close()


def shown(page, selector=f"{LISTING} .line"):
    """List the lines of the listing that one sees."""
    lines = page.locator(selector).filter(visible=True).all()
    return [line.inner_text().strip() for line in lines]


def test_both_stand_in_one_listing(see):
    page = see("both")
    lines = page.locator(f"{LISTING} .line")
    assert lines.count() == 7
    marks = page.locator(f"{LISTING} mark").all_inner_texts()
    assert marks[:4] == ["torch", "Conv2d", "paddle", "Conv2D"]
    assert shown(page)[1].startswith("PyTorch:")


@pytest.mark.parametrize(
    ("choice", "ours", "theirs"),
    [("torch", "torch", "paddle"), ("paddle", "paddle", "torch")],
)
def test_one_alone_is_a_plain_program(see, choice, ours, theirs):
    page = see(choice)
    text = "\n".join(shown(page))
    assert f"{ours}.Conv2" in text
    assert theirs not in text
    assert ":" not in text.split("\n")[1]
    mark = page.locator(f"{LISTING} mark:visible").first
    ground = mark.evaluate("e => getComputedStyle(e).backgroundColor")
    assert ground == "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("name", ["torch", "paddle"])
def test_copying_takes_one_program(see, name):
    page = see("both")
    label = {"torch": "PyTorch", "paddle": "PaddlePaddle"}[name]
    page.get_by_role("button", name=f"Copy the {label} code").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    start = PAGE.index(f":tags: [{name}]\n") + len(f":tags: [{name}]\n")
    assert copied == PAGE[start : PAGE.index("\n```", start)]


def test_a_listing_has_no_other_copy_button(see):
    page = see("both")
    expect(page.locator("button.twins-copy").first).to_be_visible()
    expect(page.locator("button.copybtn").first).to_be_attached()
    assert page.locator(f"{LISTING} .copybtn").count() == 0


def test_the_outputs_stand_under_their_names(see):
    page = see("both")
    output = page.locator(".cell:has(.twins) .cell_output")
    blocks = output.locator(".backend")
    assert [b.get_attribute("aria-label") for b in blocks.all()] == [
        "PyTorch",
        "PaddlePaddle",
    ]
    first, second = (b.bounding_box() for b in blocks.all())
    assert first["y"] == second["y"]
    assert first["x"] < second["x"]


@pytest.mark.parametrize(("width", "columns"), [(1280, 2), (390, 1)])
def test_what_has_little_in_common_stands_in_columns(see, width, columns):
    page = see("both", width)
    first, second = (
        block.bounding_box()
        for block in page.locator(f"{PAIR} > .backend").all()
    )
    assert (first["y"] == second["y"]) == (columns == 2)


def test_without_scripts_the_two_are_read_together(see):
    page = see("both", script=False)
    assert len(shown(page)) == 7
    assert page.locator("button.twins-copy").count() == 0


def test_folded_code_says_what_it_is_for_and_unfolds(see):
    page = see("both")
    fold = page.locator("details.fold")
    summary = fold.locator("summary")
    expect(summary).to_have_text("Code: count the letters of a word")
    assert not fold.locator("pre").is_visible()
    assert page.locator(".cell:has(.fold) .cell_output").is_visible()
    summary.click()
    assert fold.locator("pre").is_visible()


def test_folded_code_is_printed(see):
    page = see("torch")
    fold = page.locator("details.fold")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert fold.get_attribute("open") is not None
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert fold.get_attribute("open") is None


@pytest.mark.parametrize(
    ("choice", "width", "scheme"),
    [("both", 1280, "light"), ("both", 390, "dark"), ("torch", 1280, "dark")],
)
def test_it_keeps_the_rules(see, choice, width, scheme):
    from axe_playwright_python.sync_playwright import Axe

    page = see(choice, width, scheme)
    page.evaluate("document.querySelector('details.fold').open = true")
    found = Axe().run(page, options=AXE).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
    assert page.evaluate(OVERFLOW) == []
