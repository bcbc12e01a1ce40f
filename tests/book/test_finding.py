"""Titles, terms, glossary, index and lists of a book that is built."""

import re
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from d2lcode import notebooks
from d2lcode.grading import catalogue

ROOT = Path(__file__).parents[2]
TOC = """\
format: jb-book
root: index
chapters:
- file: topic/page
- file: topic/second
- file: appendices/set-up
- file: appendices/exercises
- file: appendices/glossary
- file: genindex
"""
FIRST = """\
# Hills: which way is down?

Nothing yet. The {dfn}`gradient <梯度; slope vector>` of $f^2$ points *up*
[the hill](second.md). {dfn}`Regularisation <正则化>` comes later.

{dfn}`Depends <线性相关; = linear dependence>` is a verb. See []("SECOND").

:::{exercise} topic/down
:::
""".replace('"SECOND"', "second.md")
SECOND = """\
# Valleys: where is the lowest place?

By the {term}`Gradient`, two {term}`gradients`, and by
{term}`a penalty <regularization>`.
"""
INDEX = """\
# A book

```{topics}
```

```{exercise-seen} topic/down up
```
"""
TOPICS = """\
- {topic: topic, title: Hills, about: Up and down., pages: 3, coming: seas}
- {topic: sky, title: Sky, about: Clouds., pages: 2, coming: rain}
"""
STARTER = '''\
"""Go down.

Write `down(x)`.

Minutes: 5 · Difficulty: 2
"""


def down(x):
    raise NotImplementedError
'''
GRADER = """\
from d2lcode.grading import points

TRAINS = "subtracting"
HINTS = ["Subtract.", "Subtract one."]


@points(4)
def test_down(answer):
    assert answer.down(3) == 2
"""
WRONG = '''\
"""Up instead.

caught by: test_down
says: that is up
"""


def down(x):
    return x + 1
'''
FILES = {
    "exercises/topic/down.py": STARTER,
    "solutions/topic/down.py": '"""Down."""\n\n\ndef down(x):\n'
    "    return x - 1\n",
    "tests/exercises/topic/test_down.py": GRADER,
    "tests/exercises/topic/wrong/down__up.py": WRONG,
    "book/_toc.yml": TOC,
    "book/index.md": INDEX,
    "book/topics.yml": TOPICS,
    "book/topic/page.md": FIRST,
    "book/topic/second.md": SECOND,
    "book/genindex.md": "# Index\n",
}


def fill(book, **changed: str) -> None:
    pages = ("set-up", "exercises", "glossary")
    source = ROOT / "book" / "appendices"
    (book.root / "book" / "appendices").mkdir()
    for page in pages:
        text = (source / f"{page}.md").read_text("utf8")
        text = re.sub(r"\[([^]]+)\]\((?!set-up)[^)]*md\)", r"\1", text)
        (book.root / "book" / "appendices" / f"{page}.md").write_text(
            text, "utf8"
        )
    for name, text in FILES.items():
        path = book.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changed.get(path.stem, text), "utf8")


@pytest.fixture(scope="module")
def built(tmp_path_factory, lay_out):
    """The book, built once for all that is asked of it."""
    root = tmp_path_factory.mktemp("finding")
    book = lay_out(root)
    fill(book)
    done = book.build()
    assert done.code == 0, done.log
    assert "WARNING" not in done.log
    return root / "_build" / "html"


def soup(folder: Path, page: str) -> BeautifulSoup:
    text = (folder / f"{page}.html").read_text("utf8")
    return BeautifulSoup(text, "html.parser")


def said(element) -> str:
    return " ".join(element.get_text().split())


def test_the_sidebar_lists_terms_and_the_page_asks(built):
    page = soup(built, "topic/second")
    listed = [said(a) for a in page.select("nav.bd-links a")]
    assert listed[:2] == ["Hills", "Valleys"]
    assert said(page.select_one("a.left-prev .prev-next-title")) == "Hills"
    assert "lowest place?" in said(page.select_one("article h1"))


def test_the_title_and_what_is_shared_begin_with_the_term(built):
    page = soup(built, "topic/second")
    shared = page.find("meta", property="og:title")["content"]
    assert said(page.title).startswith("Valleys: where")
    assert shared.startswith("Valleys: where")


def test_a_link_without_a_text_says_the_term(built):
    links = soup(built, "topic/page").select('article a[href="second.html"]')
    assert [said(a) for a in links] == ["the hill", "Valleys"]


def test_a_term_stands_in_italics_beside_its_chinese_name(built):
    page = soup(built, "topic/page")
    term = page.select_one("em#term-gradient")
    assert said(term) == "gradient"
    assert "gradient (梯度) of" in said(term.parent)
    assert page.select_one("em#term-linear-dependence").text == "Depends"


def test_a_use_links_to_the_explanation_in_any_spelling(built):
    links = soup(built, "topic/second").select("article p a")
    assert [(said(a), a["href"]) for a in links] == [
        ("Gradient", "page.html#term-gradient"),
        ("gradients", "page.html#term-gradient"),
        ("a penalty", "page.html#term-regularisation"),
    ]


def test_the_glossary_is_sorted_and_quotes_the_sentence(built):
    glossary = soup(built, "appendices/glossary")
    heads = [said(dt) for dt in glossary.select("dl.terms dt")]
    assert [h.split(" · ")[0] for h in heads] == [
        "gradient",
        "linear dependence",
        "regularisation",
    ]
    assert heads[0].startswith("gradient · slope vector · 梯度")
    first = glossary.select_one("dl.terms dd")
    assert said(first).startswith("The gradient (梯度) of ")
    assert said(first).endswith("points up the hill. Hills")
    assert first.select_one(".math .katex")
    back = first.select_one("a")
    assert back["href"] == "../topic/page.html#term-gradient"


def test_the_chinese_list_is_sorted_by_sound(built):
    found = soup(built, "appendices/glossary").select(".terms-chinese li")
    assert [said(li) for li in found] == [
        "梯度 gradient",
        "线性相关 linear dependence",
        "正则化 regularisation",
    ]


def test_ids_of_quoted_words_stand_once(built):
    for page in ("topic/page", "appendices/glossary"):
        found = [e["id"] for e in soup(built, page).find_all(id=True)]
        assert len(found) == len(set(found)), page


def test_the_index_has_terms_other_names_chinese_and_titles(built):
    index = soup(built, "genindex")
    listed = {said(a): a["href"] for a in index.select(".indextable a")}
    assert listed["gradient"] == "topic/page.html#term-gradient"
    assert listed["slope vector"] == "topic/page.html#term-gradient"
    assert listed["梯度"] == "topic/page.html#term-gradient"
    assert listed["Hills"].startswith("topic/page.html#")
    assert "中文" in [said(h) for h in index.select("article h2")]


def test_the_list_of_exercises_says_what_each_is(built):
    page = soup(built, "appendices/exercises")
    row = page.select(".exercise-list tbody tr")[1]
    cells = [said(td) for td in row.select("td")]
    assert cells == ["Go down", "subtracting", "●●○ to apply", "5", "4"]
    assert row.a["href"] == "../topic/page.html#ex-topic-down"
    assert "1 exercises, worth 4 points" in said(page.article)


def test_an_exercise_leads_to_set_up_list_and_codespace(built):
    ways = soup(built, "topic/page").select("p.exercise-ways a")
    found = {said(a): a["href"] for a in ways}
    assert found["Set up in three lines"] == "../appendices/set-up.html"
    assert found["All exercises"] == "../appendices/exercises.html"
    assert found["Codespace"].startswith("https://codespaces.new/")


def test_the_map_shows_what_stands_and_what_is_coming(built):
    standing, coming = soup(built, "index").select("ul.topics > li")
    assert [a["href"] for a in standing.select("a")] == [
        "topic/page.html",
        "topic/second.html",
    ]
    assert "2 of 3 pages; coming: seas." in said(standing)
    assert "0 of 2 pages; coming: rain." in said(coming)


def test_one_exercise_is_seen_with_what_a_mistake_is_told(built):
    seen = soup(built, "index").select_one(".exercise-seen")
    assert "return x + 1" in seen.pre.text
    assert "caught by" not in said(seen)
    assert "that is up" in said(seen.blockquote)
    link = seen.find("a", string="Try it yourself")
    assert link["href"] == "topic/page.html#ex-topic-down"


def test_a_page_that_changes_its_terms_changes_the_others(book):
    fill(book)
    still = book.root / "book/topic/still.md"
    still.write_text("# Stones\n\nA {dfn}`pebble`.\n", "utf8")
    toc = book.root / "book/_toc.yml"
    pages = TOC.replace("- file: genindex", "- file: topic/still")
    toc.write_text(pages, "utf8")
    assert book.build().code == 0
    moved = "# Other: which?\n\nThe {dfn}`gradient <梯度>`.\n"
    kept = FIRST.replace("{dfn}`gradient <梯度; slope vector>`", "slope")
    (book.root / "book/topic/aside.md").write_text(moved, "utf8")
    (book.root / "book/topic/page.md").write_text(kept, "utf8")
    before = "- file: topic/second"
    toc.write_text(
        pages.replace(before, f"- file: topic/aside\n{before}"), "utf8"
    )
    again = book.build()
    assert again.code == 0, again.log
    html = book.root / "_build" / "html"
    link = soup(html, "topic/second").select_one("article p a")
    assert link["href"] == "aside.html#term-gradient"
    first = soup(html, "appendices/glossary").select_one("dl.terms dd")
    assert said(first) == "The gradient (梯度). Other"
    # The search knows what a page explains that was not written again.
    assert '"pebble":' in (html / "searchindex.js").read_text("utf8")


def test_what_is_wrong_with_terms_is_named_by_file_and_line(book):
    late = "# Hills\n\nSee\n{term}`valley`, {term}`nobody` and {dfn}`a <>`.\n"
    fill(
        book,
        page=late + "\n{dfn}`Hill <山>`\n\n:::{exercise} topic/down\n:::\n",
        second="# Valleys\n\n{dfn}`valley <谷>` and\n\n{dfn}`hill`.\n",
        index="# A book\n\n```{exercise-seen} topic/down sideways\n```\n",
    )
    done = book.build()
    assert done.code != 0
    flat = " ".join(re.sub(r"\x1b\[[\d;]*m", "", done.log).split())
    for place, message in (
        ("page.md:4", "'valley' is explained only later, on topic/second"),
        ("page.md:4", "'nobody' is explained on no page"),
        ("page.md:4", "'a <>': expected"),
        ("second.md:5", "'hill' is already explained on topic/page, line 6"),
        ("index.md:3", "no exercise 'topic/down' with a wrong answer 'side"),
    ):
        found = f"{place}: WARNING: (term |){re.escape(message)}"
        assert re.search(found, flat), (message, done.log)


def test_every_exercise_of_the_book_says_what_it_trains():
    silent = [e.id for e in catalogue.find(ROOT).values() if not e.trains]
    assert not silent


def test_the_books_map_has_every_topic_and_room_for_its_pages():
    toc = yaml.safe_load((ROOT / "book/_toc.yml").read_text("utf8"))
    pages = [c["file"] for part in toc["parts"] for c in part["chapters"]]
    topics = yaml.safe_load((ROOT / "book/topics.yml").read_text("utf8"))
    room = {topic["topic"]: topic["pages"] for topic in topics}
    for folder in {p.split("/")[0] for p in pages if "/" in p}:
        if folder != "appendices":
            stand = [p for p in pages if p.startswith(f"{folder}/")]
            assert len(stand) <= room[folder], folder


def test_a_notebook_says_terms_in_plain_markdown():
    plain = notebooks.Plain("torch", "topic/page", ROOT)
    source = "A {dfn}`Pooling <汇聚; 池化>`, {term}`gradients`, {term}`it <x>`"
    assert plain.text(source) == "A *Pooling* (汇聚、池化), gradients, it"
