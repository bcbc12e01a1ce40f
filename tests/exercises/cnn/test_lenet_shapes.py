import math

import pytest

from d2lcode.grading import chosen, points
from d2lcode.grading.choices import tidy

TRAINS = "shapes through convolution and pooling"
HINTS = [
    "Padding 2 puts two pixels on each end: 28 + 4 − 5 + 1.",
    "A convolution's output has as many channels as it has filters, however "
    "many came in.",
    "Flattening keeps every number: channels times height times width.",
]

LAYERS = {
    "1 convolution": (6, "padded"),
    "2 pooling": (None, "halved"),
    "3 convolution": (16, "unpadded"),
    "4 pooling": (None, "halved"),
}


def slide(places, size, step=1):
    """Count, one by one, where a window fits on a line of pixels."""
    return sum(1 for start in range(0, places, step) if start + size <= places)


SIDE = {
    "padded": lambda s: slide(s + 4, 5),
    "unpadded": lambda s: slide(s, 5),
    "halved": lambda s: slide(s, 2, step=2),
}


def follow(channels, side):
    """Walk through the layers; give (shape, wrong shapes) for each."""
    steps = {}
    for name, (filters, how) in LAYERS.items():
        before = (channels, side)
        channels, side = filters or channels, SIDE[how](side)
        steps[name] = ((channels, side, side), slips(*before, channels, how))
    flat = channels * side * side
    wrong = {k: v for k, v in not_flat(channels, side).items() if k != (flat,)}
    steps["5 flatten"] = ((flat,), wrong)
    arriving = flat
    for name, n in (("6 dense", 120), ("7 dense", 84), ("8 dense", 10)):
        weights = {(n, arriving): WEIGHTS, (arriving, n): WEIGHTS}
        steps[name] = ((n,), weights | {(arriving,): "That is what comes in."})
        arriving = n
    return steps


WEIGHTS = (
    "That is the shape of the layer's weights. What comes out is one row of "
    "numbers."
)


def not_flat(channels, side):
    """What a slip in flattening would have given."""
    return {
        (channels, side, side): "Flattened, it is one row of numbers: "
        "multiply the three.",
        (channels, side * side): "Flattened, it is one row, the channels "
        "included.",
        (side * side,): "That is one channel; all of them are flattened.",
        (16 * 5 * 5,): "400 is what is left of the grey picture.",
    }


PLACES = (
    "There are w + 2p − k + 1 places, not w + 2p − k: the first one counts, "
    "too."
)


def slips(old, before, channels, how):
    """What a slip at this layer would have given, and what to say to it."""
    side = SIDE[how](before)
    wrong = {
        (side, side, channels): "The channels come first.",
        (old, side, side): "There are as many channels as filters.",
    }
    if how != "halved":
        wrong[channels * old, side, side] = (
            "A filter sums over all the channels that come in, and makes one. "
            "There are as many channels as filters."
        )
    if how == "padded":
        wrong[channels, before - 4, before - 4] = (
            "That is without padding. Two pixels are added on each end."
        )
        wrong[channels, before - 2, before - 2] = (
            "Padding 2 goes on both ends, so 4 pixels are added in all."
        )
        wrong[channels, before - 1, before - 1] = PLACES
    if how == "unpadded":
        wrong[channels, before, before] = (
            "This convolution is not padded: a 5×5 filter does not fit at "
            "the edge."
        )
        wrong[channels, before - 5, before - 5] = PLACES
    if how == "halved":
        wrong[channels, before, before] = "Stride 2 halves the side."
        wrong[channels, before - 1, before - 1] = (
            "That is stride 1. Stride 2 halves the side."
        )
    right = (channels, side, side)
    return {shape: text for shape, text in wrong.items() if shape != right}


ROWS = ["5 flatten", "6 dense", "7 dense", "8 dense"]
FOLLOWS = (
    "It follows from what you put for {layer!r}, {shape}, which is not right: "
    "begin there."
)
BATCH = "Give the shape for one picture, without the batch."


def check(answers, layer, picture):
    """Check one layer; a slip before it explains what follows from that."""
    steps = follow(*picture)
    right, wrong = steps[layer]
    with_batch = {(n, *right): BATCH for n in (1, "n", None, -1)}
    chosen(
        answers,
        layer,
        right,
        {**with_batch, **wrong, **followed(answers, layer, steps)},
    )


def followed(answers, layer, steps):
    """What comes of a wrong answer to the layer before this one."""
    before = dict(zip(list(steps)[1:], steps, strict=False)).get(layer)
    own = tidy(answers.get(before)) if hasattr(answers, "get") else None
    if before is None or own == steps[before][0] or not is_map(own):
        return {}
    if layer == "5 flatten":
        comes = (math.prod(own),)
    else:
        filters, how = LAYERS[layer]
        side = SIDE[how](own[1])
        comes = (filters or own[0], side, side)
    return {comes: FOLLOWS.format(layer=before, shape=own)}


def is_map(shape):
    """Tell the shape of maps that are square."""
    return (
        isinstance(shape, tuple)
        and len(shape) == 3
        and all(isinstance(n, int) and 0 < n < 1000 for n in shape)
        and shape[1] == shape[2]
    )


@points(2)
@pytest.mark.parametrize("layer", LAYERS)
def test_a_grey_picture(answer, layer):
    check(answer.GREY, layer, (1, 28))


@points(2)
@pytest.mark.parametrize("layer", ROWS)
def test_a_grey_picture_made_a_row(answer, layer):
    check(answer.GREY, layer, (1, 28))


@points(2)
@pytest.mark.parametrize("layer", LAYERS)
def test_a_colour_picture(answer, layer):
    check(answer.COLOUR, layer, (3, 32))


@points(2)
@pytest.mark.parametrize("layer", ROWS)
def test_a_colour_picture_made_a_row(answer, layer):
    check(answer.COLOUR, layer, (3, 32))
