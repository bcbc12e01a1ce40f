"""What an answer prints is there when its job has ended, all of it."""

import pytest

from d2lcode.grading.process import Printed
from d2lcode.grading.worker import END


class Pieces:
    """A stream that gives what was written piece by piece."""

    def __init__(self, *pieces):
        self.pieces = list(pieces)

    def read1(self, size):
        return self.pieces.pop(0) if self.pieces else b""


def read(*pieces):
    printed = Printed(Pieces(*pieces))
    printed._thread.join()
    return printed


def test_the_end_is_heard_and_not_shown():
    printed = read(b"got 0" + END)
    assert printed.whole.is_set()
    assert printed.peek() == "got 0"
    assert printed.take() == "got 0"
    assert printed.take() == ""


def test_before_the_end_nothing_is_whole():
    assert not read(b"got 0\n").whole.is_set()


@pytest.mark.parametrize("cut", range(1, len(END)))
def test_an_end_in_two_pieces_is_heard(cut):
    assert not read(b"x" + END[:cut]).whole.is_set()
    printed = read(b"x" + END[:cut], END[cut:])
    assert printed.whole.is_set()
    assert printed.take() == "x"


def test_an_end_is_heard_once():
    printed = read(b"one" + END, b"of the next job")
    printed.whole.clear()
    assert printed._look_for_end(b"more") == b"more"[1 - len(END) :]
    assert not printed.whole.is_set()
