"""A hundred random expressions have the same slopes in all three engines.

An expression is a list of steps over numbered nodes, drawn from a seed; the
same list is run on the scratch engine, PyTorch and PaddlePaddle.
"""

import importlib

import numpy as np
import pytest

from d2lcode.scratch.autograd import Tensor

SEEDS = range(100)
LEAVES = ((3, 4), (4,), (3, 1), (4, 2), ())
PLAIN = {
    "add": lambda a, b: a + b,
    "subtract": lambda a, b: a - b,
    "multiply": lambda a, b: a * b,
    "divide": lambda a, b: a / (b * b + 1.0),
    "matmul": lambda a, b: a @ b,
    "tanh": lambda a: a.tanh(),
    "exp": lambda a: a.tanh().exp(),
    "log": lambda a: (a * a + 1.0).log(),
    "power": lambda a: (a * a + 1.0) ** -0.5,
}
TWO = ("add", "subtract", "multiply", "divide")
ONE = ("tanh", "exp", "log", "power", "relu")


def expression(seed):
    """Draw leaves, and steps (name, nodes, arguments) that end in one."""
    rng = np.random.default_rng(seed)
    leaves = [rng.normal(size=shape) for shape in LEAVES]
    shapes = [leaf.shape for leaf in leaves]
    steps = []
    while len(steps) < 12:
        step = draw(rng, shapes)
        if step is not None:
            shapes.append(shape_after(step, shapes))
            steps.append(step)
    return leaves, steps


def draw(rng, shapes):
    """One step that these nodes allow, or None."""
    name = str(rng.choice([*TWO, *ONE, "matmul", "sum", "mean", "reshape"]))
    a, b = (int(i) for i in rng.integers(0, len(shapes), 2))
    if name in TWO:
        return (name, (a, b), None) if fits(shapes[a], shapes[b]) else None
    if name == "matmul":
        pairs = [
            (i, j)
            for i, left in enumerate(shapes)
            for j, right in enumerate(shapes)
            if len(left) == len(right) == 2 and left[1] == right[0]
        ]
        return name, pairs[rng.integers(0, len(pairs))], None
    if name in ("sum", "mean"):
        if not shapes[a]:
            return None
        axis = int(rng.integers(0, len(shapes[a])))
        return name, (a,), (axis, bool(rng.integers(0, 2)))
    if name == "reshape":
        return name, (a,), tuple(reversed(shapes[a])) or (1,)
    return name, (a,), None


def fits(left, right):
    try:
        return len(np.broadcast_shapes(left, right)) <= 2
    except ValueError:
        return False


def shape_after(step, shapes):
    name, nodes, argument = step
    if name in TWO:
        return np.broadcast_shapes(*(shapes[i] for i in nodes))
    if name == "matmul":
        return shapes[nodes[0]][0], shapes[nodes[1]][1]
    if name in ("sum", "mean"):
        axis, keep = argument
        return np.ones(shapes[nodes[0]]).sum(axis=axis, keepdims=keep).shape
    return argument if name == "reshape" else shapes[nodes[0]]


def run(leaves, steps, operations):
    """Give the loss: the mean of tanh of every node, added up."""
    nodes = list(leaves)
    for name, sources, argument in steps:
        inputs = [nodes[i] for i in sources]
        extra = () if argument is None else (argument,)
        nodes.append(operations[name](*inputs, *extra))
    total = 0.0
    for node in nodes:
        total = total + operations["average"](node.tanh())
    return total


SCRATCH = PLAIN | {
    "relu": lambda a: a.relu(),
    "sum": lambda a, how: a.sum(*how),
    "mean": lambda a, how: a.mean(*how),
    "reshape": lambda a, shape: a.reshape(*shape),
    "average": lambda a: a.mean(),
}


def with_scratch(leaves, steps):
    inputs = [Tensor(leaf) for leaf in leaves]
    loss = run(inputs, steps, SCRATCH)
    loss.backward()
    return float(loss.value), [t.grad for t in inputs]


def with_torch(leaves, steps):
    torch = importlib.import_module("torch")
    inputs = [torch.tensor(leaf, requires_grad=True) for leaf in leaves]
    loss = run(inputs, steps, framework("dim") | {"relu": torch.relu})
    loss.backward()
    return loss.item(), [t.grad.numpy() for t in inputs]


def with_paddle(leaves, steps):
    paddle = importlib.import_module("paddle")
    inputs = [paddle.to_tensor(v, stop_gradient=False) for v in leaves]
    relu = paddle.nn.functional.relu
    loss = run(inputs, steps, framework("axis") | {"relu": relu})
    loss.backward()
    return loss.item(), [t.grad.numpy() for t in inputs]


def framework(axis):
    """The operations that the frameworks spell alike but for a word."""

    def along(name):
        def reduce(a, how):
            return getattr(a, name)(**{axis: how[0], "keepdim": how[1]})

        return reduce

    return PLAIN | {
        "sum": along("sum"),
        "mean": along("mean"),
        "reshape": lambda a, shape: a.reshape(list(shape)),
        "average": lambda a: a.mean(),
    }


@pytest.mark.parametrize("name", ["torch", "paddle"])
@pytest.mark.parametrize("seed", SEEDS)
def test_the_slopes_of_a_random_expression(name, seed):
    pytest.importorskip(name)
    leaves, steps = expression(seed)
    engine = {"torch": with_torch, "paddle": with_paddle}[name]
    loss, ours = with_scratch(leaves, steps)
    their_loss, theirs = engine(leaves, steps)
    assert np.isclose(loss, their_loss, rtol=1e-10)
    for leaf, a, b in zip(leaves, ours, theirs, strict=True):
        assert a.shape == b.shape == leaf.shape
        np.testing.assert_allclose(a, b, rtol=1e-8, atol=1e-10)


def test_the_expressions_try_everything():
    drawn = [step for seed in SEEDS for step in expression(seed)[1]]
    names = [name for name, _, _ in drawn]
    assert {n: names.count(n) > 5 for n in SCRATCH if n != "average"} == (
        dict.fromkeys(SCRATCH.keys() - {"average"}, True)
    )
    assert sum(a == b for _, (a, *rest), _ in drawn for b in rest) > 5
    assert any(how and how[1] is True for n, _, how in drawn if n == "mean")
