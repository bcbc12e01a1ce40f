import numpy as np
from scipy.signal import correlate

from d2lcode.grading import AnswerError, expect, points, require

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


def build(answer, **arguments):
    """A network of the reader's, with the same weights each time."""
    answer.framework.set_seed(0)
    model = expect(answer.LeNet, **arguments).value
    require(
        isinstance(model, answer.framework.MODULE),
        f"LeNet is no {answer.framework.MODULE_NAME}: derive the class from "
        "it, as the starter does.",
    )
    return model


def forward(answer, model, x):
    """The logits as an array."""
    framework = answer.framework
    logits = expect(model, framework.tensor(x)).value
    require(
        isinstance(logits, framework.TENSOR),
        "The network returned no tensor. Does forward end in a return?",
    )
    return framework.array(logits)


def pictures(n, channels=1, seed=0):
    rng = np.random.default_rng(seed)
    return rng.random((n, channels, 28, 28), dtype=np.float32)


def convolve(x, w, b, padding):
    """Cross-correlation by SciPy, one picture and filter at a time."""
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    maps = [[correlate(p, f, "valid")[0] for f in w] for p in x]
    return np.array(maps) + b[:, None, None]


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


def check_layers(answer, model, **network):
    found = [w.shape for w in answer.framework.weights(model)]
    right = shapes(**network)
    require(
        len(found) == 10,
        f"LeNet has five layers with a weight and a bias each, so 10 arrays "
        f"to learn; yours has {len(found)}: {found}",
    )
    pairs = zip(LAYERS, right, found[::2], found[1::2], strict=True)
    for layer, (weight, bias), *mine in pairs:
        require(
            mine == [weight, bias],
            f"The {layer} has a weight of shape {mine[0]} and a bias of shape "
            f"{mine[1]}; expected were {weight} and {bias} (outputs first).",
        )


@points(1)
def test_ten_logits_for_each_picture(answer):
    model = build(answer)
    shape = forward(answer, model, pictures(3)).shape
    require(
        shape == (3, 10),
        f"Three pictures gave an output of shape {shape}; expected was "
        "(3, 10), ten logits for each.",
    )


@points(1)
def test_the_parameters_of_each_layer(answer):
    check_layers(answer, build(answer))


@points(1)
def test_other_classes_and_channels(answer):
    model = build(answer, classes=7, in_channels=3)
    check_layers(answer, model, classes=7, channels=3)
    shape = forward(answer, model, pictures(2, channels=3)).shape
    require(
        shape == (2, 7),
        f"LeNet(classes=7, in_channels=3) gave {shape} for two colour "
        "pictures; expected was (2, 7).",
    )


@points(2)
def test_the_same_as_by_hand(answer):
    model = build(answer)
    check_layers(answer, model)
    x = pictures(2) * 2 - 1
    weights = [w.astype(float) for w in answer.framework.weights(model)]
    mine = forward(answer, model, x)
    if np.allclose(mine, lenet(x, weights), atol=1e-4):
        return
    for text, changed in VARIATIONS.items():
        if np.allclose(mine, lenet(x, weights, **changed), atol=1e-5):
            raise AnswerError(
                f"The logits are not LeNet's. Likely mistake: {text}"
            )
    raise AnswerError(
        "With your network's own weights, worked through by hand, other "
        "logits come out. Go through the table line by line: does forward "
        "apply each layer once and in this order, with ReLU after every "
        "layer but the last?"
    )


@points(1)
def test_the_gradient_reaches_every_layer(answer):
    model = build(answer)
    y = np.array([3, 1, 4, 1])
    answer.framework.backward(model, pictures(4), y)
    grads = answer.framework.gradients(model)
    dead = [
        name
        for name, g in zip(LAYERS, grads[::2], strict=False)
        if g is None or not np.any(g)
    ]
    require(
        not dead,
        f"No gradient arrives at the {', '.join(dead)}. Is the layer used in "
        "forward, and is the tensor passed on without leaving the graph?",
    )


@points(1)
def test_it_learns_bars_from_diagonals(answer):
    x = pictures(24) * 0.3
    y = np.arange(24) % 3
    x[y == 0, :, 12:15] += 0.7
    x[y == 1, :, :, 12:15] += 0.7
    x[y == 2] += 0.7 * np.eye(28, dtype=np.float32)
    model = build(answer, classes=3)
    losses = answer.framework.train(model, x, y, steps=60, lr=0.04)
    require(
        losses[-1] < 0.3 * losses[0],
        f"In 60 steps on 24 pictures of three kinds of bars, the loss went "
        f"from {losses[0]:.3f} only to {losses[-1]:.3f}.",
    )
