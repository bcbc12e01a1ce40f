import numpy as np

from d2lcode.grading import chosen, points

TRAINS = "predicting shapes under broadcasting"
HINTS = [
    "Write the two shapes under each other, flush right. Axes of equal "
    "length match, a 1 or a missing axis is stretched, all else is refused.",
    "`keepdims=True` leaves the axis with length 1. An index such as "
    "`[:, 0]` takes its axis away, a slice such as `[:, :1]` keeps it.",
    "`None` in an index puts in an axis of length 1: `x[:, None]` has the "
    "shape (8, 1, 3).",
]

RNG = np.random.default_rng(0)
X, W = RNG.normal(size=(8, 3)), RNG.normal(size=(3, 5))
Y, B = np.arange(8), RNG.normal(size=5)
EXPRESSIONS = {
    "1": lambda: X @ W + B,
    "2": lambda: X.mean(axis=0),
    "3": lambda: X - X.mean(axis=1),
    "4": lambda: X - X.mean(axis=1, keepdims=True),
    "5": lambda: (X @ W)[:, 0] - Y,
    "6": lambda: (X @ W)[:, :1] - Y,
    "7": lambda: X[:, None] - X,
    "8": lambda: ((X @ W).argmax(axis=1) == Y).mean(),
}


def truth(question):
    """Ask NumPy."""
    try:
        return np.shape(EXPRESSIONS[question]())
    except ValueError:
        return "error"


def ask(answer, question, why_not):
    form = 'a tuple such as (2, 3), or the word "error"'
    right = truth(question)
    chosen(answer.SHAPES, question, right, why_not, form=form, fits=fits)


def fits(given):
    """Tell whether an answer is a shape, or the word for none."""
    if isinstance(given, tuple):
        return all(isinstance(axis, int) for axis in given)
    return given == "error"


@points(1)
def test_products_and_means(answer):
    wide = "A matrix product of (8, 3) and (3, 5) loses the inner axis, 3."
    ask(answer, "1", {(8, 3): wide, (3, 5): wide, "error": wide})
    rows = "axis=0 is the axis that goes away; the columns stay."
    ask(answer, "2", {(8,): rows, (1, 3): "Only keepdims=True leaves a 1."})


@points(2)
def test_subtracting_a_mean(answer):
    right = (
        "Shapes are lined up from the right: (8, 3) with (8,) puts 3 "
        "against 8."
    )
    shapes = [(8, 3), (8, 8), (8, 1), (8,), (3,)]
    ask(answer, "3", dict.fromkeys(shapes, right))
    keep = "keepdims leaves (8, 1), and a 1 is stretched."
    ask(answer, "4", {"error": keep, (8, 1): keep})


@points(2)
def test_an_index_and_a_slice(answer):
    index = "An index takes its axis away: [:, 0] leaves (8,)."
    ask(answer, "5", {(8, 1): index, (8, 8): index, "error": index})
    table = (
        "A slice keeps its axis: (8, 1) with (8,) is every row against "
        "every target, and nobody complains."
    )
    ask(answer, "6", {(8,): table, (8, 1): table, "error": table})


@points(2)
def test_new_axes_and_single_numbers(answer):
    pairs = "None puts in an axis: (8, 1, 3) with (8, 3)."
    ask(answer, "7", {(8, 3): pairs, (8, 8): pairs, "error": pairs})
    number = "A mean without an axis is one number, whose shape is ()."
    ask(answer, "8", {(8,): number, (1,): number})
