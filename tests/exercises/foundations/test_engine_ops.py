import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import expect, numeric_gradient, points, require
from d2lcode.grading.wording import indent, kind, show

TRAINS = "the backward rules of an autograd engine"
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
DROPPED = "the slope that came in is not multiplied."
ITSELF = "each factor got itself, not the other."
ONE_FACTOR = (
    "both pulls use the same factor. (A lambda made in a loop looks its "
    "variable up when it is called, and finds that of the last turn.)"
)
TAKEN_FOR_ONE = (
    "two nodes of equal values were taken for one. Each is a source of its "
    "own, and what is the same node twice needs no care."
)
EXCHANGED = "the two pulls have changed places."
CHANGED = (
    "a node that came in had another value. Compute a new array, and leave "
    "the old ones alone."
)


def node_of(answer, value):
    """Make a node, and give all nodes words for themselves."""
    answer.Node.__repr__ = lambda node: f"a Node of {show(node.value)}"
    return answer.Node(value)


def result(answer, name, *nodes):
    """Call an operation, and see that it gave a node and changed none."""
    before = [node.value.copy() for node in nodes]
    call = expect(getattr(answer, name), *nodes)
    call.require(
        call.value is not None,
        "It returned None. Does every path end in a return?",
    )
    call.require(
        isinstance(call.value, answer.Node),
        f"It returned {kind(call.value)}; expected was a Node.",
    )
    for node, value in zip(nodes, before, strict=True):
        require(np.array_equal(node.value, value), f"After {name}, {CHANGED}")
    require(
        all(is_pair(answer, source) for source in call.value.sources),
        f"The sources that {name} gives to Node should be pairs, each of a "
        "node and its pull, a function; one after the other, as in add.",
    )
    return call.value


def is_pair(answer, source):
    return (
        isinstance(source, tuple | list)
        and len(source) == 2
        and isinstance(source[0], answer.Node)
        and callable(source[1])
    )


def normal(*shape, seed=0):
    return np.asarray(np.random.default_rng(seed).normal(size=shape))


def slopes(name, arrays, weights):
    """The truth, by central differences of NumPy's own function."""
    found = []
    for i in range(len(arrays)):

        def loss(v, i=i):
            moved = [v if j == i else a for j, a in enumerate(arrays)]
            return float(np.sum(weights * VALUES[name](*moved)))

        found.append(numeric_gradient(loss, arrays[i], step=1e-4))
    return found


def check(answer, name, *arrays, mistakes=None, together=None):
    """Hold value and slopes of one operation to NumPy's.

    Args:
        answer: the reader's.
        name: of the operation.
        arrays: what goes in.
        mistakes: for an input's number, what each mistake there gives.
        together: what mistakes in several pulls give, one for each input.
    """
    nodes = [node_of(answer, a.copy()) for a in arrays]
    out = result(answer, name, *nodes)
    shapes = " and ".join(str(a.shape) for a in arrays)
    called = f"{name} of nodes of shape {shapes}"
    right = VALUES[name](*arrays)
    require(
        out.value.shape == right.shape
        and np.allclose(out.value, right, rtol=1e-5, atol=1e-6),
        f"{called} has the wrong value. For\n{say(arrays)}\nit was\n"
        f"{indent(show(out.value))}\nbut expected was\n"
        f"{indent(show(right))}",
    )
    weights = normal(*right.shape, seed=7)
    send_back(out, weights, name, arrays)
    truth = slopes(name, arrays, weights)
    found = [
        text
        for text, outcomes in (together or {}).items()
        if all(
            near(node.grad, outcome(weights))
            for node, outcome in zip(nodes, outcomes, strict=True)
        )
    ]
    likely = (mistakes or {}).get
    for i, (node, wanted) in enumerate(zip(nodes, truth, strict=True)):
        where = f"the {('first', 'second')[i]} input of {called}"
        single = [
            text
            for text, outcome in likely(i, {}).items()
            if near(node.grad, outcome(weights))
        ]
        check_slope(node.grad, wanted, where, found or single)


def near(got, wanted):
    return np.shape(got) == np.shape(wanted) and np.allclose(
        got, wanted, rtol=1e-5, atol=1e-6
    )


def send_back(out, weights, name, arrays):
    """Call backward; where a product does not fit, say the shapes."""
    slope = weights.copy()
    try:
        out.backward(slope)
    except ValueError as error:
        if name != "matmul":
            raise
        a, b = arrays
        require(
            False,
            f"In backward of matmul, shapes do not fit: {error}\nHere g has "
            f"the shape {weights.shape}, a {a.shape} and b {b.shape}. Which "
            "of them must be transposed, and what comes first?",
        )
    require(
        np.array_equal(slope, weights),
        f"After backward of {name}, the slope g that came in had another "
        "value. Others need it as well: g * b makes a new array, g *= b does "
        "not.",
    )


def check_slope(got, wanted, where, likely):
    require(
        np.any(got) or not np.any(np.abs(wanted) > 1e-6),
        f"After backward, grad is zero for {where}; {LOST}",
    )
    require(
        np.shape(got) == wanted.shape,
        f"After backward, grad has the shape {np.shape(got)} for {where}; "
        f"a slope has the shape of what it belongs to, here {wanted.shape}.",
    )
    because = f"\nLikely mistake: {likely[0]}" if len(likely) == 1 else ""
    require(
        near(got, wanted),
        f"After backward, grad is wrong for {where}. It was\n"
        f"{indent(show(got))}\nbut by small nudges it is\n"
        f"{indent(show(wanted))}{because}",
    )


def say(arrays):
    return "\nand\n".join(indent(show(a)) for a in arrays)


@points(1)
def test_mul_by_hand(answer):
    a, b = node_of(answer, 2.0), node_of(answer, 5.0)
    c = result(answer, "mul", a, b)
    require(
        c.value == 10.0, f"mul of 2 and 5 has the value {c.value}, not 10."
    )
    c.backward()
    got = (float(a.grad), float(b.grad))
    why = f" Where it is 0, {LOST}" if 0.0 in got else ""
    if got == (2.0, 5.0):
        why = " Each gets the *other* factor."
    require(
        got == (5.0, 2.0),
        f"mul of 2 and 5 gave them the slopes {got[0]:g} and {got[1]:g}; "
        f"expected were 5 and 2.{why}",
    )


@points(1)
def test_mul_of_arrays(answer):
    a, b = normal(2, 3), normal(2, 3, seed=1)
    check(
        answer,
        "mul",
        a,
        b,
        mistakes={0: {DROPPED: lambda g: b}, 1: {DROPPED: lambda g: a}},
        together={
            ITSELF: (lambda g: g * a, lambda g: g * b),
            ONE_FACTOR: (lambda g: g * a, lambda g: g * a),
            f"{ONE_FACTOR} ": (lambda g: g * b, lambda g: g * b),
        },
    )
    for shape in ((), (2, 1, 3), (0, 3)):
        check(answer, "mul", normal(*shape), normal(*shape, seed=1))
    taken_for_one = {0: {TAKEN_FOR_ONE: lambda g: 2 * g * a}}
    check(answer, "mul", a, a, mistakes=taken_for_one)


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
                "only t is squared, not 1 − t.": lambda g: g * (1 - t) ** 2,
                "g * 1 - t**2 multiplies first; write g * (1 - t**2).": (
                    lambda g: g - t**2
                ),
                DROPPED: lambda g: 1 - t**2,
            }
        },
    )
    for shape in ((), (2, 1, 3)):
        check(answer, "tanh", normal(*shape))


@points(1)
def test_tanh_is_flat_far_out(answer):
    a = node_of(answer, np.array([-800.0, 0.0, 800.0]))
    out = result(answer, "tanh", a)
    out.backward(np.ones(3))
    require(
        np.allclose(out.value, [-1.0, 0.0, 1.0]),
        f"tanh of [-800, 0, 800] is {show(out.value)}; expected was "
        "[-1, 0, 1]. np.tanh is safe far out.",
    )
    require(
        np.allclose(a.grad, [0.0, 1.0, 0.0]),
        f"The slope of tanh at [-800, 0, 800] is {show(a.grad)}; expected "
        "was [0, 1, 0].",
    )


@points(1)
def test_tanh_is_not_quite_flat_before(answer):
    at = np.array([-9.0, -7.5, -5.0, -4.2, 1e-4, 3.1, 4.5, 5.0, 6.5, 8.0])
    a = node_of(answer, at)
    result(answer, "tanh", a).backward(np.ones(10))
    truth = 1 / np.cosh(at) ** 2
    require(
        np.shape(a.grad) == (10,) and np.allclose(a.grad, truth, 1e-4, 0),
        f"The slope of tanh at\n{indent(show(at))}\nis\n"
        f"{indent(show(a.grad))}\nbut expected was\n{indent(show(truth))}\n"
        "Small is not zero: compute 1 − t² everywhere, and cut nothing off.",
    )


@points(1)
def test_add_row(answer):
    mean = "you took the mean over the rows. Over paths, slopes add."
    across = "you added up each row; add up the rows instead, axis=0."
    whole = (
        "you added up all entries. Each entry of b has its own slope: "
        "sum(axis=0)."
    )
    for n, k in ((3, 3), (4, 3), (1, 2), (2, 5)):
        check(
            answer,
            "add_row",
            normal(n, k),
            normal(k, seed=1),
            mistakes={
                1: {
                    mean: lambda g: g.mean(axis=0),
                    whole: lambda g, k=k: np.full(k, g.sum()),
                }
                | ({across: lambda g: g.sum(axis=1)} if n == k else {})
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
        together={EXCHANGED: (lambda g: a.T @ g, lambda g: g @ b.T)},
    )


@points(1)
def test_a_node_used_twice(answer):
    g = normal(2, 2, seed=5)
    a = node_of(answer, normal(2, 2))
    send_back(result(answer, "mul", a, a), g, "mul", (a.value, a.value))
    require(
        near(a.grad, 2 * g * a.value),
        "mul(a, a) is the square of a, and its slope 2 a, times the slope "
        f"g that comes in. For\n{indent(show(a.value), 'a = ')}\n"
        f"{indent(show(g), 'g = ')}\nyours gave\n{indent(show(a.grad))}",
    )
    a = node_of(answer, normal(2, 2))
    product = result(answer, "matmul", a, a)
    send_back(product, g, "matmul", (a.value, a.value))
    require(
        near(a.grad, g @ a.value.T + a.value.T @ g),
        "The slope of a is wrong in matmul(a, a). If matmul of two different "
        "nodes is wrong as well, mend that first; otherwise, are there two "
        "pairs among the sources, one for each factor?",
    )
    row = normal(2, seed=2)
    for name, *arrays in (
        ("mul", a.value, g),
        ("tanh", a.value),
        ("add_row", a.value, row),
        ("matmul", a.value, g),
    ):
        check_two_paths(answer, name, arrays)


def check_two_paths(answer, name, arrays):
    """Send back two slopes, as two paths from one result do."""
    nodes = [node_of(answer, a.copy()) for a in arrays]
    out = result(answer, name, *nodes)
    paths = [normal(*out.value.shape, seed=seed) for seed in (8, 9)]
    for g in paths:
        send_back(out, g, name, arrays)
    for node, wanted in zip(
        nodes, slopes(name, arrays, sum(paths)), strict=True
    ):
        require(
            near(node.grad, wanted),
            f"Where the result of {name} is used twice, the slopes of its "
            "inputs are wrong. A pull is called once for each path, with the "
            "slope g of that path; the grad of the result has added up all "
            "so far. If a test above has failed, mend that first.",
        )


@points(1)
def test_each_operation_twice_in_one_graph(answer):
    """What one call keeps, the next must not overwrite."""
    shapes = (70, 4), (4, 4), (4,), (4, 4), (4,), (70, 4)
    values = [normal(*s, seed=i) for i, s in enumerate(shapes)]
    nodes = x, w, b, v, c, m = [node_of(answer, value) for value in values]
    first = result(answer, "add_row", result(answer, "matmul", x, w), b)
    hidden = result(answer, "tanh", first)
    second = result(answer, "add_row", result(answer, "matmul", hidden, v), c)
    out = result(answer, "mul", result(answer, "tanh", second), m)
    answer.total(result(answer, "mul", out, m)).backward()
    truth = two_layers(*values)
    for name, node, wanted in zip("xwbvcm", nodes, truth, strict=True):
        require(
            near(node.grad, wanted),
            "In the sum of tanh(tanh(x w + b) v + c) m m, entry by entry, the "
            f"slope of {name} is wrong. Each operation stands in it twice. If "
            "a test above has failed, mend that first. If none has: is "
            "anything kept outside of the functions, in a variable that the "
            "next call overwrites? A pull needs the values of its own call.",
        )


def two_layers(x, w, b, v, c, m):
    """The slopes of two layers, from the loss back to x."""
    hidden = np.tanh(x @ w + b)
    out = np.tanh(hidden @ v + c)
    second = m**2 / np.cosh(hidden @ v + c) ** 2
    first = second @ v.T / np.cosh(x @ w + b) ** 2
    slopes = first @ w.T, x.T @ first, first.sum(axis=0)
    return *slopes, hidden.T @ second, second.sum(axis=0), 2 * m * out


@points(1)
@given(st.integers(1, 4), st.integers(1, 4), st.integers(1, 4))
def test_a_whole_network(answer, n, d, k):
    x, w, b = normal(n, d), normal(d, k, seed=1), normal(k, seed=2)
    nodes = [node_of(answer, v) for v in (x, w, b)]
    rows = result(answer, "matmul", *nodes[:2])
    hidden = result(answer, "tanh", result(answer, "add_row", rows, nodes[2]))
    cube = result(answer, "mul", result(answer, "mul", hidden, hidden), hidden)
    answer.total(cube).backward()
    t = np.tanh(x @ w + b)
    g = 3 * t**2 * (1 - t**2)
    truth = (g @ w.T, x.T @ g, g.sum(axis=0))
    for name, node, wanted in zip("xwb", nodes, truth, strict=True):
        require(
            np.shape(node.grad) == wanted.shape
            and np.allclose(node.grad, wanted, rtol=1e-4, atol=1e-6),
            f"In the sum of tanh(x w + b)³ the slope of {name} is wrong, for "
            f"x of shape {x.shape} and w of shape {w.shape}. If a test above "
            "has failed, mend that first. If none has: does a pull use "
            "anything but the slope g that it is given and the values?",
        )
