import warnings
from functools import cache

import numpy as np

from d2lcode.grading import (
    AnswerError,
    close,
    expect,
    numeric_gradient,
    points,
    reaches,
    require,
)
from d2lcode.grading.wording import show

TRAINS = "shortcuts in a deep network: forward, backward and where to start"
HINTS = [
    "In `block` the last line is a sum. In `block_gradient` it is a sum, too: "
    "h goes two ways, and the gradients of both come back.",
    "Take `plain_gradient` without its first masking, since no ReLU follows "
    "the sum, and add g to what it gives for h.",
    "If the weights end as nan, the signal has grown from block to block. Let "
    "`inner[:, 1]`, the second matrix of every block, start at zero or at a "
    "tenth of He's; not the first one as well, or nothing moves.",
]
SECONDS = 60
WIDTH = 16
LEAST = 0.92

FORGOTTEN = "the shortcut is missing; only what the two layers make is there."
AFTER = "ReLU follows the sum. It cuts off what was negative in h."
WRONG_TENSOR = (
    "what is added is relu(h @ w1), the inside of the block, and not h."
)
ONE_LAYER = "the ReLU between the two layers is missing."
HALVED = "the sum is halved; after twenty blocks a millionth of h is left."
BEFORE = "ReLU stands before the sum; a block could only ever add to h."

BLEW_UP = (
    "the weights ended as nan: the steps blew up. With He's weights a block "
    "adds as much as it is given, and the signal doubles its variance from "
    "block to block. Start the second matrix of each block at zero, or small."
)

NO_WAY_BACK = (
    "the gradient does not take the shortcut: with respect to h, g itself is "
    "missing. The blocks far from the loss would not learn."
)
ONLY_BACK = (
    "with respect to h only g comes back; what comes through the two layers "
    "is missing."
)
MASKED = (
    "g is set to zero where the output is negative, but no ReLU follows the "
    "sum."
)
NOT_MASKED = "the ReLU inside lets every gradient through."


def relu(z):
    return np.maximum(z, 0)


def reference(h, w1, w2):
    """Each row by itself, and each neuron by itself."""
    rows = []
    for row in h:
        inside = [max(0.0, float(row @ column)) for column in w1.T]
        rows.append(
            [a + float(inside @ c) for a, c in zip(row, w2.T, strict=True)]
        )
    return np.array(rows)


def mistakes(h, w1, w2):
    a = relu(h @ w1)
    f = a @ w2
    return {
        FORGOTTEN: f,
        AFTER: relu(h + f),
        WRONG_TENSOR: a + f,
        ONE_LAYER: h + h @ w1 @ w2,
        HALVED: (h + f) / 2,
        BEFORE: h + relu(f),
    }


def example(seed, n=5):
    rng = np.random.default_rng(seed)
    h = rng.normal(size=(n, WIDTH))
    w1, w2 = rng.normal(size=(2, WIDTH, WIDTH)) * 0.4
    return h, w1, w2


def slopes(h, w1, w2, g):
    """The three gradients, by small steps along each entry."""

    def pulled(**moved):
        at = {"h": h, "w1": w1, "w2": w2} | moved
        return float(np.sum(block(**at) * g))

    return (
        numeric_gradient(lambda v: pulled(h=v), h),
        numeric_gradient(lambda v: pulled(w1=v), w1),
        numeric_gradient(lambda v: pulled(w2=v), w2),
    )


def block(h, w1, w2):
    return h + relu(h @ w1) @ w2


def wrong_ways(h, w1, w2, g):
    def back(g, mask=True, around=True, through=True):
        a = relu(h @ w1)
        inside = g @ w2.T * ((a > 0) if mask else 1)
        at_h = (g if around else 0) + (inside @ w1.T if through else 0)
        return at_h, h.T @ inside, a.T @ g

    return {
        NO_WAY_BACK: back(g, around=False),
        ONLY_BACK: back(g, through=False),
        MASKED: back(g * (block(h, w1, w2) > 0)),
        NOT_MASKED: back(g, mask=False),
    }


@points(1)
def test_a_block_adds_to_what_it_is_given(answer):
    boards = [example(1), example(2, n=1)]
    for seed, n in ((0, 5), (3, 1), (4, 300)):
        expect(answer.block, *example(seed, n)).returns(
            reference, mistakes=mistakes, boards=boards
        )


@points(1)
def test_the_gradient_goes_both_ways_back(answer):
    def case(seed, n=4):
        g = np.random.default_rng(seed + 50).normal(size=(n, WIDTH))
        return *example(seed, n), g

    for arguments in (case(0), case(1, n=1)):
        expect(answer.block_gradient, *arguments).returns(
            slopes,
            mistakes=wrong_ways,
            boards=[case(2)],
            names=("the gradient for h", "that for w1", "that for w2"),
            rtol=1e-5,
            atol=1e-7,
        )
    h, w1, w2, g = case(3)
    h[0] = 0
    found = expect(answer.block_gradient, h, w1, w2, g).value
    right = g[0]  # a row of zeros: its ReLUs stand exactly at zero
    require(
        close(found[0][0], right),
        "In a row of h that is all zeros, the argument of every ReLU is "
        f"exactly 0. The gradient for this row is {show(found[0][0])}; "
        f"expected was g, {show(right)}: there the derivative of ReLU is 0.",
    )


def spirals(n, seed):
    """Two arms, wound tighter than the starter's, from another generator."""
    rng = np.random.default_rng([seed, 77])
    y = rng.permutation(np.arange(n) % 2)
    r = rng.uniform(0.15, 1, n)
    turn = 2 * np.pi * (0.9 * r + y / 2 + 0.2) + rng.normal(size=n) * 0.1
    x = 2 * np.stack([r * np.cos(turn), r * np.sin(turn)], axis=1)
    return np.concatenate([x, np.ones((n, 1))], axis=1), y


def trained(answer, blocks, seed, y=None):
    """The weights that the answer reaches, as arrays of the right shapes."""
    x, arms = spirals(240, seed)
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        arms = arms if y is None else y
        call = expect(answer.train, x, arms, blocks, seed)
    call.leaves_inputs()
    shapes = (3, WIDTH), (blocks, 2, WIDTH, WIDTH), (WIDTH, 2)
    given = call.value
    call.require(
        isinstance(given, tuple | list) and len(given) == 3,
        f"It returned {show(given)}; expected were three arrays, first, "
        "inner and last.",
    )
    try:
        weights = [np.asarray(w, dtype=float) for w in given]
    except (TypeError, ValueError):
        call.fail("What it returned are no arrays of numbers.")
    for name, w, shape in zip(
        ("first", "inner", "last"), weights, shapes, strict=True
    ):
        call.require(
            w.shape == shape,
            f"{name} has shape {w.shape}; expected was {shape}.",
        )
    return weights


def heights(weights, x):
    """The sizes of the signal, block by block, and the logits."""
    first, inner, last = weights
    h = relu(x @ first)
    sizes = [np.std(h)]
    for w1, w2 in inner:
        h = block(h, w1, w2)
        sizes.append(np.std(h))
    return sizes, h @ last


def share(weights, x, y):
    """The share of points with their own arm; ties and nan count against."""
    with np.errstate(all="ignore"):
        z = heights(weights, x)[1]
    own, other = z[np.arange(len(y)), y], z[np.arange(len(y)), 1 - y]
    return float(np.mean(own > other))


def reason(weights, seed):
    """The likely mistake, read off the weights that were reached."""
    inner = weights[1]
    if not all(np.isfinite(w).all() for w in weights):
        return BLEW_UP
    if not inner.any():
        return (
            "all blocks are zero, and stay so: where both matrices start at "
            "zero, neither gets a gradient. Only the second may."
        )
    x, y = spirals(240, seed)
    own = share(weights, x, y)
    if own >= LEAST:
        return (
            f"on its own points it reached {own:.0%}. Does it learn all of "
            "them, and from x as it is given?"
        )
    return (
        f"on its own points it reached only {own:.0%}: it has not learnt. If "
        "block and block_gradient are right, look at the loss after each "
        "step: does it fall at all, too slowly, or up and down?"
    )


@points(3)
def test_it_reaches_points_that_it_has_not_seen(answer):
    @cache
    def weights(case):
        blocks, seed = numbers(case)
        return trained(answer, blocks, seed)

    def run(case):
        return share(weights(case), *spirals(600, numbers(case)[1] + 1000))

    cases = ["20 blocks and seed 1", "30 blocks and seed 2"]
    reaches(
        run,
        cases,
        least=LEAST,
        guess=0.5,
        what="of 600 new points",
        why=lambda case: reason(weights(case), numbers(case)[1]),
    )


def numbers(case):
    words = case.split()
    return int(words[0]), int(words[-1])


@points(1)
def test_every_block_has_learnt(answer):
    """From one start, other arms must lead to other weights everywhere."""
    _, y = spirals(240, 3)
    ours, again = trained(answer, 20, 3), trained(answer, 20, 3)
    other = trained(answer, 20, 3, 1 - y)
    require(
        all(np.isfinite(w).all() for w in (*ours, *other)),
        f"I trained 20 blocks with seed 3. Likely mistake: {BLEW_UP}",
    )
    require(
        all(
            np.allclose(a, b, rtol=1e-3, atol=1e-6)
            for a, b in zip(ours, again, strict=True)
        ),
        "train gave other weights when I called it again with the same "
        "arguments. Draw them with np.random.default_rng(seed).",
    )
    moved = [
        np.abs(a - b).max() > 1e-4
        for a, b in zip(
            ours[1].reshape(40, -1), other[1].reshape(40, -1), strict=True
        )
    ]
    still = [k // 2 for k, has in enumerate(moved) if not has]
    if still:
        raise AnswerError(
            "I trained twice from the same start, the second time with the "
            "arms exchanged. The weights ended alike in "
            f"{len(set(still))} of 20 blocks, the first of which is inner"
            f"[{still[0]}]: they have learnt nothing of the arms. Does every "
            "step change all blocks, and does the gradient reach them?"
        )
