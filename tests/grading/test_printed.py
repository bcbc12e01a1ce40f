"""What an answer prints is there when its job has ended, all of it."""

import os

import pytest

from d2lcode.grading.process import Printed
from d2lcode.grading.worker import END


@pytest.fixture
def pipe():
    read, write = os.pipe()
    with os.fdopen(read, "rb") as stream, os.fdopen(write, "wb", 0) as end:
        yield Printed(stream), end


def test_the_end_is_heard_and_not_shown(pipe):
    printed, out = pipe
    out.write(b"got 0" + END)
    assert printed.whole.wait(5)
    assert printed.take() == "got 0"


def test_before_the_end_nothing_is_whole(pipe):
    printed, out = pipe
    out.write(b"got 0\n")
    assert not printed.whole.wait(0.2)


@pytest.mark.parametrize("cut", range(1, len(END)))
def test_an_end_in_two_pieces_is_heard(pipe, cut):
    printed, out = pipe
    out.write(b"x" + END[:cut])
    assert not printed.whole.wait(0.02)
    out.write(END[cut:])
    assert printed.whole.wait(5)
    assert printed.take() == "x"


def test_an_end_is_heard_once(pipe):
    printed, out = pipe
    out.write(END)
    assert printed.whole.wait(5)
    printed.whole.clear()
    out.write(b"of the next job")
    assert not printed.whole.wait(0.2)
