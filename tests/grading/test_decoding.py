"""Answers that decode: what a step function counts and refuses."""

import numpy as np
import pytest

from d2lcode.grading import AnswerError, Steps, asking
from d2lcode.grading.checks import RaisedError

TABLE = {(): [-1.0, -1.0], (1,): [-2.0, -0.5]}


def steps(rows=TABLE, most=3):
    return Steps(rows, end=0, longest=2, most=most)


def polite(step, width):
    return [step(()).argmax(), step((1,)).argmax()]


def test_a_right_decoder_gets_its_answers_and_is_counted():
    step = steps()
    call = asking(polite, step, 2)
    assert call.value == [0, 1]
    assert step.asked == [(), (1,)]
    asking(polite, step, 2)
    assert step.asked == [(), (1,)]


def test_rows_may_come_from_a_function_and_beginnings_in_any_form():
    step = steps(lambda tokens: np.full(2, -float(len(tokens))), most=9)
    for form in (list, tuple, np.array):
        step.forget()
        assert step(form([1])).tolist() == [-1, -1]
    assert step.asked == [(1,)]
    assert "such as step(()) = [0, 0]" in repr(step).replace("-0", "0")


@pytest.mark.parametrize(
    ("questions", "complaint"),
    [
        ([(), (0,)], "is finished: 0 is the end token"),
        ([(), (1, 1)], "has 2 tokens, as many as are allowed"),
        ([(), ()], "had been asked about before"),
        ([(), (1,), (3,), (4,)], "is one question more than the 3"),
        ([1], "step takes the tokens written so far"),
        (["ab"], "step takes the tokens written so far"),
        ([(0.5,)], "step takes the tokens written so far"),
        ([[[1]]], "step takes the tokens written so far"),
    ],
)
def test_a_wrong_question_is_named(questions, complaint):
    def rude(step):
        for question in questions:
            step(question)

    rows = TABLE | {(3,): [0.0, 0.0]}
    with pytest.raises(AnswerError, match=complaint) as caught:
        asking(rude, steps(rows))
    assert "I called rude(step) with" in str(caught.value)


def test_a_wrong_question_is_found_also_where_its_error_is_caught():
    def sly(step):
        try:
            step((0,))
        except Exception:
            return 1

    with pytest.raises(AnswerError, match="is finished"):
        asking(sly, steps())


def test_an_endless_loop_ends():
    def endless(step):
        while True:
            step((1,))

    with pytest.raises(AnswerError, match="once is enough"):
        asking(endless, steps())


def test_what_step_returned_must_stay_as_it_was():
    def careless(step):
        row = step(())
        row += 1
        return row

    with pytest.raises(AnswerError, match="no longer what it had been"):
        asking(careless, steps())


def test_other_errors_are_the_answers_own():
    with pytest.raises(RaisedError):
        asking(lambda step: 1 / 0, steps())
    with pytest.raises(NotImplementedError):
        asking(unwritten, steps())


def unwritten(step):
    raise NotImplementedError


def test_boards_are_counted_anew():
    """A board is asked about by several calls, each from the start."""
    step = steps()
    call = asking(polite, step, 2)
    with pytest.raises(AnswerError, match="Likely mistake: so it is"):
        call.returns(
            lambda *_: (1, 1),
            mistakes=lambda *_: {"so it is": (0, 1)},
            boards=[(step, 2), (steps(), 2)],
        )
