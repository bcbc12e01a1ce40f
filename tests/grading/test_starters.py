"""Starters are recognised, kept, and brought back; nothing is lost."""

import os
import shutil
import subprocess

import pytest

from d2lcode.grading import runner, starters
from d2lcode.grading.catalogue import find
from d2lcode.grading.starters import NoStarterError, untouched


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("A = {'q': None}\ndef f(x):\n    raise NotImplementedError\n", True),
        (
            "A = {'q': None}\ndef f(x):\n    'Doc.'\n"
            "    raise NotImplementedError('later')\n",
            True,
        ),
        ("A = {'q': 1}\ndef f(x):\n    raise NotImplementedError\n", False),
        ("A = {'q': 2}\ndef f(x):\n    raise NotImplementedError\n", False),
        ("A = {'q': None}\ndef f(x):\n    return 0\n", False),
        (
            "A = {'q': None}\ndef f(x):\n    y = x\n"
            "    raise NotImplementedError\n",
            False,
        ),
        (
            "A = {'q': None}\nB = 1\ndef f(x):\n"
            "    raise NotImplementedError\n",
            False,
        ),
        ("import math\nA = None\n", True),
        ("import math\n", False),
        ("", False),
        ("def f(x:\n", False),
    ],
)
def test_only_a_starter_is_untouched(text, verdict):
    assert untouched(text) is verdict


def test_methods_count_too():
    starter = (
        "class Net(Base):\n    def __init__(self):\n"
        "        super().__init__()\n        raise NotImplementedError\n"
        "    def go(self):\n        raise NotImplementedError\n"
    )
    assert untouched(starter)
    begun = starter.replace("raise NotImplementedError", "self.a = 1", 1)
    assert not untouched(begun)


def git(book, *args):
    subprocess.run(
        ["git", "-c", "user.name=R", "-c", "user.email=r@example.org", *args],
        cwd=book,
        check=True,
        capture_output=True,
    )


def commit(book):
    git(book, "add", "-A")
    git(book, "commit", "-m", "work")


@pytest.fixture
def starter(toy):
    return toy.starters[""].read_text("utf-8")


def test_reset_keeps_a_backup(book, toy, answer, starter):
    starters.keep(book, toy)
    path = answer("mine = 1\n")
    backup = starters.reset(book, toy, "")
    assert path.read_text("utf-8") == starter
    assert backup.parent == book / ".d2lcode" / "backups" / "toy"
    assert backup.read_text("utf-8") == "mine = 1\n"


def test_two_backups_do_not_meet(book, toy, answer):
    starters.keep(book, toy)
    for text in ("first = 1\n", "second = 1\n"):
        answer(text)
        starters.reset(book, toy, "")
    folder = book / ".d2lcode" / "backups" / "toy"
    texts = {p.read_text("utf-8") for p in folder.iterdir()}
    assert texts == {"first = 1\n", "second = 1\n"}


def test_an_untouched_starter_needs_no_backup(book, toy):
    starters.keep(book, toy)
    assert starters.reset(book, toy, "") is None
    assert not (book / ".d2lcode" / "backups").exists()


def test_a_deleted_file_comes_back(book, toy, starter):
    starters.keep(book, toy)
    toy.starters[""].unlink()
    assert starters.reset(book, toy, "") is None
    assert toy.starters[""].read_text("utf-8") == starter


def test_git_knows_the_starter_even_under_committed_answers(
    book, toy, answer, starter
):
    git(book, "init")
    commit(book)
    answer("def double(x):\n    return 3 * x\n")
    commit(book)
    answer("def double(x):\n    return 4 * x\n")
    assert starters.pristine(book, toy, "") == starter


def test_the_newest_starter_counts(book, toy, answer, starter):
    git(book, "init")
    commit(book)
    newer = starter.replace("Write `double(x)`", "Please write `double(x)`")
    answer(newer)
    commit(book)
    assert starters.pristine(book, toy, "") == newer


HALF_OPEN = """
def given(x):
    return x


def one(x):
    raise NotImplementedError


def two(x):
    raise NotImplementedError
"""


def test_an_answer_below_the_starter_counts():
    starter = "def one(x):\n    raise NotImplementedError\n"
    below = f"{starter}\n\ndef one(x):\n    return x\n"
    assert not untouched(below)
    assert starters.left_open(below) == set()


def test_what_is_left_open_is_named():
    assert starters.left_open(HALF_OPEN) == {"one", "two"}
    assert not untouched(HALF_OPEN)


@pytest.mark.parametrize("kept_by", ["git", "copy"])
def test_a_half_solved_version_does_not_pass_for_the_starter(
    book, toy, answer, kept_by
):
    begun = HALF_OPEN.replace("raise NotImplementedError", "return 1", 1)
    if kept_by == "git":
        git(book, "init")
    for text in (HALF_OPEN, begun):
        answer(text)
        starters.keep(book, toy)
        if kept_by == "git":
            commit(book)
    assert starters.pristine(book, toy, "").strip() == HALF_OPEN.strip()


def test_an_answer_is_never_kept_as_the_starter(book, toy, answer):
    answer("def double(x):\n    return 2 * x\n")
    starters.keep(book, toy)
    with pytest.raises(NoStarterError, match="copy it from the book"):
        starters.reset(book, toy, "")
    assert "return 2 * x" in toy.starters[""].read_text("utf-8")


def test_an_untouched_file_is_not_run(toy):
    path = toy.starters[""]
    result = runner.not_started(toy, "", path)
    assert result.status == "unsolved"
    assert "the task is at the top of double.py" in (
        result.outcomes[0].message
    )
    assert runner.not_started(toy, "", toy.solutions[""]) is None


def test_a_begun_file_is_run(toy, answer):
    path = answer("def double(x):\n    return 0\n")
    assert runner.not_started(toy, "", path) is None


@pytest.fixture
def course(book, tmp_path_factory):
    """A course's repository, in which the book is a folder."""
    top = tmp_path_factory.mktemp("course")
    shutil.copytree(book, top / "week 1" / "book")
    git(top, "init")
    commit(top)
    return top / "week 1" / "book"


def test_a_book_in_a_folder_of_a_repository_is_reset(course, starter):
    toy = find(course)["toy/double"]
    path = toy.starters[""]
    path.write_text("def double(x):\n    return 2 * x\n", "utf-8")
    commit(course)
    assert starters.pristine(course, toy, "") == starter
    starters.reset(course, toy, "")
    assert path.read_text("utf-8") == starter
    shutil.rmtree(path.parent)
    assert starters.reset(course, toy, "") is None
    assert path.read_text("utf-8") == starter


def test_a_hook_of_gits_sends_it_nowhere_else(course, starter, monkeypatch):
    monkeypatch.setenv("GIT_DIR", str(course / "nowhere"))
    toy = find(course)["toy/double"]
    assert starters.pristine(course, toy, "") == starter


def test_without_git_it_is_said_that_it_is_missing(
    book, toy, answer, monkeypatch
):
    answer("mine = 1\n")
    monkeypatch.setenv("PATH", str(book))
    with pytest.raises(NoStarterError, match="git is not installed"):
        starters.pristine(book, toy, "")


def test_what_git_refuses_is_quoted(course, monkeypatch):
    toy = find(course)["toy/double"]
    monkeypatch.setenv("PATH", str(course))
    if os.name == "nt":
        pytest.skip("the stand-in for git is a shell script")
    fake = course / "git"
    fake.write_text(
        "#!/bin/sh\necho 'fatal: detected dubious ownership' >&2\nexit 128\n",
        "utf-8",
    )
    fake.chmod(0o755)
    with pytest.raises(NoStarterError, match="detected dubious ownership"):
        starters.pristine(course, toy, "")


def test_in_no_repository_git_is_not_blamed(book, toy, answer, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    answer("mine = 1\n")
    with pytest.raises(NoStarterError) as caught:
        starters.pristine(book, toy, "")
    assert "Git could not be asked" not in str(caught.value)


def test_an_import_that_was_added_is_not_the_newest_starter(
    book, toy, answer, starter
):
    for text in (starter, f"{starter}\nfrom mine import double\n"):
        answer(text)
        starters.keep(book, toy)
    assert starters.pristine(book, toy, "") == starter
