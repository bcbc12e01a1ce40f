"""A book with one small exercise, `toy/double`, to grade answers of."""

import textwrap

import pytest

from d2lcode.grading import process
from d2lcode.grading.catalogue import find
from d2lcode.grading.process import Worker

STARTER = '''
r"""Twice as much.

Write `double(x)`, which returns $2x$. Do not write `\\double`.

Minutes: 5 · Difficulty: 1
"""


def double(x):
    """Return twice x."""
    raise NotImplementedError
'''

SOLUTION = '''
"""Twice as much: the answer."""


def double(x):
    """Return twice x."""
    return 2 * x
'''

GRADER = """
import pytest

from d2lcode.grading import expect, points

HINTS = ["Multiply.", "By two.", "2 * x"]


@points(1)
def test_zero(answer):
    expect(answer.double, 0).returns(0)


@points(2)
@pytest.mark.parametrize("x", [1, 2, 3])
def test_numbers(answer, x):
    expect(answer.double, x).returns(
        2 * x, mistakes={"you squared it.": x * x}
    )


@points(1)
def test_negative(answer):
    expect(answer.double, -1).returns(-2)
"""

WRONG = '''
"""Squared.

caught by: test_numbers
says: you squared it
"""


def double(x):
    return x * x
'''


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(textwrap.dedent(text).lstrip(), encoding="utf-8")
    return path


@pytest.fixture
def book(tmp_path):
    write(tmp_path / "exercises/toy/double.py", STARTER)
    write(tmp_path / "solutions/toy/double.py", SOLUTION)
    write(tmp_path / "tests/exercises/toy/test_double.py", GRADER)
    write(tmp_path / "tests/exercises/toy/wrong/double__square.py", WRONG)
    return tmp_path


@pytest.fixture
def toy(book):
    return find(book)["toy/double"]


@pytest.fixture
def answer(toy):
    """A function that replaces the reader's file."""

    def replace(text):
        return write(toy.starters[""], text)

    return replace


class Warm:
    """Lends one worker to test after test, and starts it again if it died."""

    def __init__(self, root):
        self.root, self.worker = root, None

    def __call__(self):
        if self.worker is None or not self.worker.alive:
            self.worker = Worker(self.root)
        return self.worker


@pytest.fixture(scope="session")
def warm(tmp_path_factory):
    lent = Warm(tmp_path_factory.mktemp("warm"))
    yield lent
    if lent.worker:
        lent.worker.kill()


@pytest.fixture
def limit_when(monkeypatch):
    """Stop the clock, and let the time be over once a condition holds.

    So the slowest machine reaches what the time limit is to interrupt, and
    the fastest does not wait for it.
    """

    def when(condition):
        monkeypatch.setattr(
            process, "clock", lambda: 1e6 if condition() else 0.0
        )

    return when
