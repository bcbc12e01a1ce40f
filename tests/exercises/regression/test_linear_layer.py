import copy

import numpy as np

from d2lcode.grading import expect, numeric_gradient, points, require
from d2lcode.grading.checks import RaisedError
from d2lcode.grading.wording import kind

TRAINS = "writing a layer with parameters of its own"
HINTS = [
    "Derive the class from your framework's module and begin `__init__` "
    "with `super().__init__()`.",
    "In PyTorch, `nn.Parameter(tensor)` makes a parameter; in PaddlePaddle, "
    "`self.create_parameter(shape, default_initializer=…)` does.",
    "Standard normal numbers times `scale` have the standard deviation "
    "`scale`; in PaddlePaddle, `nn.initializer.Normal(std=scale)`.",
]

PARAMETER = {
    "torch": "Wrap the tensor in nn.Parameter.",
    "paddle": "Make it with self.create_parameter.",
}


def build(answer, *args, seed=0, **kwargs):
    """A layer of the reader's, with the same weights each time."""
    answer.framework.set_seed(seed)
    np.random.seed(seed)
    try:
        layer = expect(answer.LinearLayer, *args, **kwargs).value
    except RaisedError as error:
        said = str(error.__cause__)
        if "has no attribute '_" in said or "__init__() call" in said:
            raise RaisedError(
                f"{error.called}\nDid `__init__` begin with "
                "super().__init__()?"
            ) from error.__cause__
        raise
    require(
        isinstance(layer, answer.framework.MODULE),
        f"LinearLayer is no {answer.framework.MODULE_NAME}: derive the class "
        "from it, as the starter does.",
    )
    return layer


def learnt(answer, layer):
    """The trainable parameters by name."""
    found = dict(layer.named_parameters())
    others = ", ".join(f"`{name}`" for name in sorted(found))
    todo = PARAMETER[answer.backend]
    mine = getattr(layer, "weight", None)
    twice = [name for name, p in found.items() if p is mine]
    if twice:
        todo = (
            f"`weight` is a second name for `{twice[0]}`, under which it is "
            "found and saved. Give it one name only."
        )
    elif others and mine is None:
        todo = "The task asks for the names `weight` and `bias`."
    require(
        "weight" in found,
        "The layer has no parameter called `weight`; it has "
        f"{others or 'none'}. {todo}",
    )
    still = [
        name
        for name, p in found.items()
        if not getattr(p, "requires_grad", True)
        or getattr(p, "stop_gradient", False)
    ]
    require(not still, f"No gradient is kept for {', '.join(still)}.")
    return found


def arrays(answer, layer):
    return {
        name: answer.framework.array(p)
        for name, p in learnt(answer, layer).items()
    }


def shape(answer, d, q):
    return (q, d) if answer.backend == "torch" else (d, q)


def columns(answer, weight):
    """The weight as in the formula, (in, out)."""
    return weight.T if answer.backend == "torch" else weight


def filled(answer, d, q, seed):
    """A layer with given weights and bias: the layer, W (d, q), b (q,)."""
    layer = build(answer, d, q)
    check_shapes(answer, layer, d, q)
    return layer, *fill(answer, layer, d, q, seed)


def fill(answer, layer, d, q, seed, dtype=np.float32):
    """Give a layer other weights and bias: W (d, q), b (q,)."""
    rng = np.random.default_rng(seed)
    w = rng.normal(size=(d, q)).astype(dtype)
    b = rng.normal(size=q).astype(dtype)
    tensor = answer.framework.tensor
    state = {
        "weight": tensor(np.ascontiguousarray(columns(answer, w))),
        "bias": tensor(b),
    }
    if answer.backend == "torch":
        layer.load_state_dict(state)
    else:
        layer.set_state_dict(state)
    return w, b


def check_shapes(answer, layer, d, q, bias=True):
    found = {k: v.shape for k, v in arrays(answer, layer).items()}
    saved = sorted(layer.state_dict())
    require(
        saved == sorted(found),
        f"state_dict() holds {saved}; expected are the parameters alone, "
        f"{sorted(found)}. A buffer is saved, too: keep numbers that are not "
        "learnt as plain attributes.",
    )
    right = {"weight": shape(answer, d, q)} | ({"bias": (q,)} if bias else {})
    turned = found.get("weight") == right["weight"][::-1]
    require(
        found == right,
        f"A layer from {d} numbers to {q}, {'with' if bias else 'without'} a "
        f"bias, has the parameters {found}; expected were {right}."
        + (
            " The weight lies the other way round in your framework."
            if turned and d != q
            else ""
        ),
    )


def run(answer, layer, x):
    out = expect(layer, answer.framework.tensor(x)).value
    require(
        isinstance(out, answer.framework.TENSOR),
        "The layer returned no tensor. Does forward end in a return?",
    )
    return answer.framework.array(out)


def rows(n, d, seed):
    return np.random.default_rng(seed).normal(size=(n, d)).astype(np.float32)


@points(1)
def test_a_weight_and_a_bias_of_the_right_shapes(answer):
    check_shapes(answer, build(answer, 5, 3), 5, 3)
    check_shapes(answer, build(answer, 2, 7), 2, 7)


@points(1)
def test_it_is_written_by_hand(answer):
    layer = build(answer, 4, 2)
    parts = [type(layer), *(type(p) for p in layer.children())]
    names = {c.__name__ for part in parts for c in part.__mro__}
    require(
        not names & {"Linear", "LazyLinear"},
        "Inside there is the framework's own nn.Linear. Write the layer "
        "with parameters of its own.",
    )


@points(2)
def test_the_same_as_by_hand(answer):
    for n, d, q in ((6, 4, 3), (1, 2, 5), (3, 3, 3), (3000, 3, 1)):
        layer, w, b = filled(answer, d, q, seed=d)
        if n == 6:
            layer.eval()
        x = rows(n, d, seed=1)
        mine = run(answer, layer, x)
        require(
            mine.shape == (n, q),
            f"{n} rows of {d} numbers gave an output of shape {mine.shape}; "
            f"expected was {(n, q)}.",
        )
        right = x.astype(float) @ w + b
        if np.allclose(mine, right, atol=1e-4):
            continue
        likely = {
            "the bias is not added.": right - b,
            "the bias is subtracted.": right - 2 * b,
        }
        if d == q:
            likely["the weight is turned round."] = x @ w.T + b
        said = [
            text
            for text, wrong in likely.items()
            if np.allclose(mine, wrong, atol=1e-4)
        ]
        require(
            False,
            "With given weights, the output is not x W + b. "
            + (f"Likely mistake: {said[0]}" if said else ""),
        )


@points(1)
def test_the_gradients(answer):
    layer, w, b = filled(answer, 3, 2, seed=8)
    x, y = rows(5, 3, seed=2), rows(5, 2, seed=3)
    run(answer, layer, x)
    to = answer.framework.tensor
    inputs = answer.framework.followed(x)
    first = layer(inputs) - to(y)
    layer.eval()  # which changes nothing
    again = layer(to(2 * x[:2] + 1)) - to(y[:2])
    answer.framework.go_back((first**2).mean() + (again**2).mean())

    def loss(x, w, b, more=2 * x[:2] + 1):
        first, again = x @ w + b - y, more @ w + b - y[:2]
        return float(np.mean(first**2) + np.mean(again**2))

    right = {
        "weight": numeric_gradient(lambda v: loss(x, v, b), w),
        "bias": numeric_gradient(lambda v: loss(x, w, v), b),
    }
    for name, parameter in learnt(answer, layer).items():
        require(
            parameter.grad is not None,
            f"No gradient arrives at {name}. Is it used in forward, without "
            "leaving the graph (by NumPy, detach, .data or no_grad)?",
        )
        mine = answer.framework.array(parameter.grad)
        mine = columns(answer, mine) if name == "weight" else mine
        require(
            np.allclose(mine, right[name], atol=1e-3),
            f"The gradient of {name} is not that of x W + b, of a layer that "
            "was used for two inputs, and put into eval() for the second.",
        )
    require(
        inputs.grad is not None
        and np.allclose(
            answer.framework.array(inputs.grad),
            numeric_gradient(lambda v: loss(v, w, b), x),
            atol=1e-3,
        ),
        "No gradient, or a wrong one, arrives at the input x; a layer before "
        "this one could not learn. Does forward leave the graph?",
    )


@points(1)
def test_a_copy_and_another_type(answer):
    """What is copied or converted computes with its own weights."""
    layer, w, b = filled(answer, 3, 2, seed=9)
    x = rows(4, 3, seed=7)
    run(answer, layer, x)
    twin = duplicate(layer)
    new, shift = fill(answer, twin, 3, 2, seed=10)
    check_output(answer, layer, x, w, b, "A layer of which a copy was changed")
    check_output(answer, twin, x, new, shift, "A changed copy of a layer")
    twin = answer.framework.double(twin)
    wide = fill(answer, twin, 3, 2, seed=11, dtype=np.float64)
    check_output(answer, twin, x.astype(float), *wide, "A layer made float64")


def duplicate(layer):
    try:
        return copy.deepcopy(layer)
    except RuntimeError as error:
        require(
            False,
            f"copy.deepcopy(layer) raised {type(error).__name__}: {error} "
            "Is something kept in the layer that was computed from its "
            "weight? Compute it in forward.",
        )


def check_output(answer, layer, x, w, b, what):
    try:
        mine = run(answer, layer, x)
    except RaisedError as error:
        raise RaisedError(
            f"{error.called}\n{what} fails. Is something kept in it that was "
            "computed from its weight? Compute it in forward."
        ) from error.__cause__
    require(
        mine.dtype == x.dtype and np.allclose(mine, x @ w + b, atol=1e-4),
        f"{what} does not compute with its own weights, or not in "
        f"{x.dtype}. Is something kept in it that was computed from its "
        "weight? Compute it in forward.",
    )


@points(1)
def test_without_a_bias(answer):
    layer = build(answer, 4, 3, bias=False)
    missing = not hasattr(layer, "bias")
    require(
        not missing and layer.bias is None,
        "With bias=False the attribute `bias` should be None; it is "
        f"{'missing' if missing else kind(layer.bias)}.",
    )
    check_shapes(answer, layer, 4, 3, bias=False)
    x, w = rows(5, 4, seed=4), arrays(answer, layer)["weight"]
    require(
        np.allclose(run(answer, layer, x), x @ columns(answer, w), atol=1e-5),
        "Without a bias the output should be x W.",
    )


@points(1)
def test_the_starting_weights(answer):
    wide = build(answer, 200, 300, scale=0.5)
    narrow = build(answer, 200, 300, scale=0.02)
    spreads = [arrays(answer, v)["weight"].std() for v in (wide, narrow)]
    used = not np.isclose(*spreads, rtol=0.05)
    check_spread(answer, wide, 0.5, used)
    check_spread(answer, narrow, 0.02, used)
    check_spread(answer, build(answer, 300, 200), 0.1, used)
    check_spread(answer, build(answer, 300, 200, True, 0.5), 0.5, used)
    check_spread(answer, build(answer, 300, 200, scale=4), 4, used)
    still = arrays(answer, build(answer, 4, 3, scale=0))["weight"]
    require(
        not np.any(still),
        "With scale=0, the weights are not all 0. Is 0 taken for none given?",
    )


def check_spread(answer, layer, scale, used):
    found = arrays(answer, layer)
    w, spread = found["weight"], float(found["weight"].std())
    mean = float(w.mean())
    require(
        w.min() < w.max(),
        f"With scale={scale}, all 60,000 weights are {mean:.4g}. Draw them "
        "at random.",
    )
    likely = ""
    if answer.backend == "paddle" and np.isclose(mean, scale, rtol=0.05):
        likely = " The first argument of Normal is the mean: say std=."
    require(
        abs(mean) < 0.03 * max(scale, spread),
        f"With scale={scale}, the mean of 60,000 weights is {mean:.3g}; "
        f"expected was about 0.{likely}",
    )
    likely = ""
    if not used:
        likely = " Likely mistake: scale is not used."
    elif np.isclose(spread, np.sqrt(scale), rtol=0.05):
        likely = " Likely mistake: scale was taken for the variance."
    elif np.isclose(spread, scale / np.sqrt(3), rtol=0.05):
        likely = (
            " Likely mistake: the numbers are uniform between -scale and "
            "scale."
        )
    require(
        bool(np.isclose(spread, scale, rtol=0.03)),
        f"With scale={scale}, 60,000 weights have a standard deviation of "
        f"{spread:.4g}.{likely}",
    )
    within = float(np.mean(np.abs(w) < scale))
    require(
        abs(within - 0.6827) < 0.02,
        f"Of normal numbers, 68 % lie within one standard deviation; of your "
        f"weights, {within:.0%} do. Draw them from a normal distribution.",
    )
    require(
        not np.any(found["bias"]),
        "The bias should start at 0.",
    )


@points(1)
def test_each_layer_starts_elsewhere(answer):
    answer.framework.set_seed(0)
    first, second = (
        arrays(answer, answer.LinearLayer(6, 4))["weight"] for _ in range(2)
    )
    require(
        first.min() < first.max(),
        f"All starting weights are {first.flat[0]:.4g}. Draw them at random.",
    )
    require(
        not np.array_equal(first, second),
        "Two layers start from the same weights. Is there a seed set inside?",
    )


@points(1)
def test_it_can_be_trained(answer):
    x = rows(60, 4, seed=5)
    y = np.argmax(x @ rows(4, 3, seed=6), axis=1)
    layer = build(answer, 4, 3)
    run(answer, layer, x)
    losses = answer.framework.train(layer, x, y, steps=60, lr=0.1)
    require(
        losses[-1] < 0.3 * losses[0],
        f"In 60 steps of an optimizer, the loss went from {losses[0]:.3f} "
        f"only to {losses[-1]:.3f}.",
    )
