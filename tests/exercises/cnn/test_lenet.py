import copy

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from d2lcode.grading import AnswerError, expect, points, require
from d2lcode.grading.checks import RaisedError

TRAINS = "writing a convolutional network as a class"
HINTS = [
    "Create the layers in `__init__` and apply them in `forward`; "
    "`super().__init__()` comes first.",
    "Two poolings and the unpadded convolution leave 16 channels of 5×5: the "
    "first dense layer takes 400 numbers.",
    "The last layer ends the network. Neither ReLU nor softmax follows it.",
]

LAYERS = (
    "first convolution",
    "second convolution",
    "dense layer to 120",
    "dense layer to 84",
    "last dense layer",
)


def build(answer, *, seed=0, in_order=False, **arguments):
    """A network of the reader's, with the same weights for each seed."""
    answer.framework.set_seed(seed)
    positions = tuple(arguments.values()) if in_order else ()
    named = {} if in_order else arguments
    model = expect(answer.LeNet, *positions, **named).value
    require(
        isinstance(model, answer.framework.MODULE),
        f"LeNet is no {answer.framework.MODULE_NAME}: derive the class from "
        "it, as the starter does.",
    )
    try:
        answer.framework.weights(model)
    except ValueError:  # lazy layers make theirs for the first picture
        x = pictures(1, arguments.get("in_channels", 1))
        forward(answer, model, x, **arguments)
    return model


def forward(answer, model, x, how="LeNet({made})", **arguments):
    """The logits as an array, of a network that was made with these."""
    framework = answer.framework
    tensor = framework.tensor(x.copy())
    made = ", ".join(f"{k}={v}" for k, v in arguments.items())
    call = called(model, tensor, how.format(made=made))
    call.require(
        isinstance(call.value, framework.TENSOR),
        "It returned no tensor. Does forward end in a return?",
    )
    logits = framework.array(call.value)
    shape = len(x), arguments.get("classes", 10)
    call.require(
        logits.shape == shape,
        f"It returned an output of shape {logits.shape}; expected was "
        f"{shape}, {shape[1]} logits for each picture.",
    )
    call.require(
        np.array_equal(framework.array(call.args[0]), x),
        "Afterwards the pictures were no longer what they had been: forward "
        "works in place, on its caller's tensor. x = x - 1 makes a new one, "
        "x -= 1 does not.",
    )
    return logits


def called(model, tensor, name):
    """Call the network; if the first dense layer does not fit, say why."""

    def network(x):
        return model(x)

    network.__name__ = name
    try:
        return expect(network, tensor)
    except RaisedError as error:
        said = str(error.__cause__)
        if "256" in said and "400" in said:
            raise AnswerError(
                f"{error.called}\n256 = 16·4·4 numbers come to the dense "
                "layer that takes 400 = 16·5·5. Is the first convolution "
                "padded by 2?"
            ) from error
        raise


def pictures(n, channels=1, seed=0):
    rng = np.random.default_rng(seed)
    return rng.random((n, channels, 28, 28), dtype=np.float32)


def convolve(x, w, b, padding):
    """Cross-correlation, by all windows of the pictures at once."""
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = sliding_window_view(x, (5, 5), axis=(2, 3))
    maps = np.einsum("nchwij,fcij->nfhw", windows, w, optimize=True)
    return maps + b[:, None, None]


def largest(x):
    """Max pooling: the largest of each 2×2 block."""
    n, c, h, w = x.shape
    return x.reshape(n, c, h // 2, 2, w // 2, 2).max((3, 5))


def average(x):
    n, c, h, w = x.shape
    return x.reshape(n, c, h // 2, 2, w // 2, 2).mean((3, 5))


def relu(x):
    return np.maximum(x, 0)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def softmax(x):
    powers = np.exp(x - x.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def same(x):
    return x


def lenet(x, weights, act=relu, pool=largest, last=same):
    """LeNet by hand, with weights taken from the reader's network."""
    w1, b1, w2, b2, w3, b3, w4, b4, w5, b5 = weights
    x = pool(act(convolve(x, w1, b1, padding=2)))
    x = pool(act(convolve(x, w2, b2, padding=0)))
    x = x.reshape(len(x), -1)
    x = act(act(x @ w3.T + b3) @ w4.T + b4)
    return last(x @ w5.T + b5)


VARIATIONS = {
    "softmax follows the last layer. The loss takes it; a second one "
    "flattens the gradient.": {"last": softmax},
    "ReLU follows the last layer. It would cut off every negative logit.": {
        "last": relu
    },
    "the pooling takes the average; the task asks for the maximum.": {
        "pool": average
    },
    "the activation is the sigmoid; the task asks for ReLU.": {"act": sigmoid},
    "the activation is tanh; the task asks for ReLU.": {"act": np.tanh},
    "there is no activation. Without one, neighbouring layers merge into a "
    "single linear one.": {"act": same},
}


def shapes(classes=10, channels=1):
    """The shapes of all weights and biases, layer by layer."""
    return [
        ((6, channels, 5, 5), (6,)),
        ((16, 6, 5, 5), (16,)),
        ((120, 400), (120,)),
        ((84, 120), (84,)),
        ((classes, 84), (classes,)),
    ]


def check_count(answer, model):
    """Five layers, each with a weight and a bias, that can be found."""
    found = [w.shape for w in answer.framework.weights(model)]
    if len(found) == 10:
        return found
    listed = ": " + ", ".join(map(str, found)) if found else ""
    raise AnswerError(
        "LeNet has five layers with a weight and a bias each, so 10 arrays "
        f"to learn; yours has {len(found) or 'none'}{listed}."
        f"{why_not_found(answer.framework, model)}"
    )


def why_not_found(framework, model):
    """Say where layers may be that the framework does not see."""
    for name, value in vars(model).items():
        if isinstance(value, list | tuple) and any(
            isinstance(part, framework.MODULE) for part in value
        ):
            return (
                f"\nThe layers in self.{name} are not seen, because it is a "
                f"plain {type(value).__name__}. nn.Sequential(*layers) holds "
                "them so that they are."
            )
    x = framework.tensor(pictures(1))
    try:
        first, second = (framework.array(model(x)) for _ in range(2))
    except Exception:
        return ""
    if np.allclose(first, second):
        return ""
    return (
        "\nThe same picture gets other logits each time. Is a layer made in "
        "forward? It is a new one at each call; make it in __init__."
    )


def check_layers(answer, model, **network):
    found = check_count(answer, model)
    right = shapes(**network)
    pairs = zip(LAYERS, right, found[::2], found[1::2], strict=True)
    for layer, (weight, bias), *mine in pairs:
        require(
            mine == [weight, bias],
            f"The {layer} has a weight of shape {mine[0]} and a bias of shape "
            f"{mine[1]}; expected were {weight} and {bias} (outputs first).",
        )


@points(1)
def test_ten_logits_for_each_picture(answer):
    model, x = build(answer), pictures(70)
    forward(answer, model, x[:3])
    alone = forward(answer, model, x[-1:])
    together = forward(answer, model, x)
    require(
        np.allclose(together[-1:], alone, atol=1e-4),
        "Among 70 pictures, the last got other logits than alone. What a "
        "network says of a picture should depend on that picture only.",
    )


@points(1)
def test_the_parameters_of_each_layer(answer):
    check_layers(answer, build(answer))


@points(1)
def test_other_classes_and_channels(answer):
    arguments = {"classes": 7, "in_channels": 3}
    model = build(answer, **arguments)
    check_layers(answer, model, classes=7, channels=3)
    x = pictures(2, channels=3)
    named = forward(answer, model, x, **arguments)
    again = build(answer, in_order=True, **arguments)
    given = forward(answer, again, x, "LeNet(7, 3)", **arguments)
    require(
        np.array_equal(named, given),
        "LeNet(7, 3) gives another network than LeNet(classes=7, "
        "in_channels=3). Keep the order of the parameters.",
    )
    forward(answer, build(answer, classes=1), pictures(2), classes=1)


def by_hand(answer, model, **changed):
    """What the model's weights give, as a function of the pictures."""
    weights = [w.astype(float) for w in answer.framework.weights(model)]
    return lambda x: lenet(x, weights, **changed)


def judge(answer, model, x, when="", how="LeNet()"):
    """Compare a network with its own weights, worked through by hand."""
    mine = forward(answer, model, x, how)

    def fits(**changed):
        right = by_hand(answer, model, **changed)(x)
        return np.allclose(mine, right, 0, 2e-5 * max(1, np.abs(right).max()))

    if fits():
        return
    for text, changed in VARIATIONS.items():
        if fits(**changed):
            raise AnswerError(
                f"The logits are not LeNet's. Likely mistake: {when}{text}"
            )
    raise AnswerError(
        f"{when}With your network's own weights, worked through by hand, "
        "other logits come out. Go through the table line by line: does "
        "forward apply each layer once and in this order, with ReLU after "
        "every layer but the last?"
    )


@points(2)
def test_the_same_as_by_hand(answer):
    model = build(answer)
    check_layers(answer, model)
    x = (pictures(2) * 2 - 1) * 300  # for logits that are not all small
    judge(answer, model, x)
    copied = copy.deepcopy(model)
    answer.framework.load(copied, build(answer, seed=1))
    judge(
        answer,
        copied,
        x[:1],
        "in a copy (copy.deepcopy) that was given other weights; ",
        "copy of LeNet()",
    )
    model.eval()
    judge(answer, model, x[1:], "after eval(); ", "LeNet().eval()")


def slopes(answer, model, x, y, directions):
    """How fast the loss grows along each, by hand and by small steps."""
    at = [w.astype(float) for w in answer.framework.weights(model)]

    def loss(i, step):
        moved = [*at[:i], at[i] + step * directions[i], *at[i + 1 :]]
        p = softmax(lenet(x, moved))
        return -np.log(p[np.arange(len(y)), y]).mean()

    return [(loss(i, 1e-6) - loss(i, -1e-6)) / 2e-6 for i in range(len(at))]


@points(1)
def test_the_gradient_reaches_every_layer(answer):
    model, x, y = build(answer), pictures(4), np.array([3, 1, 4, 1])
    forward(answer, model, x)
    check_layers(answer, model)
    answer.framework.backward(model, x, y)
    grads = answer.framework.gradients(model)
    dead = [
        name
        for name, g in zip(LAYERS, grads[::2], strict=True)
        if g is None or not np.any(g)
    ]
    require(
        not dead,
        f"No gradient arrives at the {', '.join(dead)}. Is the layer used in "
        "forward, and is the tensor passed on without leaving the graph?",
    )
    check_slopes(answer)


def check_slopes(answer):
    """Compare each gradient with the slope in a direction, for a picture."""
    model, x, y = build(answer), pictures(1) * 2 - 1, np.array([3])
    require(
        not any(
            np.any(g)
            for g in answer.framework.gradients(model)
            if g is not None
        ),
        "A new network already holds gradients, those of another: the two "
        "share a layer. Make each layer in __init__, so that every network "
        "has its own.",
    )
    judge(answer, model, x)
    answer.framework.backward(model, x, y)
    grads = answer.framework.gradients(model)
    rng = np.random.default_rng(0)
    ways = [rng.normal(size=w.shape) for w in answer.framework.weights(model)]
    measured = slopes(answer, model, x, y, ways)
    whats = [
        f"{what} of the {n}" for n in LAYERS for what in ("weight", "bias")
    ]
    for what, g, way, slope in zip(whats, grads, ways, measured, strict=True):
        g = np.zeros_like(way) if g is None else g.astype(float)
        found, size = np.sum(g * way), np.sum(g * g) ** 0.5
        require(
            abs(found - slope) <= 1e-3 * max(abs(slope), size),
            f"The gradient that arrives at the {what} is not the slope of "
            f"the loss: in one direction it says {found:.5g}, and small "
            f"steps give {slope:.5g}. Is a part of a tensor cut out of the "
            "graph?",
        )


@points(1)
def test_it_learns_bars_from_diagonals(answer):
    x = pictures(24) * 0.3
    y = np.arange(24) % 3
    x[y == 0, :, 12:15] += 0.7
    x[y == 1, :, :, 12:15] += 0.7
    x[y == 2] += 0.7 * np.eye(28, dtype=np.float32)
    model = build(answer, classes=3)
    forward(answer, model, x, classes=3)
    losses = answer.framework.train(model, x, y, steps=60, lr=0.04)
    require(
        losses[-1] < 0.3 * losses[0],
        f"In 60 steps on 24 pictures of three kinds of bars, the loss went "
        f"from {losses[0]:.3f} only to {losses[-1]:.3f}.",
    )
