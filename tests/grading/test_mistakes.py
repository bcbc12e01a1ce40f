"""A mistake is named only if the evidence allows it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import AnswerError, expect

X = np.array([1.0, 4.0])
BOARDS = [(np.array([1.0, 2.0, 9.0]),)]


def truth(x):
    return float(np.sum(x))


def mistakes(x):
    with np.errstate(all="raise"):
        return {
            "product": float(np.prod(x)),
            "last": float(x[-1]),
            "largest": float(np.max(x)),
        }


def said(answer, x=X, **options):
    options = {"mistakes": mistakes, "boards": BOARDS} | options
    with pytest.raises(AnswerError) as caught:
        expect(answer, x).returns(options.pop("expected", truth), **options)
    return str(caught.value).partition("Likely mistake: ")[2]


def test_a_mistake_that_explains_both_is_named():
    assert said(np.prod) == "product"


def test_what_explains_one_example_alone_is_not_named():
    assert said(lambda x: 4.0) == ""
    assert said(lambda x: 4.0, x=np.array([7.0, 4.0])) == ""
    assert said(lambda x: 4.0, np.array([7.0, 4.0]), boards=()) == "last"


def test_a_board_tells_which_of_several_it_is():
    board = (np.array([3.0, 1.0, 2.0]),)
    assert said(np.max, boards=[board]) == "largest"
    assert said(lambda x: x[-1], boards=[board]) == "last"


def test_two_that_cannot_be_told_apart_are_not_named():
    assert said(np.max) == ""


def test_every_board_must_be_explained():
    def two_faced(x):
        return np.prod(x) if x[0] == 1 else 0.5

    assert said(two_faced) == "product"
    assert said(two_faced, boards=[*BOARDS, (np.array([2.0, 5.0]),)]) == ""


def test_a_board_on_which_a_mistake_is_right_is_no_evidence():
    same = [(np.array([2.0, 2.0]),)]
    assert said(lambda x: 4.0, boards=same) == ""
    assert said(lambda x: 4.0, boards=same, expected=truth(X)) == "product"


def test_a_mistake_that_does_not_show_on_a_board_needs_another():
    def some(x):
        return {"first": x[0]} if len(x) == 2 else {}

    def first(x):
        return x[0]

    assert said(first, mistakes=some) == ""
    boards = [*BOARDS, (np.array([6.0, 3.0]),)]
    assert said(first, mistakes=some, boards=boards) == "first"


def test_an_answer_that_fails_on_a_board_is_not_accused():
    def fails(x):
        return np.prod(x) if len(x) == 2 else x[9]

    assert said(fails) == ""


def test_mistakes_may_divide_by_zero():
    def ratio(x):
        return {"ratio": x[0] / x[1]}

    zero = np.array([3.0, 0.0])
    assert said(lambda x: np.inf, zero, mistakes=ratio, boards=()) == "ratio"


def test_a_right_answer_is_called_once():
    calls = []

    def counted(x):
        calls.append(1)
        return np.sum(x)

    expect(counted, X).returns(truth, mistakes=mistakes, boards=BOARDS)
    assert len(calls) == 1


def test_the_arguments_by_name_are_given_too():
    def shifted(x, by=0):
        return {"doubled": 2 * x + by}

    with pytest.raises(AnswerError, match="Likely mistake: doubled"):
        expect(lambda x, by: 2 * x + by, 3.0, by=1.0).returns(
            lambda x, by: x + by, mistakes=shifted, boards=[(5.0,)]
        )


def test_small_cases_of_hypothesis_may_be_explained_by_a_board():
    @given(st.just(np.array([0.0, 0.0])))
    def run(x):
        expect(lambda x: np.prod(x) + 0.0, x).returns(
            lambda x: 1.0,
            mistakes=lambda x: {"product": np.prod(x)},
            boards=BOARDS,
        )

    with pytest.raises(AnswerError, match="Likely mistake: product"):
        run()


SINGLE = [np.float32, lambda v: float(np.float32(v))]


@pytest.mark.parametrize("hand_over", SINGLE)
def test_in_float32_a_mistake_is_not_taken_for_the_truth(hand_over):
    """It is near the truth, but nearer to the mistake."""
    wrong = 1 - 6e-5
    for known in ({"clipped": wrong}, lambda: {"clipped": wrong}):
        with pytest.raises(AnswerError, match=r"nearer.*\n.*clipped"):
            expect(lambda: hand_over(wrong)).returns(1.0, mistakes=known)


@pytest.mark.parametrize("hand_over", SINGLE)
def test_in_float32_the_truth_is_not_taken_for_a_mistake(hand_over):
    for off in (0, 2e-7, -3e-6, 2e-5):
        value = hand_over(1 + off)
        expect(lambda v=value: v).returns(1.0, mistakes={"clipped": 1 - 6e-5})


def test_a_mistake_that_is_right_here_accuses_nobody():
    value = np.array([1.00004, 2.0], np.float32)
    right = np.array([1.0, 2.0])
    expect(lambda: value).returns(right, mistakes={"same": right.copy()})


def test_wide_tolerances_do_not_hide_a_mistake():
    with pytest.raises(AnswerError, match="Likely mistake: n - 1"):
        expect(lambda: 1.009).returns(
            1.0, mistakes={"n - 1": 1.009}, rtol=0.01
        )
