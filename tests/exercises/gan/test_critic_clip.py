import contextlib
import importlib

import numpy as np

from d2lcode.grading import close, expect, points, require
from d2lcode.grading.plain import bared, is_number

TRAINS = "a step of a Wasserstein critic"
HINTS = [
    "Clear the gradients, compute the loss, go back, take the step; only "
    "then clip.",
    "The critic descends on critic(fake).mean() − critic(real).mean(). Cut "
    "fake off with detach(), or the gradient runs on into the generator.",
    "In PyTorch: `with torch.no_grad(): p.clamp_(-limit, limit)` for each p "
    "of critic.parameters(); in PaddlePaddle, `p.clip_(-limit, limit)` under "
    "`paddle.no_grad()`.",
]

SIGN = (
    "the critic went the wrong way: it is to score real examples high, so it "
    "descends on mean(fake) − mean(real)."
)
BEFORE = "the weights were clipped before the step, and not after it."
NO_CLIP = "the weights were not clipped."
NO_BIASES = "the biases were not clipped."
GRADIENTS = "the gradients were clipped; it is the weights that are."
NO_STEP = "the optimizer took no step."
ADDED = "gradients of before were added. Clear them first."
LOGARITHMS = (
    "this is a discriminator's step, with logarithms. A critic has none: its "
    "loss is a difference of means."
)
ONE_SIDED = "only from above; weights below −limit are clipped, too."
SCALED = "the weights were scaled; each is to be clipped by itself."
TWICE = "the optimizer took more than one step."
OF_LOSS = "you returned the loss; the estimate is its negative."
AFTER = "you returned the estimate after the step; take it before."


class Descent:
    """Gradient descent as an optimizer of either framework is used."""

    def __init__(self, answer, model, lr):
        self.lr, self.lib = lr, importlib.import_module(answer.backend)
        self.parameters = list(model.parameters())

    def step(self, closure=None):
        with self.lib.no_grad():
            for p in self.parameters:
                if p.grad is not None:
                    put(p, p.detach() - self.lr * p.grad)

    def zero_grad(self, set_to_none=True):
        for p in self.parameters:
            if hasattr(p, "clear_gradient"):
                p.clear_gradient()
            else:
                p.grad = None

    clear_grad = clear_gradients = zero_grad


def put(parameter, values):
    """Give a parameter other values, in either framework."""
    if hasattr(parameter, "set_value"):
        parameter.set_value(values)
    else:
        parameter.data.copy_(values)


class Case:
    """A critic with one hidden layer, and what it is to score.

    The weights are arrays as in the formula: (d, h), (h,), (h, 1), (1,).
    """

    def __init__(self, seed, n=6, m=4, d=3, h=5, lr=0.5, limit=0.3):
        rng = np.random.default_rng(seed)
        self.lr, self.limit, self.sizes = lr, limit, (d, h)
        self.real = rng.normal(1, 1, (n, d)).astype("f4")
        self.fake = rng.normal(-1, 1, (m, d)).astype("f4")
        shapes = (d, h), (h,), (h, 1), (1,)
        self.weights = [
            (rng.normal(0, 0.4, s)).astype("f4").astype(float) for s in shapes
        ]
        self.left = [rng.normal(size=s).astype("f4") for s in shapes]

    def build(self, answer, left=False):
        """The critic, with gradients of before if they are asked for."""
        nn = importlib.import_module(answer.backend).nn
        d, h = self.sizes
        critic = nn.Sequential(nn.Linear(d, h), nn.ReLU(), nn.Linear(h, 1))
        tensor = answer.framework.tensor
        for p, w, g in zip(
            critic.parameters(), self.weights, self.left, strict=True
        ):
            put(p, tensor(laid(answer, w)))
            if left:
                p.grad = tensor(laid(answer, g).copy())
        return critic

    def estimate(self, weights=None):
        weights = weights or self.weights
        real, fake = (scores(x, weights) for x in (self.real, self.fake))
        return float(real.mean() - fake.mean())

    def gradients(self, logarithms=False):
        """The slopes of the loss, for each weight."""
        real, fake = (scores(x, self.weights) for x in (self.real, self.fake))
        up, down = -np.ones_like(real), np.ones_like(fake)
        if logarithms:
            up, down = -1 / (1 + np.exp(real)), 1 / (1 + np.exp(-fake))
        parts = [
            back(x, self.weights, slope / len(x))
            for x, slope in ((self.real, up), (self.fake, down))
        ]
        return [a + b for a, b in zip(*parts, strict=True)]

    def stepped(self, gradients, times=1):
        return [
            w - times * self.lr * g
            for w, g in zip(self.weights, gradients, strict=True)
        ]

    def clipped(self, weights):
        return [np.clip(w, -self.limit, self.limit) for w in weights]

    def truth(self):
        return self.clipped(self.stepped(self.gradients()))

    def slips(self, left=False):
        """What each mistake would leave as the weights."""
        g = self.gradients()
        moved, limit = self.stepped(g), self.limit
        before = [
            np.clip(w, -limit, limit) - self.lr * s
            for w, s in zip(self.weights, g, strict=True)
        ]
        size = max(np.abs(w).max() for w in moved)
        sums = [a + b for a, b in zip(g, self.left, strict=True)]
        found = {
            SIGN: self.clipped(self.stepped(g, -1)),
            BEFORE: before,
            NO_CLIP: moved,
            NO_BIASES: [
                w if w.ndim == 1 else np.clip(w, -limit, limit) for w in moved
            ],
            GRADIENTS: self.stepped(self.clipped(g)),
            NO_STEP: self.clipped(self.weights),
            LOGARITHMS: self.clipped(self.stepped(self.gradients(True))),
            ONE_SIDED: [np.minimum(w, limit) for w in moved],
            SCALED: [w * min(1, limit / size) for w in moved],
            TWICE: self.clipped(self.stepped(g, 2)),
        }
        added = {ADDED: self.clipped(self.stepped(sums))}
        return found | added if left else found


def laid(answer, array):
    """The array as the framework lays a weight."""
    turn = answer.backend == "torch" and array.ndim == 2
    return np.ascontiguousarray(array.T if turn else array, dtype="f4")


def scores(x, weights):
    w, b, v, c = weights
    return np.maximum(x @ w + b, 0) @ v + c


def back(x, weights, slope):
    """The slopes for each weight, from those for the scores (n, 1)."""
    w, b, v = weights[:3]
    inner = x @ w + b
    hidden, held = np.maximum(inner, 0), slope @ v.T * (inner > 0)
    return [x.T @ held, held.sum(0), hidden.T @ slope, slope.sum(0)]


def alike(ours, theirs):
    return all(
        np.allclose(a, b, atol=2e-5) for a, b in zip(ours, theirs, strict=True)
    )


def weights_of(answer, critic):
    """The weights as in the formula."""
    return [
        w.T if w.ndim == 2 else w for w in answer.framework.weights(critic)
    ]


def call_on(answer, case, critic, **options):
    tensor = answer.framework.tensor
    return expect(
        answer.critic_step,
        critic,
        Descent(answer, critic, case.lr),
        tensor(case.real),
        tensor(case.fake),
        **options or {"limit": case.limit},
    )


def outcome(answer, case, left):
    """The weights that a further case ends with; [] if it fails."""
    with contextlib.suppress(Exception):
        critic = case.build(answer, left)
        call_on(answer, case, critic)
        return weights_of(answer, critic)
    return [np.full_like(w, np.nan) for w in case.weights]


def check_weights(answer, case, call, critic, left=False):
    found, right = weights_of(answer, critic), case.truth()
    if alike(found, right):
        return
    texts = {t for t, w in case.slips(left).items() if alike(found, w)}
    for other in (Case(70, d=2, h=3, limit=0.2), Case(71, lr=0.2)):
        came = outcome(answer, other, left)
        slips = other.slips(left)
        texts = {t for t in texts if alike(came, slips[t])}
    off = max(
        float(np.abs(a - b).max()) for a, b in zip(found, right, strict=True)
    )
    likely = f" Likely mistake: {texts.pop()}" if len(texts) == 1 else ""
    reach = max(float(np.abs(w).max()) for w in found)
    call.require(
        False,
        f"Afterwards the critic's weights are not what one step and the clip "
        f"at {case.limit} leave: the worst is {off:.3g} off, the largest is "
        f"{reach:.3g}.{likely}",
    )


def check_value(case, call, after):
    value, right = bared(call.value), case.estimate()
    call.require(
        is_number(value),
        f"It returned {type(call.value).__name__}; expected was the estimate "
        "as a number: float(…), or .item().",
    )
    slips = {-right: OF_LOSS, after: AFTER, -after: AFTER}
    said = [text for v, text in slips.items() if close(value, v, 1e-4, 1e-5)]
    call.require(
        close(value, right, 1e-4, 1e-5),
        f"It returned {value:.6g}; expected was {right:.6g}, the mean score "
        "of the real examples less that of the generated ones."
        + (f" Likely mistake: {said[0]}" if said else ""),
    )


def check(answer, case, left=False, **options):
    critic = case.build(answer, left)
    call = call_on(answer, case, critic, **options)
    call.require(
        all(np.isfinite(w).all() for w in weights_of(answer, critic)),
        "Afterwards the critic has weights that are not numbers.",
    )
    check_weights(answer, case, call, critic, left)
    after = case.estimate(case.truth())
    check_value(case, call, after)
    call.leaves_inputs()
    return critic


@points(2)
def test_one_step_and_the_clip(answer):
    check(answer, Case(0))


@points(1)
def test_other_limits_and_rates(answer):
    check(answer, Case(1, limit=0.05, lr=0.1))
    check(answer, Case(2, limit=0.9, lr=2.0))
    check(answer, Case(3, limit=0.01), limit=0.01)
    check(answer, Case(4, limit=100.0, lr=0.01))


@points(1)
def test_unlike_numbers_of_real_and_generated(answer):
    check(answer, Case(5, n=1, m=9))
    check(answer, Case(6, n=500, m=7, d=2, h=16))


@points(2)
def test_gradients_of_before_are_forgotten(answer):
    """The generator's step has left some in the critic."""
    check(answer, Case(7), left=True)
    check(answer, Case(8, d=4), left=True)


@points(2)
def test_nothing_reaches_the_generator(answer):
    case = Case(9, d=2)
    nn = importlib.import_module(answer.backend).nn
    answer.framework.set_seed(0)
    generator = nn.Linear(4, 2)
    before = answer.framework.weights(generator)
    z = np.random.default_rng(1).normal(size=(4, 4)).astype("f4")
    fake = generator(answer.framework.tensor(z))
    case.fake = answer.framework.array(fake)
    critic = case.build(answer)
    call = expect(
        answer.critic_step,
        critic,
        Descent(answer, critic, case.lr),
        answer.framework.tensor(case.real),
        fake,
        case.limit,
    )
    check_weights(answer, case, call, critic)
    arrived = answer.framework.gradients(generator)
    require(
        trained(fake),
        "Afterwards `fake` itself is cut off from its generator, which could "
        "no longer be trained by it. Cut off a new tensor: fake.detach().",
    )
    require(
        not any(g is not None and np.any(g) for g in arrived),
        "After the critic's step, the generator that made `fake` holds "
        "gradients, and the next step of its optimizer would use them. Cut "
        "fake off: fake.detach().",
    )
    after = answer.framework.weights(generator)
    require(
        all(np.array_equal(a, b) for a, b in zip(before, after, strict=True)),
        "The generator's own weights have changed. Only the critic's may.",
    )


def convolving(answer):
    """A critic of pictures, with a parameter and a buffer to spare."""
    nn = importlib.import_module(answer.backend).nn
    tensor, torch = answer.framework.tensor, answer.backend == "torch"
    conv = (nn.Conv2d if torch else nn.Conv2D)(1, 2, 3)
    inner = nn.Sequential(conv, nn.ReLU(), nn.Flatten())
    critic = nn.Sequential(inner, nn.Linear(8, 1))
    answer.framework.set_weights(
        critic,
        [
            np.random.default_rng(k).normal(0, 0.4, w.shape).astype("f4")
            for k, w in enumerate(answer.framework.weights(critic))
        ],
    )
    critic.register_buffer("seen", tensor(np.full(2, 7.0, "f4")))
    apart = np.array([0.1, -3.0, 5.0], "f4")
    if torch:
        critic.register_parameter("apart", nn.Parameter(tensor(apart)))
    else:
        critic.add_parameter("apart", critic.create_parameter([3]))
        critic.apart.set_value(apart)
    return critic


@points(1)
def test_every_parameter_and_nothing_else(answer):
    """Of any layer, also one that had no part in the scores."""
    answer.framework.set_seed(0)
    critic, tensor = convolving(answer), answer.framework.tensor
    rng = np.random.default_rng(3)
    real, fake = (rng.normal(k, 1, (4 + k, 1, 4, 4)) for k in (1, 0))
    real, fake = (tensor(v.astype("f4")) for v in (real, fake))
    gap = critic(real).mean() - critic(fake).mean()
    optimizer = Descent(answer, critic, 0.5)
    call = expect(answer.critic_step, critic, optimizer, real, fake, 0.2)
    check_number(call, float(answer.framework.array(gap)))
    for name, p in critic.named_parameters():
        reach = float(np.abs(answer.framework.array(p)).max())
        call.require(
            reach <= 0.2000001,
            f"Afterwards the parameter {name!r} of the critic reaches "
            f"{reach:.3g}; all are brought into the range, of any layer, and "
            "without a gradient, too.",
        )
    for what, right in (("apart", [0.1, -0.2, 0.2]), ("seen", [7.0, 7.0])):
        found = answer.framework.array(getattr(critic, what))
        call.require(
            bool(np.allclose(found, right)),
            f"Afterwards {what!r} is {found}; expected was {right}. What is "
            "no parameter stays, and parameters keep what is in the range.",
        )


def check_number(call, right):
    value = bared(call.value)
    call.require(
        is_number(value) and close(value, right, 1e-4, 1e-5),
        f"It returned {value!r}; expected was {right:.6g}.",
    )


@points(2)
def test_steps_follow_each_other(answer):
    """The critic stays one that can be trained, and drifts up."""
    case = Case(10, n=40, m=30, lr=0.05, limit=0.4)
    critic = case.build(answer)
    optimizer = Descent(answer, critic, case.lr)
    tensor = answer.framework.tensor
    estimates = []
    for step in range(12):
        mine = list(critic.parameters())
        call = expect(
            answer.critic_step,
            critic,
            optimizer,
            tensor(case.real),
            tensor(case.fake),
            limit=case.limit,
        )
        call.require(
            all(a is b for a, b in zip(mine, critic.parameters(), strict=True))
            and all(trained(p) for p in critic.parameters()),
            "Afterwards the critic has other parameters than before, or some "
            "that are not trained any more. Clip them in place, under "
            "no_grad().",
        )
        right = case.truth()
        found = weights_of(answer, critic)
        call.require(
            alike(found, right),
            f"After step {step + 1} in a row, the weights are not what that "
            "many steps and clips leave.",
        )
        estimates.append(float(call.value))
        case.weights = [w.astype(float) for w in found]
    require(
        estimates[-1] > estimates[0] + 0.1,
        "In 12 steps the estimate should rise; it went from "
        f"{estimates[0]:.3f} to {estimates[-1]:.3f}.",
    )


def trained(parameter):
    if hasattr(parameter, "requires_grad"):
        return parameter.requires_grad
    return not parameter.stop_gradient


@points(1)
def test_the_limit_of_the_paper_by_default(answer):
    critic = check_default(answer)
    reach = max(np.abs(w).max() for w in weights_of(answer, critic))
    require(
        reach <= 0.0100001,
        f"Without a limit, it is 0.01; the largest weight is {reach:.3g}.",
    )


def check_default(answer):
    case = Case(11, limit=0.01)
    critic = case.build(answer)
    call = expect(
        answer.critic_step,
        critic,
        Descent(answer, critic, case.lr),
        answer.framework.tensor(case.real),
        answer.framework.tensor(case.fake),
    )
    check_weights(answer, case, call, critic)
    return critic
