import contextlib

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import expect, points, require

TRAINS = "the losses of both networks of a GAN"
HINTS = [
    "With D = σ(z), −log D(x) is log(1 + exp(−z)), which both frameworks "
    "have as `softplus`: it neither overflows nor rounds to nothing.",
    "−log(1 − D(x)) is log(1 + exp(z)): the same function, of z itself.",
    "With smoothing, a real example costs (1 − s) · softplus(−z) + "
    "s · softplus(z). Take the mean of the real ones, and add that of the "
    "generated.",
]

SUMMED = "you summed over the examples; take the mean of each kind."
HALVED = "you halved the sum of the two means."
POOLED = (
    "you took one mean over all examples together. Take the mean of the real "
    "ones and that of the generated ones, and add them up."
)
TURNED = "the labels are exchanged: D is to be near 1 for the real ones."
IGNORED = "smooth is not used."
BOTH_SIDES = "the generated examples are smoothed, too; only real ones are."
TOO_FAR = "the target of the real ones is 1 − smooth, not 1 − 2 · smooth."
SIGMOID = (
    "a sigmoid was applied twice. What you are given are logits; take the "
    "sigmoid once."
)
KINDS = (
    "the two kinds are exchanged: the non-saturating loss is −log D, the "
    "saturating one log(1 − D)."
)
ALWAYS = "saturating is not used."
SIGN = (
    "the sign of the saturating loss is turned: the generator descends, and "
    "wants log(1 − D) low."
)
PLUS_SIGN = "the sign is turned: the generator wants D high."


def plus(z):
    """log(1 + exp(z)), without overflow."""
    return np.logaddexp(0, z)


def smoothed(real, s):
    return (1 - s) * plus(-real) + s * plus(real)


def squeezed(z):
    return np.exp(-plus(-z))


def of_discriminator(real, fake, smooth=0.0):
    return smoothed(real, smooth).mean() + plus(fake).mean()


def of_generator(fake, saturating=False):
    return -plus(fake).mean() if saturating else plus(-fake).mean()


def slips_discriminator(real, fake, smooth=0.0):
    first, second = smoothed(real, smooth), plus(fake)
    both = np.concatenate([first.ravel(), second.ravel()])
    return {
        SUMMED: first.sum() + second.sum(),
        HALVED: (first.mean() + second.mean()) / 2,
        POOLED: both.mean(),
        TURNED: smoothed(-real, smooth).mean() + plus(-fake).mean(),
        IGNORED: plus(-real).mean() + second.mean(),
        BOTH_SIDES: first.mean() + smoothed(-fake, smooth).mean(),
        TOO_FAR: smoothed(real, 2 * smooth).mean() + second.mean(),
        SIGMOID: smoothed(squeezed(real), smooth).mean()
        + plus(squeezed(fake)).mean(),
    }


def slips_generator(fake, saturating=False):
    right = plus(fake) if saturating else plus(-fake)
    sign = -1 if saturating else 1
    found = {
        SUMMED: sign * right.sum(),
        KINDS: of_generator(fake, not saturating),
        SIGMOID: of_generator(squeezed(fake), saturating),
    }
    if saturating:
        return found | {SIGN: plus(fake).mean()}
    return found | {PLUS_SIGN: -right.mean()}


PLAYERS = {
    "discriminator_loss": (of_discriminator, slips_discriminator),
    "generator_loss": (of_generator, slips_generator),
}
BOARDS = {
    "discriminator_loss": [
        (np.array([[0.7], [-2.0], [1.1]]), np.array([[0.4], [3.0]]), 0.2),
        (np.array([[-1.7], [0.3]]), np.array([[-0.6], [1.9], [-3.1]]), 0.15),
    ],
    "generator_loss": [
        (np.array([[0.7], [-2.0], [1.1]]), True),
        (np.array([[-1.7], [0.3]]), False),
    ],
}


def followed(answer, values):
    """A tensor whose gradient is wanted."""
    tensor = answer.framework.tensor(np.array(values))
    if answer.backend == "torch":
        return tensor.requires_grad_()
    tensor.stop_gradient = False
    return tensor


def given_to(answer, args):
    return [
        followed(answer, a) if isinstance(a, np.ndarray) else a for a in args
    ]


def outcome(answer, name, args):
    """What comes of further arguments; nan where nothing does."""
    with contextlib.suppress(Exception):
        value = getattr(answer, name)(*given_to(answer, single(args)))
        return float(answer.framework.array(value))
    return np.nan


def single(args):
    return [a.astype("f4") if isinstance(a, np.ndarray) else a for a in args]


def near(a, b):
    return bool(np.isclose(a, b, rtol=1e-5, atol=1e-6))


def likely(answer, name, args, found):
    """The mistake that explains this outcome and those of the boards."""
    truth, slips = PLAYERS[name]
    texts = {t for t, v in slips(*args).items() if near(v, found)}
    for board in BOARDS[name]:
        came, right = outcome(answer, name, board), truth(*board)
        texts = {
            t
            for t in texts
            if near(slips(*board).get(t, right), came)
            or (near(slips(*board).get(t, right), right))
        }
    if not texts and name == "generator_loss" and alike(answer, args):
        texts = {ALWAYS}
    if not texts and np.abs(args[0]).max() > 1000:
        return "\nAre large logits clipped? They are to be taken as they are."
    return f"\nLikely mistake: {texts.pop()}" if len(texts) == 1 else ""


def alike(answer, args):
    """Whether both kinds of the generator's loss come out the same."""
    pair = [outcome(answer, "generator_loss", (args[0], k)) for k in (0, 1)]
    return near(*pair)


def check(answer, name, *args, call=None):
    """Compare a loss with the truth; give its tensors with gradients."""
    call = call or expect(getattr(answer, name), *given_to(answer, args))
    value, framework = call.value, answer.framework
    call.require(
        isinstance(value, framework.TENSOR),
        f"It returned {type(value).__name__}; expected was a tensor, for "
        "the loss is to be descended on. Does every path end in a return?",
    )
    found = framework.array(value)
    call.require(
        found.shape == (),
        f"It returned the shape {found.shape}; expected was one number, of "
        "shape ().",
    )
    kind = next(a.dtype for a in args if isinstance(a, np.ndarray))
    call.require(
        found.dtype == kind,
        f"It returned {found.dtype}; expected was {kind}, as the logits are.",
    )
    right = PLAYERS[name][0](*args)
    call.require(
        bool(np.isfinite(found)),
        f"It returned {found}; expected was {right:.6g}. A logarithm of 0, "
        "or a power too large to hold: compute with the logits themselves.",
    )
    call.require(
        near(found, right),
        f"It returned {found:.6g}; expected was {right:.6g}."
        + likely(answer, name, args, float(found)),
    )
    call.leaves_inputs()
    return call


def check_gradients(answer, name, args, rights):
    """Compare the gradients for the logits with what they have to be."""
    call = check(answer, name, *args)
    answer.framework.go_back(call.value)
    tensors = [v for v in call.args if isinstance(v, answer.framework.TENSOR)]
    for what, t, right in zip(call.arguments, tensors, rights, strict=False):
        call.require(
            t.grad is not None,
            f"No gradient arrives at {what}. Does the loss leave the graph "
            "(by NumPy, item, detach or no_grad)?",
        )
        grad = answer.framework.array(t.grad)
        call.require(
            np.isfinite(grad).all()
            and np.allclose(grad, right, rtol=1e-4, atol=1e-7),
            f"The gradient for {what} begins with "
            f"{grad.ravel()[:3]}; expected was {right.ravel()[:3]}. Is a "
            "part of it detached, or clipped?",
        )


def logits(n, seed, size=3.0, dtype="f4"):
    rng = np.random.default_rng(seed)
    return (rng.normal(0.5, size, (n, 1))).astype(dtype)


@points(1)
def test_the_discriminators_loss(answer):
    check(answer, "discriminator_loss", logits(5, 0), logits(5, 1))
    check(answer, "discriminator_loss", logits(5, 0), logits(5, 1), 0.0)


@points(1)
def test_unlike_numbers_of_real_and_generated(answer):
    check(answer, "discriminator_loss", logits(7, 2), logits(3, 3))


@points(2)
def test_smoothed_labels(answer):
    check(answer, "discriminator_loss", logits(7, 4), logits(3, 5), 0.1)
    check(answer, "discriminator_loss", logits(2, 4), logits(9, 5), 0.25)
    real, fake = given_to(answer, (logits(6, 6), logits(5, 7)))
    call = expect(answer.discriminator_loss, real, fake, smooth=0.3)
    check(
        answer,
        "discriminator_loss",
        logits(6, 6),
        logits(5, 7),
        0.3,
        call=call,
    )


@points(1)
def test_the_generators_loss(answer):
    check(answer, "generator_loss", logits(6, 8))
    check(answer, "generator_loss", logits(1, 9), False)


@points(1)
def test_the_saturating_loss(answer):
    check(answer, "generator_loss", logits(6, 10), True)
    (fake,) = given_to(answer, (logits(4, 11),))
    call = expect(answer.generator_loss, fake, saturating=True)
    check(answer, "generator_loss", logits(4, 11), True, call=call)


@points(1)
def test_the_gradients(answer):
    real, fake = logits(5, 12), logits(8, 13)
    up, down = squeezed(real), squeezed(fake)
    for s in (0.0, 0.2):
        check_gradients(
            answer,
            "discriminator_loss",
            (real, fake, s),
            [(up - (1 - s)) / 5, down / 8],
        )
    check_gradients(answer, "generator_loss", (fake,), [(down - 1) / 8])
    check_gradients(answer, "generator_loss", (fake, True), [-down / 8])


@points(2)
def test_a_discriminator_that_is_sure(answer):
    """Logits of thousands: neither losses nor gradients are lost."""
    real = np.array([[3000.0], [-2000.0], [40.0]], "f4")
    fake = np.array([[-5000.0], [-60.0]], "f4")
    up, down = squeezed(real), squeezed(fake)
    check_gradients(
        answer,
        "discriminator_loss",
        (real, -fake, 0.1),
        [(up - 0.9) / 3, squeezed(-fake) / 2],
    )
    check_gradients(answer, "generator_loss", (fake,), [(down - 1) / 2])
    check_gradients(answer, "generator_loss", (-fake, True), [(down - 1) / 2])


@points(1)
def test_any_shape_and_double_precision(answer):
    for shape in ((12,), (3, 4), (2, 3, 2), (1, 12)):
        real, fake = (logits(12, k).reshape(shape) for k in (14, 15))
        check(answer, "discriminator_loss", real, fake, 0.1)
        check(answer, "generator_loss", fake)
    one = logits(1, 20).reshape(())
    check(answer, "discriminator_loss", one, logits(5, 21))
    check(answer, "generator_loss", one)
    plain_and_turned(answer)
    real, fake = (logits(9, k, dtype="f8") for k in (16, 17))
    check(answer, "discriminator_loss", real, fake[:4], 0.1)
    check(answer, "generator_loss", fake, True)
    real, fake = (logits(20_000, k) for k in (18, 19))
    check(answer, "discriminator_loss", real, fake[:7000], 0.05)


def plain_and_turned(answer):
    """Logits that nobody follows, and that lie column by column."""
    args = logits(12, 22).reshape(3, 4), logits(10, 23).reshape(2, 5)
    turned = [answer.framework.tensor(v).T for v in args]
    straight = [v.T for v in args]
    call = expect(answer.discriminator_loss, *turned, 0.2)
    check(answer, "discriminator_loss", *straight, 0.2, call=call)
    for saturating in (False, True):
        call = expect(answer.generator_loss, turned[1], saturating)
        check(answer, "generator_loss", straight[1], saturating, call=call)


@points(1)
@given(
    st.integers(1, 9),
    st.integers(1, 9),
    st.floats(0, 0.5),
    st.booleans(),
    st.integers(0, 999),
)
def test_any_logits(answer, n, m, smooth, saturating, seed):
    check(
        answer, "discriminator_loss", logits(n, seed), logits(m, seed), smooth
    )
    check(answer, "generator_loss", logits(m, seed + 1), saturating)


@points(1)
def test_the_generators_loss_moves_a_generator(answer):
    """A few steps, through a fixed discriminator that is nearly sure."""
    z = followed(answer, np.zeros((4, 1), "f4"))
    start = 8.0
    loss = expect(answer.generator_loss, z - start).value
    answer.framework.go_back(loss)
    require(
        z.grad is not None,
        "No gradient arrives at what the logits were computed from.",
    )
    pull = -float(answer.framework.array(z.grad).mean()) * 4
    require(
        pull > 0.99,
        "A discriminator gives generated examples logits of −8, and your "
        f"generator_loss pulls them up with only {pull:.2g}; the "
        "non-saturating loss pulls with nearly 1.",
    )
