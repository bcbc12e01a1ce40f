import contextlib
import math
import warnings
from unittest import mock

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import expect, forbid_loops, forbid_names, points
from d2lcode.grading.answer import load

TRAINS = "element-wise functions without overflow"
HINTS = [
    "Multiply numerator and denominator by the same power, so that only one "
    "exponential remains.",
    "With e^(−2x), large positive x are harmless: it shrinks to zero. For "
    "negative x, remember that tanh(−x) = −tanh(x).",
    "`np.abs(x)` and `np.sign(x)` work on whole arrays.",
]

OVERFLOW = (
    "the powers overflow: e^1000 is infinite in floating point, and infinity "
    "divided by infinity is nan. Only take powers that shrink."
)
ONE_SIDE = (
    "this is right for positive x only. For negative x the power that you "
    "take grows instead of shrinking; use that tanh(-x) = -tanh(x)."
)
OTHER_SIDE = (
    "this is right for negative x only. For positive x the power that you "
    "take grows instead of shrinking; use that tanh(-x) = -tanh(x)."
)
UNSIGNED = "the sign is lost: for negative x the curve is negative."
HALF = "the 2 in e^(-2x) is missing; this is tanh(x / 2)."
LOGISTIC = "this is the sigmoid 1 / (1 + e^(-x)), which runs from 0 to 1."
UPSIDE_DOWN = "the sign is wrong: the curve rises from -1 to 1."
TURNED = "numerator and denominator have changed places."
GREW = (
    "Some power grew too large on the way. Take only powers that shrink, for "
    "every x; np.where works out both of its sides for all of them."
)
SILENCED = "NumPy was kept from warning of what still happens on the way"
CLIPPED = (
    "x was clipped too early: at 5 the curve has not reached 1 yet, nor has "
    "it at 10."
)


NEAR_ZERO = "small numbers became 0; near zero the curve is x itself."

BOARDS = [
    (np.array([-2.0, 0.5, -0.25, 3.0, 7.0, -6.0, 2e-4]),),
    (np.array([[-400.0, 0.75], [-1.5, 1000.0], [30.0, -999.0]]),),
]


def truth(x):
    """Each value by the C library; of a single number, a number."""
    values = [math.tanh(v) for v in np.ravel(x).tolist()]
    return np.array(values, float).reshape(np.shape(x))[()]


def mistakes(x):
    x = np.array(x, float)
    t = truth(x)
    up, down = np.exp(x), np.exp(-x)
    return {
        OVERFLOW: (up - down) / (up + down),
        ONE_SIDE: (1 - down**2) / (1 + down**2),
        OTHER_SIDE: (up**2 - 1) / (up**2 + 1),
        UNSIGNED: np.abs(t),
        HALF: truth(x / 2),
        LOGISTIC: 1 / (1 + down),
        UPSIDE_DOWN: -t,
        TURNED: 1 / t,
        CLIPPED: truth(np.clip(x, -5, 5)),
        NEAR_ZERO: np.where(np.abs(x) < 1e-3, 0, t),
    }


def judge(call, atol=1e-10):
    return call.returns(
        truth, mistakes=mistakes, boards=BOARDS, rtol=1e-9, atol=atol
    )


def check(answer, x, atol=1e-10):
    with np.errstate(all="ignore"):
        return judge(expect(answer.tanh_curve, x), atol)


@points(1)
def test_zero_and_one(answer):
    check(answer, np.array([0.0, 1.0]))


@points(2)
def test_from_minus_ten_to_ten(answer):
    check(answer, np.linspace(-10, 10, 101))


@points(1)
def test_a_few_by_hand(answer):
    check(answer, np.array([-2.0, -0.5, 0.25, 3.0]))
    check(answer, np.array([1e-4, -3e-6, 2e-8, -4e-13]), atol=1e-15)


@points(2)
def test_large_numbers_do_not_overflow(answer):
    check(answer, np.array([-1000.0, -400.0, 0.0, 400.0, 1000.0]))
    check(answer, np.array([-750.0, -20.0, -360.0]))
    check(answer, np.array([[8.0, 720.0], [360.0, 19.0]]))
    check(answer, np.array([-1000.0, -89.0, 0.5, 45.0, 360.0], np.float32))


class NotSilenced(contextlib.ContextDecorator):
    """Stands for np.errstate while an answer runs, and silences nothing."""

    def __init__(self, **silenced):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass


class Heard(list):
    """What NumPy says of its own accord."""

    def write(self, said):
        words = said.strip().removeprefix("Warning: ")
        if words not in self:
            self.append(words)


def heard_on_the_way(answer, x):
    """Run the file afresh, where NumPy cannot be told to be silent.

    Afresh, because errstate may have been imported by name, may stand in
    front of a function, and seterr at the top.
    """
    heard = Heard()
    with (
        np.errstate(all="log", under="ignore", call=heard),
        mock.patch.multiple(
            np,
            errstate=NotSilenced,
            seterr=lambda **silenced: np.geterr(),
            seterrcall=lambda call: None,
        ),
        # What it then runs into matters less than what led there.
        contextlib.suppress(Exception),
    ):
        load(answer._path).tanh_curve(x)
    return heard


@points(1)
def test_nothing_overflows_on_the_way(answer):
    x = np.array([-1000.0, -400.0, 0.0, 400.0, 1000.0])
    with (
        np.errstate(all="warn", under="ignore"),
        warnings.catch_warnings(record=True) as warned,
    ):
        warnings.simplefilter("always")
        call = expect(answer.tanh_curve, x)
    judge(call)
    told = "; ".join(heard_on_the_way(answer, x))
    said = "NumPy warned" if warned else SILENCED
    why = GREW if "overflow" in told else "Find the line that it means."
    call.require(not told, f"The result is right, but {said}: {told}. {why}")


@points(1)
@given(st.lists(st.integers(-80, 80), min_size=1, max_size=6))
def test_any_numbers(answer, numbers):
    check(answer, np.array(numbers) / 8)


@points(1)
def test_any_shape(answer):
    """Also a single number, and an array with nothing in it."""
    rng = np.random.default_rng(0)
    for shape in ((3, 1), (2, 3, 4), (), (0,), (0, 3), (3000,)):
        check(answer, rng.normal(size=shape) * 3)
    check(answer, rng.normal(size=(4, 3)).T)
    check(answer, np.asarray(rng.normal(size=(5, 2)) * 15, np.float32))


READY = (
    *("tanh", "sinh", "cosh", "arctanh", "tan", "sin", "cos"),
    *("expit", "sigmoid", "scipy", "torch", "paddle"),
)


@points(1)
def test_from_exponentials_without_loops(answer):
    expect(answer.tanh_curve, np.array([0.5]))
    forbid_names(
        answer.tanh_curve,
        READY,
        "the values may be right, but the task is to build them from np.exp.",
    )
    forbid_loops(answer.tanh_curve)


@points(1)
def test_x_is_untouched(answer):
    x = np.array([-1.0, 0.5, 2.0])
    expect(answer.tanh_curve, x).leaves_inputs().returns(truth(x))
    judge(expect(answer.tanh_curve, np.array([-3.0, 25.0, 0.5, -900.0])))
