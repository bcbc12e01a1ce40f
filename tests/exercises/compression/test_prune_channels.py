import numpy as np

from d2lcode.grading import expect, points, require

TRAINS = "removing channels, with what the next layer made of them"
HINTS = [
    "`np.abs(w).sum(axis=(1, 2, 3))` is one number for each channel.",
    "`np.argsort` gives the places of the channels from the weakest to the "
    "strongest. Take the last `keep`, and sort these places.",
    "The channels are the first axis of `w` and `b`, and the second axis of "
    "`w_next`: `w_next[:, kept]`.",
]

WEAKEST = "these are the weakest channels; keep the strongest."
BY_STRENGTH = "the channels are in the order of their strength, not in theirs."
NO_SIGNS = (
    "the weights were added up with their signs, so that large ones of both "
    "signs cancel. Add their absolute values."
)
SQUARES = (
    "the strength was the sum of squares; the task wants absolute values."
)
LARGEST = "the strength was the largest weight; the task wants the sum."
FIRST = "the first channels were kept, however strong they are."
BIAS = "the bias was counted as well; the strength is of the weights alone."
MEAN_OF_NEXT = (
    "the channels were chosen by what the next layer makes of them; the "
    "strength is of their own weights."
)
SIZE_OF_SUM = (
    "the absolute value was taken of the sum; take it of each weight first."
)
NEXT_WHOLE = (
    "w_next has lost no channel. Its kernels have a slice for each channel of "
    "the first layer, along its second axis."
)
NEXT_ROWS = (
    "w_next has lost kernels, along its first axis. The channels that went "
    "are along its second."
)
NEXT_FIRST = (
    "w and b are right, but w_next keeps the slices of other channels."
)
BIAS_FIRST = "w is right, but b keeps the biases of other channels."


def take(w, b, w_next, kept):
    """Copied one channel after the other."""
    new_w = np.stack([w[k] for k in kept])
    new_b = np.array([b[k] for k in kept], dtype=b.dtype)
    slices = [w_next[:, k : k + 1] for k in kept]
    return new_w, new_b, np.concatenate(slices, axis=1)


def strengths(w):
    return [sum(abs(float(v)) for v in channel.flat) for channel in w]


def truth(w, b, w_next, keep):
    size = strengths(w)
    ranked = sorted(range(len(w)), key=lambda k: -size[k])
    return take(w, b, w_next, sorted(ranked[:keep]))


def best(score, keep):
    return sorted(np.argsort(score)[len(score) - keep :])


def mistakes(w, b, w_next, keep):
    size = np.array(strengths(w))
    ranked = np.argsort(size)
    right = best(size, keep)
    flat = w.reshape(len(w), -1).astype(float)
    after = np.abs(w_next.astype(float)).sum(axis=(0, 2, 3))
    new_w, new_b, new_next = take(w, b, w_next, right)
    strongest_first = ranked[::-1][:keep]
    chosen = {
        WEAKEST: sorted(ranked[:keep]),
        NO_SIGNS: best(flat.sum(axis=1), keep),
        SIZE_OF_SUM: best(np.abs(flat.sum(axis=1)), keep),
        SQUARES: best((flat**2).sum(axis=1), keep),
        LARGEST: best(np.abs(flat).max(axis=1), keep),
        FIRST: list(range(keep)),
        BIAS: best(size + np.abs(b), keep),
        MEAN_OF_NEXT: best(after, keep),
        BY_STRENGTH: strongest_first,
        f"{BY_STRENGTH} ": ranked[len(w) - keep :],
    }
    found = {why: take(w, b, w_next, kept) for why, kept in chosen.items()}
    found[NEXT_WHOLE] = new_w, new_b, w_next
    if len(w_next) >= len(w):
        found[NEXT_ROWS] = new_w, new_b, w_next[right]
    found[NEXT_FIRST] = new_w, new_b, w_next[:, :keep]
    found[BIAS_FIRST] = new_w, b[:keep], new_next
    return found


def layers(seed, c, b, k, d, size, dtype=float):
    """Channels whose strengths, by any measure, lie apart."""
    rng = np.random.default_rng(seed)
    w = rng.normal(size=(c, b, k, k))
    sparse = rng.random((c, b, k, k)) < rng.random((c, 1, 1, 1))
    w = (w * sparse + 0.3 * rng.normal(size=(c, 1, 1, 1))).astype(dtype)
    bias = (5 * rng.normal(size=c)).astype(dtype)
    return w, bias, rng.normal(size=(d, c, size, size)).astype(dtype)


BOARDS = [
    (*layers(1, 9, 3, 3, 11, 3), 4),
    (*layers(2, 12, 2, 5, 13, 1), 5),
]


def check(answer, *arguments):
    return expect(answer.prune_channels, *arguments).returns(
        truth,
        mistakes=mistakes,
        boards=BOARDS,
        names=("w", "b", "w_next"),
    )


@points(1)
def test_the_example(answer):
    w = np.array([2.0, -5.0, 3.0]).reshape(3, 1, 1, 1)
    b = np.array([0.1, 0.2, 0.3])
    w_next = np.arange(6.0).reshape(2, 3, 1, 1)
    check(answer, w, b, w_next, 2)


@points(3)
def test_the_strongest_in_their_order(answer):
    check(answer, *BOARDS[0])
    check(answer, *BOARDS[1])
    check(answer, *layers(3, 7, 4, 3, 2, 5), 3)
    check(answer, *layers(4, 5, 1, 1, 5, 1), 2)
    check(answer, *layers(5, 300, 2, 3, 4, 3), 120)
    w, b, w_next = layers(9, 40, 2, 3, 4, 3)
    check(answer, w * 1e6, b, w_next, 15)


@points(1)
def test_one_channel_and_all_of_them(answer):
    w, b, w_next = layers(6, 6, 2, 3, 4, 3)
    check(answer, w, b, w_next, 1)
    check(answer, w, b, w_next, 6)
    check(answer, w[:1], b[:1], w_next[:, :1], 1)


@points(1)
def test_float32_stays_float32(answer):
    arrays = layers(7, 8, 3, 3, 6, 3, np.float32)
    call = check(answer, *arrays, 5)
    kinds = [str(part.dtype) for part in call.value]
    call.require(
        kinds == ["float32"] * 3,
        f"Of float32 arrays it made {kinds}.",
    )
    turned = [np.asfortranarray(a) for a in arrays]
    check(answer, *turned, 3)


@points(1)
def test_nothing_is_shared(answer):
    for keep in (1, 3, 6):
        call = expect(answer.prune_channels, *layers(8, 6, 2, 3, 4, 3), keep)
        parts, given = call.value, call.args[:3]
        shared = any(
            np.shares_memory(part, array) for part in parts for array in given
        )
        require(
            not shared,
            f"With {keep} of 6 channels kept, what came back shares memory "
            "with what was given: changing one changes the other. Copy.",
        )
