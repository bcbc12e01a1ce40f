import copy

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from d2lcode.grading import AnswerError, expect, points, require

TRAINS = "writing a residual block as a layer, with its projection"
HINTS = [
    "Make every layer in `__init__`; in `forward`, keep x and pass it on "
    "under another name, so that it is still there for the sum.",
    "Ask in `__init__` whether x may be added as it is: stride == 1 and "
    "in_channels == 4 * channels. Only if not, make a projection.",
    "The last line of `forward` is relu(out + shortcut): no ReLU stands "
    "between the third normalisation and the sum.",
]
# in_channels, channels, stride: x as it is; another width; another size;
# both; a stride of 3, and one channel inside.
SAME, WIDER, SMALLER, BOTH = (8, 2, 1), (6, 2, 1), (12, 3, 2), (5, 3, 2)
ODD, NARROW = (8, 2, 3), (4, 1, 1)
NORMS = {1: "first", 2: "second", 3: "third", 0: "projection's"}


def projects(config):
    inside, channels, stride = config
    return stride != 1 or inside != 4 * channels


def text(config):
    return f"Bottleneck({', '.join(map(str, config))})"


def build(answer, config, *, seed=0, named=False):
    """A block of the reader's, with uneven weights of our own."""
    keys = "in_channels", "channels", "stride"
    positions = () if named else config
    given = dict(zip(keys, config, strict=True)) if named else {}
    model = expect(answer.Bottleneck, *positions, **given).value
    require(
        isinstance(model, answer.framework.MODULE),
        f"Bottleneck is no {answer.framework.MODULE_NAME}: derive the class "
        "from it, as the starter does.",
    )
    wake(answer, model, config)
    fill(answer, model, config, seed)
    return model


def wake(answer, model, config):
    """Let lazy layers make their weights, which they do for a picture."""
    try:
        answer.framework.weights(model)
    except ValueError:
        model.eval()
        forward(answer, model, pictures(config, n=2), config)
        model.train()


def fill(answer, model, config, seed):
    """Give it weights that tell all layers and channels apart."""
    order = layout(answer, model, config)
    rng, arrays = np.random.default_rng(seed), []
    for role, w in zip(order, answer.framework.weights(model), strict=True):
        if role[0] == "k":
            drawn = rng.normal(size=w.shape) * w[0].size ** -0.5
        elif role[0] == "g":
            drawn = rng.uniform(0.5, 1.5, w.shape)
        else:
            drawn = rng.normal(size=w.shape) * 0.5
        arrays.append(drawn.astype(np.float32))
    answer.framework.set_weights(model, arrays)


def shapes(config):
    """The shapes of weights: kernels k, factors g and shifts b."""
    inside, c, _ = config
    found = {"k1": (c, inside, 1, 1), "g1": (c,), "b1": (c,)}
    found |= {"k2": (c, c, 3, 3), "g2": (c,), "b2": (c,)}
    found |= {"k3": (4 * c, c, 1, 1), "g3": (4 * c,), "b3": (4 * c,)}
    if projects(config):
        found |= {"k0": (4 * c, inside, 1, 1), "g0": (4 * c,), "b0": (4 * c,)}
    return found


def layout(answer, model, config):
    """Which weight is which; the projection may come first, or last."""
    found = [w.shape for w in answer.framework.weights(model)]
    right = shapes(config)
    last, first = list(right), sorted(right, key=lambda role: role[1] != "0")
    for order in (last, first):
        kernels = [r for r in order if r[0] == "k"]
        others = [r for r in order if r[0] != "k"]
        if [right[r] for r in kernels] != [s for s in found if len(s) == 4]:
            continue
        if [right[r] for r in others] == [s for s in found if len(s) != 4]:
            roles = {4: iter(kernels), 1: iter(others)}
            return [next(roles[len(s)]) for s in found]
    raise AnswerError(misfit(answer, model, config, found))


def misfit(answer, model, config, found):
    """Say what is wrong with the shapes of the weights."""
    right = shapes(config)
    wanted = [s for r, s in right.items() if r[0] == "k"]
    kernels = [s for s in found if len(s) == 4]
    norms = 2 * len(wanted)
    head = (
        f"{text(config)} has convolutions of {listed(kernels)} (filters, "
        "channels, height, width) and "
        f"{len(found) - len(kernels)} vectors beside them; expected were "
        f"{listed(wanted)}, and {norms} vectors, a factor and a shift of "
        f"each batch normalisation.\n"
    )
    kernel, projection = len(kernels), projects(config)
    if not found:
        return head + (
            "Are the layers made in __init__, as attributes of self or in an "
            "nn.Sequential? A plain list hides them."
        )
    if kernel == 3 and projection:
        return head + (
            "A projection is missing: x has another shape here than the "
            "third row's output. Both a stride and another number of "
            "channels need one."
        )
    if kernel == 4 and not projection:
        return head + (
            "There is a projection although x has the right shape. It must "
            "arrive at the sum as it is."
        )
    if kernels == wanted and len(found) == kernel + norms + kernel:
        return head + (
            "Do the convolutions have biases? Batch normalisation subtracts "
            "the mean right after, and a bias with it."
        )
    return head + "Go through the table row by row."


def listed(shapes):
    return ", ".join(map(str, shapes)) or "no"


def pictures(config, n=6, size=(6, 5), seed=0):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, config[0], *size)) * 1.5 + 0.3
    return x.astype(np.float32)


def forward(answer, model, x, config, when=""):
    """The output as an array; the pictures must stay what they were."""
    tensor = answer.framework.tensor(x.copy())

    def network(x):
        return model(x)

    network.__name__ = f"{text(config)}{when}"
    call = expect(network, tensor)
    call.require(
        isinstance(call.value, answer.framework.TENSOR),
        "It returned no tensor. Does forward end in a return?",
    )
    out = answer.framework.array(call.value)
    height, width = (-(-side // config[2]) for side in x.shape[2:])
    shape = len(x), 4 * config[1], height, width
    call.require(
        out.shape == shape,
        f"It returned an output of shape {out.shape}; expected was {shape}.",
    )
    call.require(
        np.array_equal(answer.framework.array(call.args[0]), x),
        "Afterwards the pictures were no longer what they had been: forward "
        "works in place, on its caller's tensor. out = x + y makes a new one, "
        "x += y does not.",
    )
    return out


def convolve(x, k, stride=1):
    side = k.shape[-1]
    pad = side // 2
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    windows = sliding_window_view(x, (side, side), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    return np.einsum("nchwij,fcij->nfhw", windows, k, optimize=True)


def normalise(x, g, b, stats=None):
    """Batch normalisation, with the batch's own numbers or given ones."""
    mean, var = stats or (x.mean((0, 2, 3)), x.var((0, 2, 3)))
    g, b, mean, var = (v[:, None, None] for v in (g, b, mean, var))
    return (x - mean) / np.sqrt(var + 1e-5) * g + b


def relu(x):
    return np.maximum(x, 0)


def block(x, w, stride, stats=None, kind=""):
    """The block by hand, or one with the mistake that `kind` names."""
    stats, early = stats or {}, kind == "early"

    def unit(i, x, stride=1, last=False):
        out = convolve(x, w[f"k{i}"], stride)
        out = normalise(out, w[f"g{i}"], w[f"b{i}"], stats.get(i))
        return out if last or kind == f"no relu {i}" else relu(out)

    out = unit(1, x, stride if early else 1)
    out = unit(3, unit(2, out, 1 if early else stride), last=True)
    short = unit(0, x, stride, last=True) if "k0" in w else x
    if kind in ("relu before", "relu twice"):
        out = relu(out)
    if kind == "relu on shortcut":
        short = relu(short)
    total = {
        "alone": lambda: out,
        "mean": lambda: (out + short) / 2,
        "difference": lambda: out - short,
        "product": lambda: out * short,
    }.get(kind, lambda: out + short)()
    return total if kind in ("no last relu", "relu before") else relu(total)


KINDS = {
    "alone": "the shortcut is not added.",
    "no last relu": "no ReLU follows the sum.",
    "relu before": "ReLU stands before the sum; the task has it after. A "
    "residual must be able to take away, too.",
    "relu twice": "ReLU stands before the sum as well. A residual must be "
    "able to take away, too.",
    "relu on shortcut": "the shortcut goes through a ReLU of its own.",
    "no relu 1": "no ReLU follows the first normalisation.",
    "no relu 2": "no ReLU follows the second normalisation.",
    "early": "the stride is in the first 1×1 convolution, as in the paper; "
    "the task has it in the 3×3, which then looks at every pixel.",
    "mean": "the sum is halved; after twenty blocks a millionth of x is left.",
    "difference": "the shortcut is subtracted.",
    "product": "the shortcut is multiplied; the task adds it.",
}


def by_role(answer, model, config):
    order = layout(answer, model, config)
    arrays = answer.framework.weights(model)
    pairs = zip(order, arrays, strict=True)
    return {role: w.astype(float) for role, w in pairs}


def running(answer, model, config):
    """The running means and variances, by the number of their row."""
    roles = layout(answer, model, config)
    order = [int(role[1]) for role in roles if role[0] == "g"]
    found = answer.framework.statistics(model)
    require(
        len(found) == len(order),
        f"{text(config)} keeps {len(found)} pairs of a running mean and "
        f"variance; expected were {len(order)}. Use your framework's batch "
        "normalisation, with its default settings, one after each "
        "convolution.",
    )
    return dict(zip(order, found, strict=True))


def judge(answer, model, x, config, stats=None, when=""):
    """Compare a block with its own weights, worked through by hand."""
    mine = forward(answer, model, x, config, when)
    w = by_role(answer, model, config)

    def fits(stats, kind=""):
        right = block(x.astype(float), w, config[2], stats, kind)
        return right.shape == mine.shape and np.allclose(
            mine, right, 0, 5e-5 * max(1, np.abs(right).max())
        )

    if fits(stats):
        return
    head = f"The output of {text(config)}{when} is not the block's. "
    if stats and fits(None):
        raise AnswerError(
            f"{head}Likely mistake: after eval() it still normalises with "
            "the batch, not with the running means and variances."
        )
    for kind, said in KINDS.items():
        if fits(stats, kind):
            raise AnswerError(f"{head}Likely mistake: {said}")
    raise AnswerError(
        f"{head}With your block's own weights, worked through by hand, "
        "another one comes out. Go through the table row by row: is each "
        "layer used once, and does the shortcut start from x?"
    )


@points(1)
def test_the_weights_of_each_layer(answer):
    for config in (SAME, WIDER, SMALLER, BOTH, ODD, NARROW):
        build(answer, config)
    inside, channels, _ = SAME
    shorter = expect(answer.Bottleneck, inside, channels).value
    wake(answer, shorter, SAME)
    layout(answer, shorter, SAME)


@points(1)
def test_the_shape_of_the_output(answer):
    cases = [(SAME, (6, 5)), (WIDER, (1, 4)), (SMALLER, (7, 4)), (ODD, (8, 7))]
    for config, size in cases:
        model = build(answer, config)
        x = pictures(config, n=3, size=size)
        forward(answer, model, x, config)


@points(2)
def test_the_same_as_by_hand(answer):
    for seed, config in enumerate((SAME, WIDER, SMALLER, BOTH, ODD, NARROW)):
        model = build(answer, config, seed=seed, named=seed % 2 == 0)
        judge(answer, model, pictures(config, seed=seed), config)
        judge(answer, model, pictures(config, n=1, seed=seed), config)
    first, second = build(answer, SAME), build(answer, SAME, seed=1)
    require(
        not np.allclose(
            by_role(answer, first, SAME)["k1"],
            by_role(answer, second, SAME)["k1"],
        ),
        "Two blocks share their layers: make them in __init__, so that every "
        "block has its own.",
    )


@points(2)
def test_after_eval_a_picture_is_judged_by_what_was_seen(answer):
    for config in (SAME, BOTH):
        model = build(answer, config)
        x = pictures(config)
        forward(answer, model, x, config)
        check_means(answer, model, x, config)
        for seed in (1, 2):
            forward(answer, model, pictures(config, seed=seed) + 1, config)
        model.eval()
        stats = running(answer, model, config)
        judge(answer, model, x, config, stats, " after eval()")
        judge(answer, model, x[:1], config, stats, " after eval()")
        copied = copy.deepcopy(model)
        fill(answer, copied, config, seed=7)
        when = " after copy.deepcopy and with new weights"
        judge(answer, copied, x, config, stats, when)
        judge(answer, model, x, config, stats, " after eval()")


def check_means(answer, model, x, config):
    """A tenth of the first batch's mean, by both frameworks' default."""
    found = running(answer, model, config)
    w = by_role(answer, model, config)
    out = convolve(x, w["k1"])
    made = {1: out}
    for i, stride in ((2, config[2]), (3, 1)):
        out = relu(normalise(out, w[f"g{i - 1}"], w[f"b{i - 1}"]))
        made[i] = out = convolve(out, w[f"k{i}"], stride)
    if projects(config):
        made[0] = convolve(x, w["k0"], config[2])
    for i, out in made.items():
        right, (mean, _) = 0.1 * out.mean((0, 2, 3)), found[i]
        require(
            np.allclose(mean, right, atol=1e-4),
            f"After one batch, the running mean of the {NORMS[i]} "
            f"normalisation is {mean.round(4)}; expected was "
            f"{right.round(4)}, a tenth of the batch's. Leave batch "
            "normalisation at its default settings, and apply it once, to "
            "what the convolution gives.",
        )


@points(1)
def test_the_gradient_reaches_every_weight(answer):
    for config in (SAME, BOTH):
        check_gradient(answer, config)


def check_gradient(answer, config):
    """Compare each gradient with the slope in a direction."""
    model, x = build(answer, config), pictures(config, n=3, size=(4, 3))
    shape = forward(answer, model, x, config).shape
    g = np.random.default_rng(5).normal(size=shape).astype(np.float32)
    judge(answer, model, x, config)
    _, at_x = answer.framework.pull(model, x, g)
    order = layout(answer, model, config)
    found = dict(
        zip(order, answer.framework.gradients(model), strict=True)
    ) | {"x": at_x}
    measured = slopes(x, by_role(answer, model, config), config, g)
    for role, (way, slope, size) in measured.items():
        check_slope(role, found[role], way, slope, size)


def slopes(x, w, config, g):
    """How fast the weighted output grows along each, by small steps."""
    rng = np.random.default_rng(6)
    values = w | {"x": x.astype(float)}
    measured = {}
    for role, value in values.items():
        way = rng.normal(size=value.shape)

        def out(step, role=role, value=value, way=way):
            moved = values | {role: value + step * way}
            return float((block(moved["x"], moved, config[2]) * g).sum())

        slope = (out(1e-6) - out(-1e-6)) / 2e-6
        measured[role] = way, slope, np.sqrt(value.size)
    return measured


def check_slope(role, found, way, slope, size):
    what = name(role)
    require(
        found is not None and np.any(found),
        f"No gradient arrives at {what}. Is it used in forward, and is its "
        "output passed on without leaving the graph?",
    )
    along = float(np.sum(found * way))
    scale = max(abs(slope), float(np.sqrt(np.sum(found**2.0))), 1e-3 * size)
    require(
        abs(along - slope) <= 2e-3 * scale,
        f"The gradient that arrives at {what} is not the slope of the "
        f"output: in one direction it says {along:.5g}, and small steps give "
        f"{slope:.5g}. Is a part of a tensor cut out of the graph?",
    )


def name(role):
    """Call a weight by its name: k2 is the second convolution."""
    if role == "x":
        return "the pictures"
    which = NORMS[int(role[1])]
    kind = {"k": "convolution", "g": "normalisation's factor"}
    return f"the {which} {kind.get(role[0], 'normalisation’s shift')}"
