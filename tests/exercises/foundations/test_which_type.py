import importlib

import numpy as np

from d2lcode.grading import chosen, points

TRAINS = "dtypes and how they are promoted"
HINTS = [
    "Make them: `a = np.array([1.5, 2.5])`, then `t` from `a`, and print "
    "`t.dtype`. Do the same with each call.",
    "A NumPy array brings its type along, and NumPy's default for fractions "
    "is float64. A list of Python's fractions has none to bring.",
    "A single Python number changes no more than it must: fractions keep "
    "their type. For the last two, see what your framework refuses in the "
    "page's table of what behaves differently.",
]

WORDS = ("float32", "float64", "int64", "bool", "error")
LIST = (
    "Python's own fractions have no such type; the framework chooses its "
    "default for them, in half the memory of NumPy's."
)
ARRAY = "An array keeps its type on the way in. Which one has a.dtype?"
CONVERTED = "The array was converted before it went in; what is its type then?"
WHOLE = "The array holds whole numbers, and keeps its type on the way in."
COMPARED = "A comparison says of each number whether it is true or false."
COUNTED = "A sum counts how many are true, and a count is a whole number."
DOUBLED = (
    "A single Python number does not change the type of a tensor of fractions."
)
MADE_FRACTIONS = (
    "1.5 makes fractions of the whole numbers. NumPy would give float64; the "
    "framework takes its own default."
)

MAKE = {"torch": "torch.tensor", "paddle": "paddle.to_tensor"}
MEAN = {
    "torch": "The mean is not whole, and PyTorch does not choose a type of "
    "fractions for you. Try it.",
    "paddle": "Try k.mean(), and print it. Look at the number itself, too: is "
    "it 1.5?",
}
MIXED = {
    "torch": "PyTorch mixes them. Which of the two types can hold the result?",
    "paddle": "A single Python number is let in among whole numbers. Is a "
    "tensor of fractions? Try it.",
}


def measured(answer, call):
    """Make the call, and look at the type of what it gives."""
    library = importlib.import_module(answer.backend)
    make = answer.framework.tensor
    a, i = np.array([1.5, 2.5]), np.array([1, 2], dtype=np.int64)
    names = {"np": np, "a": a, "i": i, "t": make(a), "k": make(i)}
    try:
        result = eval(call, names | {answer.backend: library})
    except (RuntimeError, TypeError):
        return "error"
    return str(result.dtype).split(".")[-1]


def check(answer, call, why):
    call = call.replace("make", MAKE[answer.backend])
    right = measured(answer, call)
    others = {word: why for word in WORDS if word != right}
    chosen(answer.ANSWERS, call, right, others)


@points(2)
def test_what_goes_in(answer):
    check(answer, "make([1.5, 2.5])", LIST)
    check(answer, "make(a)", ARRAY)
    check(answer, "make(a.astype(np.float32))", CONVERTED)
    check(answer, "make(i)", WHOLE)


@points(1)
def test_comparisons(answer):
    check(answer, "t > 2", COMPARED)
    check(answer, "(t > 2).sum()", COUNTED)


@points(1)
def test_with_a_single_number(answer):
    check(answer, "t * 2", DOUBLED)
    check(answer, "k * 1.5", MADE_FRACTIONS)


@points(1)
def test_whole_numbers(answer):
    check(answer, "k.mean()", MEAN[answer.backend])
    check(answer, "k * make([0.5, 0.5])", MIXED[answer.backend])
