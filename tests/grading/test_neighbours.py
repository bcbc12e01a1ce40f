"""Modules of the reader's own: imported, and never taken for Python's."""

import os
import subprocess
import sys

import pytest

from d2lcode.grading import neighbours, runner
from d2lcode.grading.process import Limits
from d2lcode.grading.results import PASSED, UNSOLVED
from d2lcode.grading.starters import untouched

ROOT = neighbours.Path(neighbours.__file__).parents[2]
GOOD = "def double(x):\n    return 2 * x\n"
LOUD = (
    "import os\n"
    'os.write(1, b\'{"event": "end"}\\n\')\n'
    "raise RuntimeError('not the one of Python')\n"
)
NAMES = ("random", "token", "numpy", "pytest", "json", "d2lcode_x")
PATIENT = Limits(seconds=300)


def beside(toy, name, text):
    path = toy.starters[""].with_name(f"{name}.py")
    path.write_text(text, "utf-8")
    return path


def test_an_answer_may_import_a_file_beside_it(toy, answer, warm):
    beside(toy, "my_double", GOOD)
    path = answer("from my_double import double\n")
    assert runner.grade(toy, "", path, worker=warm()).status == PASSED


def test_the_next_answer_has_neighbours_of_its_own(toy, answer, warm):
    used = warm()
    path = answer("from my_double import double\n")
    for factor, earned in ((3, 1), (2, 4)):
        beside(toy, "my_double", GOOD.replace("2", str(factor)))
        assert runner.grade(toy, "", path, worker=used).earned == earned
    beside(toy, "my_double", "").unlink()
    message = runner.grade(toy, "", path, worker=used).outcomes[0].message
    assert "No module named 'my_double'" in message


@pytest.mark.parametrize(
    "line",
    [
        "from my_softmax import softmax",
        "from my_softmax import *",
        "import my_softmax",
        "from . import mine",
        "from .mine import softmax",
    ],
)
def test_a_starter_that_imports_the_readers_own_is_begun(line):
    starter = (
        "import numpy as np\n\ndef f(x):\n    raise NotImplementedError\n"
    )
    assert untouched(starter)
    assert not untouched(f"{starter}\n{line}\n")
    assert not untouched(f"{line}\n{starter}")


def test_a_begun_starter_is_run(toy, answer):
    beside(toy, "my_double", GOOD)
    text = toy.starters[""].read_text("utf-8")
    path = answer(text + "\n\nfrom my_double import double\n")
    assert runner.not_started(toy, "", path) is None
    assert runner.grade(toy, "", path).status == PASSED
    path = answer("from my_double import double\n\n\n" + text)
    assert runner.not_started(toy, "", path) is None
    assert runner.grade(toy, "", path).status == UNSOLVED


@pytest.mark.parametrize("where", ["the book's folder", "beside the answer"])
def test_a_file_with_the_name_of_a_module_ends_no_check(
    book, toy, answer, where
):
    folder = book if where == "the book's folder" else book / "exercises/toy"
    for name in NAMES:
        (folder / f"{name}.py").write_text(LOUD, "utf-8")
    path = answer("import random, token, numpy, json\n" + GOOD)
    assert runner.grade(toy, "", path).status == PASSED


def test_the_command_starts_beside_such_files(book, answer):
    for name in NAMES:
        (book / f"{name}.py").write_text(LOUD, "utf-8")
    answer(GOOD)
    done = subprocess.run(
        [sys.executable, "-m", "d2lcode", "check", "toy/double"],
        cwd=book,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert "4 of 4 points" in done.stdout, done.stderr
    assert done.returncode == 0


def test_a_file_that_came_second_is_named(toy, answer, warm):
    beside(toy, "token", GOOD)
    path = answer("from token import double\n")
    message = runner.grade(toy, "", path, worker=warm()).outcomes[0].message
    assert "token.py beside your answer has the name of an" in message
    assert "give yours another name" in message


def test_a_file_that_does_hide_a_module_is_named(
    book, toy, answer, monkeypatch
):
    (book / "random.py").write_text(LOUD, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(book))
    message = runner.grade(toy, "", answer(GOOD)).outcomes[0].message
    assert str(book / "random.py") in message
    assert "hides Python's own module `random`" in message


POOL = """
import multiprocessing


def twice(x):
    return 2 * x


def double(x):
    with multiprocessing.get_context("{method}").Pool(1) as pool:
        return pool.map(twice, [x])[0]
"""


@pytest.mark.parametrize("method", ["spawn", "fork", "forkserver"])
def test_a_pool_of_processes_works(toy, answer, method):
    import multiprocessing

    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"{method} is not among this system's ways")
    path = answer(POOL.format(method=method))
    result = runner.grade(toy, "", path, limits=PATIENT, only="test_zero")
    assert result.status == PASSED, result.outcomes[0].message


def test_a_process_begun_anew_is_held_to_the_same(toy, answer, book):
    text = POOL.format(method="spawn").replace(
        "return 2 * x", "return open('solutions/toy/double.py').read()"
    )
    result = runner.grade(toy, "", answer(text), limits=PATIENT)
    assert result.earned == 0
    assert "closed to an answer" in result.outcomes[0].message


def test_a_pool_that_cannot_start_is_told_why(toy, answer, warm, limit_when):
    text = POOL.format(method="spawn") + "\nPOOL = double(0)\n"
    said = "daemonic processes are not allowed"
    limit_when(lambda: said in warm().printed.peek())
    path = answer(text)
    result = runner.grade(toy, "", path, limits=PATIENT, worker=warm())
    message = result.outcomes[0].message
    assert "It waited for processes that it had begun" in message
    assert f"AssertionError: {said} to have children" in message
    assert "a function at the top of your file" in message
