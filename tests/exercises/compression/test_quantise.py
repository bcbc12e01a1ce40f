from fractions import Fraction

import numpy as np

from d2lcode.grading import expect, points, require
from d2lcode.grading.wording import kind

TRAINS = "scale and zero point of eight-bit numbers"
HINTS = [
    "`min(x.min(), 0)` and `max(x.max(), 0)` are the widened range.",
    "Round first, add the zero point, then `np.clip`, and only then turn the "
    "numbers into int8.",
    "int8 holds no number above 127: widen `q` with `q.astype(float)` before "
    "you subtract the zero point.",
]

NO_ZERO = (
    "the range was not widened to hold 0, so that no whole number stands "
    "for it."
)
SYMMETRIC = (
    "the scale is the largest size divided by 127, as if the zero point "
    "were always 0. Use the whole range."
)
UNSIGNED = (
    "the whole numbers run from 0 to 255; the task asks for −128 to 127."
)
STEPS = "there are 255 steps between 256 whole numbers: divide by 255."
DOWN = "the numbers are cut down (floor, int) instead of rounded."
SIGN = "the zero point has the wrong sign: it is −128 − low/scale."
NO_ZERO_POINT = "the zero point is not added to the rounded numbers."
WRAPPED = (
    "the numbers ran over: turned into int8 before they were cut off, 128 "
    "becomes −128."
)
CUT_ZERO_POINT = (
    "the zero point was rounded down. Round it to the nearest whole number."
)


def wide(x):
    values = [Fraction(float(v)) for v in np.ravel(x)]
    return min(*values, 0, 0), max(*values, 0, 0)


def nearest(v):
    """The nearest whole number, and how far from being undecided it is."""
    whole = (v + Fraction(1, 2)).__floor__()
    return whole, abs(v - whole + Fraction(1, 2)) if v != whole else 1


def truth(x):
    """By exact fractions; False where rounding is in doubt."""
    low, high = wide(x)
    scale = (high - low) / 255 or Fraction(1)
    zero_point, _ = nearest(-128 - low / scale)
    q, sure = [], []
    for v in np.ravel(x):
        share = Fraction(float(v)) / scale
        whole, _ = nearest(share)
        q.append(min(max(whole + zero_point, -128), 127))
        sure.append(abs(abs(share - whole) - Fraction(1, 2)) > 2e-3)
    shape = np.shape(x)
    q = np.array(q).reshape(shape)
    return q, float(scale), zero_point, np.array(sure).reshape(shape)


def stored(x, scale, zero, whole=np.rint, low=-128, high=127):
    return np.clip(whole(x / scale) + zero, low, high)


def mistakes(x):
    """What each mistake stores: name -> (q, scale, zero point)."""
    x = np.asarray(x, float)
    low, high = min(x.min(), 0.0), max(x.max(), 0.0)
    scale = (high - low) / 255 or 1.0
    zero = round(-128 - low / scale)
    narrow = (x.max() - x.min()) / 255 or 1.0
    narrow_zero = round(-128 - x.min() / narrow)
    even = np.abs(x).max() / 127 or 1.0
    more = (high - low) / 256 or 1.0
    more_zero = round(-128 - low / more)
    turned = round(-128 + low / scale)
    down = int(np.floor(-128 - low / scale))
    over = np.rint(x / scale) + zero
    return {
        NO_ZERO: (stored(x, narrow, narrow_zero), narrow, narrow_zero),
        SYMMETRIC: (stored(x, even, 0), even, 0),
        UNSIGNED: (stored(x, scale, zero + 128, low=0, high=255), scale, None),
        STEPS: (stored(x, more, more_zero), more, more_zero),
        DOWN: (stored(x, scale, zero, np.floor), scale, zero),
        f"{DOWN} ": (stored(x, scale, zero, np.trunc), scale, zero),
        SIGN: (stored(x, scale, turned), scale, turned),
        NO_ZERO_POINT: (stored(x, scale, 0), scale, zero),
        WRAPPED: ((over + 128) % 256 - 128, scale, zero),
        CUT_ZERO_POINT: (stored(x, scale, down), scale, down),
    }


def explained(function, x, got):
    """The mistake that gives what came back, here and on another array."""
    other = np.array([[0.37, -0.9, 2.113], [1.4, 0.03, -0.271]])
    more = [x, np.abs(other) + 1, other]
    found = []
    for why, (q, scale, zero) in mistakes(x).items():
        right = truth(x)
        unlike = not np.array_equal(q, right[0])
        unlike = unlike or not np.isclose(scale, right[1], rtol=1e-3)
        if unlike and alike(got, q, scale, zero):
            found.append(why.strip())
    boards = [(np.array(b), function(b.copy())) for b in more[1:]]
    return [
        why
        for why in found
        if all(
            alike(out, *mistakes(b).get(why, mistakes(b).get(why + " ")))
            for b, out in boards
        )
    ]


def alike(got, q, scale, zero):
    return (
        np.shape(got[0]) == np.shape(q)
        and np.mean(np.asarray(got[0], float) == q) > 0.9
        and np.isclose(float(got[1]), scale, rtol=1e-4)
        and (zero is None or abs(float(got[2]) - zero) < 0.5)
    )


def check(answer, x):
    call = expect(answer.quantise, x)
    got = call.value
    call.require(
        isinstance(got, tuple | list) and len(got) == 3,
        "It should return three things: whole numbers, scale, zero point. "
        f"It returned {kind(got)}.",
    )
    call.require(
        isinstance(got[0], np.ndarray | np.generic)
        and np.shape(got[0]) == np.shape(x),
        "The whole numbers should be an array of the shape "
        f"{np.shape(x)}; they are {kind(got[0])} {np.shape(got[0])}.",
    )
    q, scale, zero_point, sure = truth(x)
    right = np.isclose(float(got[1]), scale, rtol=1e-4)
    right = right and float(got[2]) == zero_point
    right = right and np.array_equal(np.asarray(got[0])[sure], q[sure])
    if not right:
        why = explained(answer.quantise, x, got)
        likely = f"\nLikely mistake: {why[0]}" if len(why) == 1 else ""
        call.fail(
            f"It returned\n{got[0]}\nwith the scale {float(got[1]):.6g} and "
            f"the zero point {got[2]}; expected was\n{q}\nwith "
            f"{scale:.6g} and {zero_point}.{likely}"
        )
    call.require(
        got[0].dtype == np.int8,
        f"The whole numbers are of type {got[0].dtype}; expected was int8, "
        "one byte each.",
    )
    whole = isinstance(got[2], int | np.integer)
    call.require(
        whole and not isinstance(got[2], bool),
        f"The zero point is {kind(got[2])}; expected was a whole number.",
    )
    call.leaves_inputs()


@points(1)
def test_the_example(answer):
    check(answer, np.array([-1.0, 0.0, 1.55]))


@points(2)
def test_numbers_on_both_sides_of_zero(answer):
    rng = np.random.default_rng(3)
    check(answer, np.array([[0.31, -0.52], [0.77, 0.2], [-0.11, 0.643]]))
    check(answer, np.array([[0.31, -5.2, 0.012, 0.77]]))
    check(answer, rng.normal(size=(40, 50)) * 3 - 1)
    check(answer, rng.normal(size=(4, 3, 2)).astype(np.float32) * 1e-3)
    check(answer, rng.normal(size=(7, 5)).T * 1e4)
    for size in (1e-12, 1e12):
        check(answer, rng.normal(size=9) * size)


@points(2)
def test_the_range_always_holds_zero(answer):
    check(answer, np.array([10.0, 10.3, 11.0, 10.72]))
    check(answer, np.array([-3.0, -7.31, -5.2]))
    check(answer, np.array([2.0]))
    check(answer, np.array(-0.4))


@points(1)
def test_what_lies_at_the_edge_is_cut_off(answer):
    # As far below 0 as above, so that both ends lie between two steps.
    for size in (1.0, 0.25, 3.7):
        x = np.array([size / 4, -size, size, -size / 8])
        call = expect(answer.quantise, x)
        q, scale, zero_point = call.value
        gap = np.abs(float(scale) * (np.asarray(q, float) - zero_point) - x)
        call.require(
            bool(np.all(gap < 1.01 * float(scale))),
            f"It returned {q} with the scale {float(scale):.6g} and the zero "
            f"point {zero_point}: a number is more than a step away from "
            f"what was stored.\nLikely mistake: {WRAPPED}",
        )
        call.require(
            np.isclose(float(scale), 2 * size / 255) and zero_point in (0, -1),
            f"The scale is {float(scale):.6g} and the zero point "
            f"{zero_point}; expected were {2 * size / 255:.6g} and 0 or −1.",
        )


@points(1)
def test_nothing_but_zeros(answer):
    check(answer, np.zeros((2, 3)))


WRAPS = (
    "int8 has no room for q − zero point: 127 − (−128) is 255, and wraps "
    "round to −1. Widen q first."
)
ADDED = "the zero point is added; it has to be subtracted."
DIVIDED = "it divides by the scale; the scale is multiplied."
NONE_TAKEN = "the zero point is not subtracted."
LATE = "the zero point is subtracted after the scale; it comes before."


def back(q, scale, zero_point):
    return scale * (np.asarray(q, float) - zero_point)


def mistaken(q, scale, zero_point):
    with np.errstate(all="ignore"):
        narrow = (np.asarray(q, int) - zero_point + 128) % 256 - 128
    wide_q = np.asarray(q, float)
    return {
        WRAPS: scale * narrow,
        ADDED: scale * (wide_q + zero_point),
        DIVIDED: (wide_q - zero_point) / scale,
        NONE_TAKEN: scale * wide_q,
        LATE: scale * wide_q - zero_point,
    }


BACK = [
    (np.array([[127, -3], [-128, 90]], np.int8), 0.21, -100),
    (np.array([5, -100, 44], np.int8), 1.7, 90),
]


@points(2)
def test_back_again(answer):
    rng = np.random.default_rng(5)
    many = rng.integers(-128, 128, (60, 40)).astype(np.int8)
    cases = [*BACK, (many, 0.034, -17), (many[:4, :5].T, 2.5, 3)]
    cases += [(np.array(-7, np.int8), 0.5, 120), (many[:0], 1.0, 0)]
    for q, scale, zero_point in cases:
        expect(answer.dequantise, q, scale, zero_point).returns(
            back, mistakes=mistaken, boards=BACK, rtol=2e-5, atol=1e-6
        )


@points(1)
def test_there_and_back_stays_within_a_step(answer):
    x = np.random.default_rng(8).normal(size=(30, 20))
    q, scale, zero_point = expect(answer.quantise, x).value
    again = expect(answer.dequantise, q, scale, zero_point).value
    require(
        float(np.abs(again - x).max()) <= float(scale),
        "quantise and then dequantise moved a number by more than a step.",
    )
