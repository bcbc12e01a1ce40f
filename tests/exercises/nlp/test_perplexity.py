import warnings

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import gmean

from d2lcode.grading import expect, points

TRAINS = "perplexity and bits per character"
HINTS = [
    "Take the logarithms first; their mean, and not their product, stays an "
    "ordinary number.",
    "`np.log(0)` is `-np.inf`, which is right here. "
    '`with np.errstate(divide="ignore"):` holds its warning back.',
    "Parts are joined as logarithms, weighted by their lengths: "
    "`np.average(np.log(…), weights=…)`.",
]

TEXT = np.array([0.5, 0.02, 0.9, 0.31, 0.125, 0.07, 0.004])
TEXTS = [(np.array([0.6, 0.11, 0.23]),), (np.array([0.8, 0.05, 0.3, 0.99]),)]


def truth(p):
    """The geometric mean of 1 / p, by SciPy."""
    with np.errstate(divide="ignore"):
        return 1 / gmean(np.asarray(p, float))


def mistakes(p):
    p = np.asarray(p, float)
    nats = -np.log(p)
    return {
        "the logarithms were added up; take the mean of the logarithms.": (
            np.exp(nats.sum())
        ),
        "this is the loss itself, the mean of −log p; its exponential is "
        "the perplexity.": nats.mean(),
        "this is 1 over the mean of the probabilities. The mean is taken of "
        "their logarithms.": 1 / p.mean(),
        "this is the mean of 1 / p. The mean is taken of the logarithms.": (
            np.mean(1 / p)
        ),
        "log2 was undone by exp. The bases must be the same.": np.exp(
            -np.log2(p).mean()
        ),
        "the minus is missing: log p is negative.": np.exp(-nats.mean()),
        "you divided by n − 1; the mean divides by n.": np.exp(
            nats.sum() / max(len(p) - 1, 1)
        ),
    }


@points(1)
def test_the_perplexity_of_a_text(answer):
    for p in (TEXT, TEXT[:2]):
        expect(answer.perplexity, p).returns(
            truth, mistakes=mistakes, boards=TEXTS
        )
    expect(answer.perplexity, np.array([0.25])).returns(4.0)
    expect(answer.perplexity, np.ones(5)).returns(1.0)


@points(1)
def test_long_texts(answer):
    for n in (2_000, 100_000):
        p = np.random.default_rng(n).uniform(0.01, 0.5, n)
        call = expect(answer.perplexity, p)
        call.require(
            bool(np.all(np.isfinite(call.value))),
            f"It returned {call.value}: the product underflows, since {n:,} "
            "probabilities multiplied are less than the smallest number. Add "
            "up their logarithms.",
        )
        call.returns(truth)
    for n, p in ((3, 1e-30), (2_000, 1e-25)):
        expect(answer.perplexity, np.full(n, p)).returns(1 / p, rtol=1e-6)


@points(1)
def test_what_was_impossible(answer):
    for p in (np.array([0.5, 0.0, 0.2]), np.array([0.0])):
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            call = expect(answer.perplexity, p)
        call.require(
            not np.isfinite(call.value),
            f"It returned {call.value}. The model gave 0 to what came: the "
            "perplexity is np.inf, however small the share of such "
            "characters is.",
        )
        call.returns(np.inf)
        call.require(
            not said,
            "It warned: "
            + "; ".join(str(w.message) for w in said)
            + '. with np.errstate(divide="ignore"): holds it back.',
        )


def whole(perplexities, lengths):
    """Written out: every character with its part's perplexity."""
    return 1 / gmean(np.repeat(1 / np.asarray(perplexities, float), lengths))


def misjoined(perplexities, lengths):
    logs = np.log(perplexities)
    return {
        "the perplexities themselves were averaged. Average their "
        "logarithms.": np.average(perplexities, weights=lengths),
        "a short part counts as much as a long one. Weight by the lengths.": (
            np.exp(logs.mean())
        ),
        "this is the plain mean of the perplexities. Average their "
        "logarithms, weighted by the lengths.": np.mean(perplexities),
        "the perplexities were multiplied; the mean of their logarithms is "
        "wanted, not the sum.": np.exp(logs.sum()),
    }


PARTS = [
    (np.array([3.0, 12.0]), np.array([7, 2])),
    (np.array([5.0, 1.5, 9.0]), np.array([4, 1, 30])),
]


@points(1)
def test_parts_make_a_whole(answer):
    expect(answer.joined, *PARTS[0]).returns(
        whole, mistakes=misjoined, boards=PARTS[1:]
    )
    expect(answer.joined, *PARTS[1]).returns(
        whole, mistakes=misjoined, boards=PARTS[:1]
    )
    expect(answer.joined, np.array([2.0, 8.0]), np.array([10, 5])).returns(
        2 ** (5 / 3)
    )
    expect(answer.joined, np.array([6.0]), np.array([1])).returns(6.0)
    for lengths in ([3_000, 1_000], [70_000, 40_000]):
        call = expect(answer.joined, np.array([30.0, 70.0]), np.array(lengths))
        call.require(
            bool(np.all(np.isfinite(call.value))),
            f"It returned {call.value}: powers as high as these lengths are "
            "inf. Average logarithms.",
        )
        call.returns(whole)


@points(1)
def test_bits_per_character(answer):
    for value in (5.0, 8.0, 1.0, 71.0):
        given = {
            "this is the natural logarithm, in nats. Bits have base 2.": (
                np.log(value)
            ),
            "this is 2 to the power of the perplexity; the logarithm is the "
            "other way round.": 2.0**value,
            "bits are rounded to a whole number. They need not be whole.": (
                np.ceil(np.log2(value))
            ),
        }
        right = float(np.log2(value))
        named = {} if value in (8.0, 1.0) else given
        expect(answer.bits, value).returns(right, mistakes=named)
    # What perplexity gives for a text that was impossible, or nearly so.
    for value in (1e30, np.inf):
        expect(answer.bits, value).returns(float(np.log2(value)))


@points(1)
@settings(deadline=None)
@given(st.lists(st.floats(1e-6, 1), min_size=1, max_size=20))
def test_a_text_and_its_parts(answer, drawn):
    """Any text, whole and in two parts."""
    p = np.array(drawn)
    expect(answer.perplexity, p).returns(truth)
    parts = [part for part in np.split(p, [len(p) // 3]) if len(part)]
    values = np.array([truth(part) for part in parts])
    lengths = np.array([len(part) for part in parts])
    expect(answer.joined, values, lengths).returns(whole)
