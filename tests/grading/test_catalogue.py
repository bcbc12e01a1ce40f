"""The catalogue reads exercises from their files, and runs none."""

import subprocess
import sys
from pathlib import Path

import pytest

from d2lcode.grading.catalogue import (
    CatalogueError,
    docstring,
    find,
    find_root,
    owner,
    with_variant,
)


def test_an_exercise_is_read_from_its_files(toy, book):
    assert (toy.id, toy.topic, toy.name) == ("toy/double", "toy", "double")
    assert toy.title == "Twice as much"
    assert toy.statement == (
        r"Write `double(x)`, which returns $2x$. Do not write `\double`."
    )
    assert (toy.minutes, toy.difficulty, toy.points) == (5, 1, 4)
    assert toy.tests == {
        "test_zero": 1,
        "test_numbers": 2,
        "test_negative": 1,
    }
    assert toy.hints == ("Multiply.", "By two.", "2 * x")
    assert toy.variants == ("",)
    assert toy.starters == {"": book / "exercises/toy/double.py"}
    assert toy.solutions == {"": book / "solutions/toy/double.py"}
    assert toy.seconds == {"": 30.0}


def test_a_wrong_answer_says_what_must_catch_it(toy):
    (wrong,) = toy.wrong
    assert (wrong.slug, wrong.variant) == ("square", "")
    assert wrong.summary == "Squared."
    assert wrong.caught_by == "test_numbers"
    assert wrong.says == ("you squared it",)


def test_a_framework_exercise_has_two_files(book):
    for folder in ("exercises", "solutions"):
        path = book / folder / "toy" / "double.py"
        for backend in ("torch", "paddle"):
            path.with_name(f"double_{backend}.py").write_bytes(
                path.read_bytes()
            )
        path.unlink()
    exercise = find(book)["toy/double"]
    assert exercise.variants == ("torch", "paddle")
    assert exercise.seconds == {"torch": 90.0, "paddle": 90.0}


def test_a_grader_may_set_its_time_limit(toy, book):
    text = toy.grader.read_text("utf-8")
    toy.grader.write_text(f"SECONDS = 5\n{text}", "utf-8")
    assert find(book)["toy/double"].seconds == {"": 5.0}


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("@points(1)\ndef test_zero", "def test_zero", "test_zero has no @p"),
        ('["Multiply."', '["Multiply.".upper()', "a plain value"),
        ("import pytest", "import import", "invalid syntax"),
    ],
)
def test_a_bad_grader_is_named_with_its_line(toy, book, old, new, sentence):
    text = toy.grader.read_text("utf-8").replace(old, new)
    toy.grader.write_text(text, "utf-8")
    with pytest.raises(CatalogueError, match=sentence) as info:
        find(book)
    assert "test_double.py:" in str(info.value)


@pytest.mark.parametrize("line", ["caught by: test_numbers", "says: you sq"])
def test_a_wrong_answer_without_its_lines_is_refused(toy, book, line):
    path = toy.wrong[0].path
    path.write_text(path.read_text("utf-8").replace(line, ""), "utf-8")
    with pytest.raises(CatalogueError, match="its docstring needs one line"):
        find(book)


def test_a_broken_answer_still_has_its_task(toy, book, answer):
    text = toy.starters[""].read_text("utf-8")
    answer(text.replace("def double(x):", "def double(x:"))
    assert find(book)["toy/double"].title == "Twice as much"


@pytest.mark.parametrize("text", ["", "x = 1\n", '"""unended\n'])
def test_an_answer_without_docstring_has_a_title_all_the_same(
    book, answer, text
):
    answer(text)
    exercise = find(book)["toy/double"]
    assert (exercise.title, exercise.minutes) == ("Double", 0)


def test_files_of_the_readers_own_are_no_exercises(book):
    (book / "exercises/toy/scratch.py").write_text("x = 1\n", "utf-8")
    assert list(find(book)) == ["toy/double"]


def test_other_right_answers_are_found(book):
    folder = book / "tests/exercises/toy/right"
    folder.mkdir()
    (folder / "double__added.py").write_text('"""x + x."""', "utf-8")
    (folder / "double_torch__other.py").write_text('"""Of torch."""', "utf-8")
    found = find(book)["toy/double"].right
    assert [(a.variant, a.slug, a.summary) for a in found] == [
        ("", "added", "x + x."),
        ("torch", "other", "Of torch."),
    ]


def test_a_right_answer_says_in_what_way(book):
    folder = book / "tests/exercises/toy/right"
    folder.mkdir()
    (folder / "double__added.py").write_text("x = 1\n", "utf-8")
    with pytest.raises(CatalogueError, match="whose first line says in what"):
        find(book)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('r"""A \\frac."""', r"A \frac."),
        ('"""Two\\nlines."""', "Two\nlines."),
        ("# a comment\n\n'''Single.'''\nx", "Single."),
        ("x = 1\n'''Not first.'''", ""),
    ],
)
def test_docstrings_are_found_without_parsing(text, found):
    assert docstring(text) == found


def test_an_answer_is_known_by_its_place(toy, book):
    exercises = {toy.id: toy}
    places = (
        "exercises/toy/double.py",
        "solutions/toy/double.py",
        "tests/exercises/toy/wrong/double__square.py",
        "tests/exercises/toy/right/double__added.py",
    )
    for place in places:
        assert owner(book / place, exercises) == (toy, "")
    assert owner(book / "exercises/toy/other.py", exercises) is None
    assert owner(book / "exercises/toy/double_torch.py", exercises) is None


def test_the_root_is_found_from_anywhere_below(book, monkeypatch):
    monkeypatch.chdir(book / "exercises" / "toy")
    assert find_root() == book.resolve()
    assert find_root(book / "tests") == book.resolve()


def test_outside_a_book_its_own_is_found(tmp_path):
    assert find_root(tmp_path) == Path(__file__).parents[2]


def test_names_of_variants():
    assert with_variant("lenet", "torch") == "lenet_torch"
    assert with_variant("softmax", "") == "softmax"


def test_reading_all_exercises_imports_no_library():
    code = (
        "import sys; from d2lcode.grading.catalogue import find; "
        "assert find(); "
        "print({'numpy', 'torch', 'paddle', 'pytest'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=find_root(),
    )
    assert done.stdout.strip() == "set()"
