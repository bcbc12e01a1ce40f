import itertools

from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import expect, points

TRAINS = "counting weights and biases, layer by layer"
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
SAME_CHANNELS = (
    "the second convolution gets the 6 maps of the first, and not the "
    "picture's channels."
)
BOTH_CHANNELS = (
    "in_channels counts in the first convolution alone; the second gets 6 "
    "maps, whatever the picture has."
)
MANY_BIASES = "a filter has one bias, however many channels it looks at."
LAST_BIAS = "the biases of the last layer are missing."
ONE_MAP = (
    "the flattened picture has 16 maps of side · side numbers; the 16 is "
    "missing."
)
FRACTION = (
    "a side of 13 becomes 6, not 6.5. Round down before you count: a side is "
    "a whole number of places."
)
UP = "you rounded up where a side does not halve; pooling leaves that out."


def places(side, window, step=1):
    """Count where a window fits on a side."""
    return len(range(0, side - window + 1, step))


def last_side(size, padding=2):
    """The side of the maps that are flattened."""
    side = places(places(size + 2 * padding, 5), 2, 2)
    return places(places(side, 5), 2, 2)


def count(
    classes, channels, size, *, bias=1, second=6, padding=2, inputs=None
):
    """Count by enumerating every single weight of every layer."""
    if inputs is None:
        inputs = 16 * last_side(size, padding) ** 2
    filters = [(6, channels), (16, second)]
    dense = [(inputs, 120), (120, 84), (84, classes)]
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


BOARDS = [(7, 3, 41), (23, 5, 13), (12, 2, 30), (10, 1, 36)]


def slips(classes, in_channels, size):
    """What each mistake counts."""
    network = classes, in_channels, size
    halves = int(16 * ((size / 2 - 4) / 2) ** 2 * 120)
    up = -(-(-(-size // 2) - 4) // 2)
    return {
        NO_BIAS: count(*network, bias=0),
        ONE_CHANNEL: count(*network, second=1),
        SAME_CHANNELS: count(*network, second=in_channels),
        BOTH_CHANNELS: count(*network, second=6 * in_channels),
        GREY: count(classes, 1, size),
        FIXED_SIZE: count(classes, in_channels, 28),
        FIXED_CLASSES: count(10, in_channels, size),
        UNPADDED: count(*network, padding=0),
        SHARED_NOT: unshared(*network),
        MANY_BIASES: count(*network) + 6 * (in_channels - 1) + 16 * 5,
        LAST_BIAS: count(*network) - classes,
        ONE_MAP: count(*network, inputs=last_side(size) ** 2),
        FRACTION: count(*network, inputs=0) + halves,
        UP: count(*network, inputs=16 * up**2),
    }


def check(answer, classes, channels, size):
    return expect(answer.lenet_parameters, classes, channels, size).returns(
        count, mistakes=slips, boards=BOARDS
    )


@points(1)
def test_grey_digits(answer):
    check(answer, 10, 1, 28)


@points(1)
def test_colour_pictures(answer):
    check(answer, 10, 3, 28)


@points(1)
def test_larger_pictures(answer):
    check(answer, 10, 1, 36)
    check(answer, 10, 1, 225)
    check(answer, 11, 1, 501)  # an odd number beyond float32's


@points(1)
def test_a_hundred_classes(answer):
    check(answer, 100, 3, 36)
    check(answer, 2000, 40, 50)
    check(answer, 1, 1, 12)


@points(1)
def test_a_side_that_does_not_halve(answer):
    check(answer, 10, 1, 13)


@points(1)
@given(st.integers(1, 1000), st.integers(1, 4), st.integers(12, 64))
def test_any_network(answer, classes, channels, size):
    check(answer, classes, channels, size)
