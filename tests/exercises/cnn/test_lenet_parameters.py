import itertools

from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import expect, points

HINTS = [
    "A filter of 5×5 over c channels has 5·5·c weights and one bias.",
    "A dense layer from a to b numbers has b·(a + 1) parameters.",
    "The picture's side goes size → size // 2 → size // 2 − 4 → half of "
    "that, rounded down.",
]

NO_BIAS = "the biases are missing: one for each filter and dense output."
ONE_CHANNEL = (
    "the filters of the second convolution have only one channel. Each "
    "filter looks at all 6 channels that it is given."
)
GREY = (
    "the filters of the first convolution have only one channel, whatever "
    "the picture has."
)
FIXED_SIZE = (
    "the first dense layer is fitted to 28 by 28 pixels. Work its inputs "
    "out from size."
)
FIXED_CLASSES = "the last layer has 10 outputs, whatever classes says."
SHARED_NOT = (
    "you counted a filter once for each place it is laid on. It is the same "
    "filter everywhere; that is what sharing means."
)
UNPADDED = "the first convolution is padded, so that it keeps the size."


def places(side, window, step=1):
    """Count where a window fits on a side."""
    return len(range(0, side - window + 1, step))


def count(classes, channels, size, *, bias=1, second=6, padding=2):
    """Count by enumerating every single weight of every layer."""
    side = places(places(size + 2 * padding, 5), 2, 2)
    side = places(places(side, 5), 2, 2)
    filters = [(6, channels), (16, second)]
    dense = [(16 * side * side, 120), (120, 84), (84, classes)]
    window = list(itertools.product(range(5), range(5)))
    return sum(n * (len(window) * c + bias) for n, c in filters) + sum(
        len(range(b)) * (a + bias) for a, b in dense
    )


def unshared(classes, channels, size):
    """Give every place on the picture a filter of its own."""
    first, second = places(size + 4, 5), places(size // 2, 5)
    extra = (first * first - 1) * 6 * (25 * channels + 1)
    extra += (second * second - 1) * 16 * (25 * 6 + 1)
    return count(classes, channels, size) + extra


def check(answer, classes, channels, size):
    network = classes, channels, size
    return expect(answer.lenet_parameters, *network).returns(
        count(*network),
        mistakes={
            text: value
            for text, value in {
                NO_BIAS: count(*network, bias=0),
                ONE_CHANNEL: count(*network, second=1),
                GREY: count(classes, 1, size),
                FIXED_SIZE: count(classes, channels, 28),
                FIXED_CLASSES: count(10, channels, size),
                UNPADDED: count(*network, padding=0),
                SHARED_NOT: unshared(*network),
            }.items()
            if value != count(*network)
        },
    )


@points(1)
def test_grey_digits(answer):
    check(answer, 10, 1, 28)


@points(1)
def test_colour_pictures(answer):
    check(answer, 10, 3, 28)


@points(1)
def test_larger_pictures(answer):
    check(answer, 10, 1, 32)


@points(1)
def test_a_hundred_classes(answer):
    check(answer, 100, 3, 32)


@points(1)
def test_a_side_that_does_not_halve(answer):
    check(answer, 10, 1, 13)


@points(1)
@given(st.integers(1, 1000), st.integers(1, 4), st.integers(12, 64))
def test_any_network(answer, classes, channels, size):
    check(answer, classes, channels, size)
