"""The two-backend mechanism, from a page's text to the built site."""

import importlib.util
import os
import re
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup

ROOT = Path(__file__).parents[2]
BOTH = all(importlib.util.find_spec(p) for p in ("torch", "paddle"))
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not BOTH, reason="tells the two frameworks apart"),
]

PAGE = """
# A page

```{code-cell}
:tags: [torch]
name = "a flame"
```

```{code-cell}
:tags: [paddle]
name = "an oar"
```

They agree on this:

```{code-cell}
print("six times seven is", 6 * 7)
```

and not on this:

```{code-cell}
print("I am", name)
```

:::{backend} torch
Prose for those who hold the flame.
:::

:::{backend} paddle
Prose for those who hold the oar.
:::

```{code-cell}
:tags: [claim]
# The name has letters.
assert len(name) > 3
```
"""


def test_a_page_runs_once_per_backend_and_shows_agreement_once(book):
    book.write(PAGE)
    built = book.build()
    assert built.code == 0, built.log
    assert built.kernels == [("topic/page", "paddle"), ("topic/page", "torch")]
    html = book.html
    assert html.count("six times seven is 42") == 1
    assert html.count("I am a flame") == html.count("I am an oar") == 1
    soup = BeautifulSoup(html, "html.parser")
    for backend, ours, theirs in (
        ("torch", "I am a flame", "I am an oar"),
        ("paddle", "I am an oar", "I am a flame"),
    ):
        blocks = soup.select(f'[data-backend="{backend}"].backend')
        text = " ".join(block.get_text() for block in blocks)
        assert ours in text
        assert theirs not in text
    assert "hold the oar" in html
    assert "Checked in this build in PyTorch and PaddlePaddle" in html
    assert "The name has letters." in html
    assert "<!-- backend:" not in html

    # Nothing changed: no kernel, and the page is not even read.
    again = book.build()
    assert again.code == 0
    assert again.kernels == []
    assert "no targets are out of date" in again.log

    # A word of prose changed: the page is read, no kernel starts.
    book.write(PAGE.replace("They agree", "They do agree"))
    prose = book.build()
    assert prose.kernels == []
    assert "They do agree" in book.html

    # One backend's code changed: only that backend runs.
    book.write(PAGE.replace("an oar", "two oars"))
    assert book.build().kernels == [("topic/page", "paddle")]
    assert "I am two oars" in book.html
    assert "I am a flame" in book.html

    for backend, says in (("torch", "a flame"), ("paddle", "two oars")):
        path = (
            book.root / "_build/html/_notebooks" / backend / "topic/page.ipynb"
        )
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        text = "\n".join(
            c.source + "".join(o.get("text", "") for o in c.get("outputs", []))
            for c in notebook.cells
        )
        assert f"I am {says}" in text
        assert ("hold the flame" in text) == (backend == "torch")
        assert "{backend}" not in text


CLAIM = "```{{code-cell}}\n:tags: [claim]\n{}\n```\n"

USES_PACKAGE = """
# A page

```{code-cell}
:tags: [torch]
from d2lcode.torch import cnn
```

```{code-cell}
:tags: [paddle]
from d2lcode.paddle import cnn
```

```{code-cell}
:tags: [claim]
# The package is there.
assert cnn.__name__.endswith("cnn")
```
"""


def test_a_changed_package_file_reruns_only_who_used_it(book):
    book.write(USES_PACKAGE)
    first = book.build()
    assert first.code == 0, first.log
    assert len(first.kernels) == 2

    used = book.root / "d2lcode" / "paddle" / "cnn" / "__init__.py"
    used.write_text(used.read_text("utf8") + "\nCHANGED = 1\n", "utf8")
    assert book.build().kernels == [("topic/page", "paddle")]

    unused = book.root / "d2lcode" / "torch" / "cnn" / "lenet.py"
    unused.write_text(unused.read_text("utf8") + "\nCHANGED = 1\n", "utf8")
    assert book.build().kernels == []


FINE = CLAIM.format("# Fine.\nassert 1 < 2")
WRONG = {
    "twin": ("```{code-cell}\n:tags: [torch]\nx = 1\n```\n", "paddle twin"),
    "claim": (CLAIM.format("# It is.\nx = 1"), "without an assert"),
    "tag": ("```{code-cell}\n:tags: [troch]\n1\n```\n", "unknown tag 'troch'"),
    "nested": (":::{note}\n```{code-cell}\n1\n```\n:::\n", "never runs"),
}
FAILING = {
    "cell": ("```{code-cell}\n1 / 0\n```\n", "ZeroDivisionError"),
    "claim": (
        CLAIM.format("# Two is three.\nassert 2 == 3"),
        "AssertionError",
    ),
    "dead": ("```{code-cell}\nimport os; os._exit(3)\n```\n", "kernel died"),
}


@pytest.mark.parametrize("broken", [WRONG, FAILING], ids=["wrong", "failing"])
def test_broken_pages_fail_the_build_with_file_and_line(book, broken):
    for name, (text, _) in broken.items():
        book.write(f"# A page\n\n{text}\n{FINE}", name)
    for _ in range(2):  # and again: nothing of a failed build is kept
        built = book.build()
        assert built.code != 0, built.log
        assert "There was an error in building your book" not in built.log
        for name, (_, says) in broken.items():
            line = 8 if name == "nested" else 7
            where = f"{Path('topic') / name}.md:{line}: "
            _, found, message = built.log.partition(where)
            assert found, built.log
            assert says in message.partition("/topic/")[0]


PLACES = """
:::{exercise} topic/warm
:::

- In a list:

  :::{exercise} topic/warm
  :::

```{exercise} topic/warmer
```

```{backend} jax
Prose.
```

```{backend} jax
More prose.
```
"""


def test_directives_are_named_on_their_own_lines(book):
    for folder in ("exercises", "solutions", "tests/exercises"):
        whole = ROOT / folder / "regression"
        name = "normalise.py" if folder[0] != "t" else "test_normalise.py"
        copy = book.root / folder / "topic" / name.replace("normalise", "warm")
        copy.parent.mkdir(parents=True)
        copy.write_text((whole / name).read_text("utf8"), "utf8")
    fine = f"\n:::{{exercise}} topic/warm\n:::\n\n{FINE}"
    book.write(f"# A page\n{fine}")
    first = book.build()
    assert first.code == 0, first.log

    # What a notebook takes from elsewhere is as new as on the page.
    starter = book.root / "exercises" / "topic" / "warm.py"
    text = starter.read_text("utf8")
    starter.write_text(text.replace("\n\n", "\n\nBrandnew. ", 1), "utf8")
    assert book.build().kernels == []
    notebook = book.root / "_build/html/_notebooks/topic/page.ipynb"
    assert "Brandnew." in book.html
    assert "Brandnew." in notebook.read_text("utf8")

    book.write(f"# A page\n{PLACES}")
    built = book.build()
    assert built.code != 0
    page = re.escape(str(Path("topic") / "page.md"))
    found = re.findall(rf"{page}:(\d+): WARNING: (.*)", built.log)
    assert [(int(line), says[:28]) for line, says in found] == [
        (15, "unknown exercise 'topic/warm"),
        (18, "unknown backend 'jax': expec"),
        (22, "unknown backend 'jax': expec"),
        (12, "exercise 'topic/warm' is alr"),
    ]
    assert "is already on topic/page, line 7" in built.log

    # What is known of the other pages outlives a failed build.
    book.write(f"# A page\n\nMended.\n{fine}")
    mended = book.build()
    assert mended.code == 0, mended.log
    assert "0 added, 1 changed" in mended.log


def test_a_failing_backend_reruns_alone(book):
    book.write(PAGE.replace('name = "an oar"', "name = oar"))
    built = book.build()
    assert built.code != 0
    assert "failed in PaddlePaddle" in built.log
    assert built.kernels == [("topic/page", "torch")]
    book.write(PAGE)
    assert book.build().kernels == [("topic/page", "paddle")]


def test_without_a_framework_the_page_is_built_and_says_so(book):
    hide = book.root / "hide" / "sitecustomize.py"
    hide.parent.mkdir()
    hide.write_text(
        "import importlib.util as u, sys\n"
        "real = u.find_spec\n"
        "u.find_spec = lambda n, *a: None if n == 'paddle' else real(n, *a)\n"
        "sys.modules['paddle'] = None\n",
        "utf8",
    )
    book.env["PYTHONPATH"] = os.pathsep.join(
        [str(hide.parent), str(book.root)]
    )
    book.write(PAGE)
    built = book.build()
    assert built.code == 0, built.log
    assert built.kernels == [("topic/page", "torch")]
    assert "PaddlePaddle was not installed" in book.html
    assert "an oar" in book.html  # its code is shown all the same
    assert "Checked in this build in PyTorch:" in book.html


def test_data_decide_what_is_current(book):
    book.write(
        "# A page\n\n```{code-cell}\nfrom d2lcode import data\n"
        "h = data.housing()\nprint(h.real)\n```\n\n"
        "```{code-cell}\n:tags: [claim]\n# Rows are there.\n"
        "assert len(h.train)\n```\n"
    )
    first = book.build()
    assert first.code == 0, first.log
    assert "Data: Boston housing (stand-in)." in book.html
    assert "This build had no access to Boston housing." in book.html
    mirror = Path(__file__).parents[3] / "shared" / "data"
    if not mirror.is_dir():
        pytest.skip("no folder with real data beside the repository")
    book.env["D2LCODE_DATA_MIRROR"] = str(mirror)
    second = book.build()
    assert second.kernels == [("topic/page", "python")]
    assert "Data: Boston housing (real)." in book.html
    assert "This build had no access" not in book.html
    assert book.build().kernels == []
