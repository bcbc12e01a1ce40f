import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import expect, numeric_gradient, points, require

HINTS = [
    "Look at `add`: the first argument of Node is the value; then comes a "
    "pair for each source, with a function of the slope g of the result.",
    "A pull returns an array of the shape of its source. For add_row, that "
    "means adding up the rows of g.",
    "matmul: `g` is (n, k). To get (n, d) from it and b (d, k) there is only "
    "`g @ b.value.T`; for b, `a.value.T @ g`.",
]

VALUES = {
    "mul": np.multiply,
    "tanh": np.tanh,
    "add_row": np.add,
    "matmul": np.matmul,
}
LOST = "nothing arrived there: is it among the sources of the result?"


def normal(*shape, seed=0):
    return np.random.default_rng(seed).normal(size=shape)


def slopes(name, arrays, weights):
    """The truth, by central differences of NumPy's own function."""
    found = []
    for i in range(len(arrays)):

        def loss(v, i=i):
            moved = [v if j == i else a for j, a in enumerate(arrays)]
            return float(np.sum(weights * VALUES[name](*moved)))

        found.append(numeric_gradient(loss, arrays[i], step=1e-4))
    return found


def check(answer, name, *arrays, mistakes=None):
    """Hold value and slopes of one operation to NumPy's."""
    nodes = [answer.Node(a.copy()) for a in arrays]
    call = expect(getattr(answer, name), *nodes)
    out = call.value
    called = f"{name} of {' and '.join(str(a.shape) for a in arrays)}"
    require(
        isinstance(out, answer.Node),
        f"{called} returned {type(out).__name__}; expected was a Node.",
    )
    for node, array in zip(nodes, arrays, strict=True):
        require(
            np.array_equal(node.value, array),
            f"Afterwards a node that came into {name} had another value. "
            "Compute a new array, and leave the old ones alone.",
        )
    right = VALUES[name](*arrays)
    require(
        out.value.shape == right.shape
        and np.allclose(out.value, right, rtol=1e-10),
        f"{called} has the wrong value: for {say(arrays)} it was\n"
        f"    {brief(out.value)}\nbut expected was\n    {brief(right)}",
    )
    weights = normal(*right.shape, seed=7)
    out.backward(weights)
    truth = slopes(name, arrays, weights)
    likely = (mistakes or {}).get
    for i, (node, wanted) in enumerate(zip(nodes, truth, strict=True)):
        where = f"the {('first', 'second')[i]} input of {called}"
        check_slope(node.grad, wanted, where, likely(i, {}), weights)


def check_slope(got, wanted, where, mistakes, weights):
    require(
        np.any(got) or not np.any(np.abs(wanted) > 1e-6),
        f"After backward, grad is zero for {where}; {LOST}",
    )
    require(
        np.shape(got) == wanted.shape,
        f"After backward, grad has the shape {np.shape(got)} for {where}; "
        f"a slope has the shape of what it belongs to, here {wanted.shape}.",
    )
    if np.allclose(got, wanted, rtol=1e-5, atol=1e-7):
        return
    likely = ""
    for text, outcome in mistakes.items():
        if np.allclose(got, outcome(weights), rtol=1e-5, atol=1e-7):
            likely = f"\nLikely mistake: {text}"
    raise_wrong(got, wanted, where, likely)


def raise_wrong(got, wanted, where, likely):
    require(
        False,
        f"After backward, grad is wrong for {where}. It was\n"
        f"    {brief(got)}\nbut by small nudges it is\n    {brief(wanted)}"
        f"{likely}",
    )


def say(arrays):
    return " and ".join(brief(a) for a in arrays)


def brief(array):
    text = np.array2string(np.asarray(array), precision=4, separator=", ")
    return " ".join(text.split())


@points(1)
def test_mul_by_hand(answer):
    a, b = answer.Node(2.0), answer.Node(5.0)
    c = expect(answer.mul, a, b).value
    require(isinstance(c, answer.Node), "mul should return a Node.")
    require(
        c.value == 10.0, f"mul of 2 and 5 has the value {c.value}, not 10."
    )
    c.backward()
    require(
        (float(a.grad), float(b.grad)) == (5.0, 2.0),
        f"mul of 2 and 5 gave them the slopes {a.grad} and {b.grad}; "
        "expected were 5 and 2: each gets the *other* factor.",
    )


@points(1)
def test_mul_of_arrays(answer):
    a, b = normal(2, 3), normal(2, 3, seed=1)
    check(
        answer,
        "mul",
        a,
        b,
        mistakes={
            0: {"each factor got itself, not the other.": lambda g: g * a},
            1: {"each factor got itself, not the other.": lambda g: g * b},
        },
    )


@points(1)
def test_tanh(answer):
    a = normal(3, 2) * 2
    t = np.tanh(a)
    check(
        answer,
        "tanh",
        a,
        mistakes={
            0: {
                "in 1 − t², t is the tanh, not the input.": lambda g: (
                    g * (1 - a**2)
                ),
                "the slope is 1 − t²; you wrote 1 − t.": lambda g: g * (1 - t),
                "the slope is 1 − t²; you wrote 1 + t².": lambda g: (
                    g * (1 + t**2)
                ),
                "the slope that came in is not multiplied.": lambda g: (
                    1 - t**2
                ),
            }
        },
    )


@points(1)
def test_tanh_is_flat_far_out(answer):
    a = answer.Node(np.array([-800.0, 0.0, 800.0]))
    out = expect(answer.tanh, a).value
    out.backward(np.ones(3))
    require(
        np.array_equal(out.value, [-1.0, 0.0, 1.0]),
        f"tanh of [-800, 0, 800] is {brief(out.value)}; expected was "
        "[-1, 0, 1]. np.tanh is safe far out.",
    )
    require(
        np.array_equal(a.grad, [0.0, 1.0, 0.0]),
        f"The slope of tanh at [-800, 0, 800] is {brief(a.grad)}; expected "
        "was [0, 1, 0].",
    )


@points(1)
def test_add_row(answer):
    mean = "you took the mean over the rows. Over paths, slopes add."
    across = "you added up each row; add up the rows instead, axis=0."
    for n, k in ((3, 3), (4, 3), (1, 2), (2, 5)):
        check(
            answer,
            "add_row",
            normal(n, k),
            normal(k, seed=1),
            mistakes={
                1: {
                    mean: lambda g: g.mean(axis=0),
                    across: lambda g: g.sum(axis=1),
                }
                if n == k
                else {mean: lambda g: g.mean(axis=0)}
            },
        )


@points(2)
def test_matmul(answer):
    for n, d, k in ((2, 3, 4), (3, 1, 2), (1, 4, 3)):
        check(answer, "matmul", normal(n, d), normal(d, k, seed=1))


@points(1)
def test_matmul_of_square_matrices(answer):
    a, b = normal(3, 3), normal(3, 3, seed=1)
    check(
        answer,
        "matmul",
        a,
        b,
        mistakes={
            0: {
                "b must be transposed.": lambda g: g @ b,
                "the order is turned round.": lambda g: b.T @ g,
                "product entry by entry in place of @.": lambda g: g * b,
            },
            1: {
                "a must be transposed.": lambda g: a @ g,
                "the order is turned round.": lambda g: g @ a.T,
                "product entry by entry in place of @.": lambda g: g * a,
            },
        },
    )


@points(1)
def test_a_node_used_twice(answer):
    a = answer.Node(normal(3, 3))
    expect(answer.mul, a, a).value.backward(np.ones((3, 3)))
    require(
        np.allclose(a.grad, 2 * a.value),
        "mul(a, a) is the square of a, and its slope 2 a; yours gave "
        f"{brief(a.grad)} for a = {brief(a.value)}.",
    )
    a = answer.Node(normal(3, 3))
    expect(answer.matmul, a, a).value.backward(np.ones((3, 3)))
    ones = np.ones((3, 3))
    require(
        np.allclose(a.grad, ones @ a.value.T + a.value.T @ ones),
        "In matmul(a, a), the slopes of both factors should add up in a.",
    )


@points(1)
@given(st.integers(1, 4), st.integers(1, 4), st.integers(1, 4))
def test_a_whole_network(answer, n, d, k):
    x, w, b = normal(n, d), normal(d, k, seed=1), normal(k, seed=2)
    nodes = [answer.Node(v) for v in (x, w, b)]
    rows = answer.add_row(answer.matmul(*nodes[:2]), nodes[2])
    hidden = expect(answer.tanh, rows).value
    answer.total(answer.mul(hidden, hidden)).backward()
    t = np.tanh(x @ w + b)
    g = 2 * t * (1 - t**2)
    truth = (g @ w.T, x.T @ g, g.sum(axis=0))
    for name, node, wanted in zip("xwb", nodes, truth, strict=True):
        require(
            np.shape(node.grad) == wanted.shape
            and np.allclose(node.grad, wanted),
            f"Each operation may be right by itself, but in the sum of "
            f"tanh(x w + b)² the slope of {name} is wrong, for x {x.shape} "
            f"and w {w.shape}. Does a pull use anything but the slope g that "
            "it is given and the values?",
        )
