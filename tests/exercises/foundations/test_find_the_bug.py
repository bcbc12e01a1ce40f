import itertools

import numpy as np
import scipy.special

from d2lcode.grading import expect, points, require

HINTS = [
    "Print the first loss. Before any step every class has probability 1/k, "
    "so it must be log k. If it is not, look at the line that makes p.",
    "Look at three rows as the model gets them: which label stands beside "
    "which row? Then print the shapes of both gradients.",
    "Run two steps by hand: the second gradient must know nothing of the "
    "first. `+=` remembers; and the bias has one number for each class, "
    "`p.sum(axis=0)`.",
]

FAULTS = {
    "labels": "The labels still come in their old order while the rows are "
    "shuffled.",
    "axis": "Softmax still runs down the columns: each row of p must sum "
    "to 1.",
    "clear": "The gradients are still added up over the steps and never "
    "cleared.",
    "bias": "The gradient of the bias is still a single number, the sum "
    "over rows and classes.",
}


def reference(x, y, classes, epochs, size, lr, seed, faults=()):
    """Train with one-hot labels and SciPy, with the faults that are named."""
    rng, onehot = np.random.default_rng(seed), np.eye(classes)[y]
    v = np.zeros((x.shape[1] + 1, classes))
    memory, losses = np.zeros_like(v), []
    design = np.concatenate([x, np.ones((len(x), 1))], axis=1)
    for _ in range(epochs):
        order = rng.permutation(len(x))
        for start in range(0, len(x), size):
            stop = min(start + size, len(x))
            rows = order[start:stop]
            t = onehot[start:stop] if "labels" in faults else onehot[rows]
            z = design[rows] @ v
            p = scipy.special.softmax(z, axis=1)
            if "axis" in faults:
                shifted = np.exp(z - z.max(axis=1, keepdims=True))
                p = shifted / shifted.sum(axis=0)
            losses.append(-np.log((p * t).sum(axis=1)).mean())
            slope = design[rows].T @ (p - t) / len(rows)
            if "bias" in faults:
                slope[-1] = slope[-1].sum()
            memory = memory + slope if "clear" in faults else slope
            v = v - lr * memory
    return v[:-1], v[-1], losses


def mistakes(x, y, classes, *settings):
    """What comes out with the faults that a reader may have left in."""
    table = {}
    for count in (1, 2, 3, 4):
        for left in itertools.combinations(FAULTS, count):
            told = " ".join(FAULTS[name] for name in left)
            with np.errstate(all="ignore"):
                outcome = reference(x, y, classes, *settings, faults=left)
            table[told] = outcome[0]
    return table


def blobs(n, d, classes, seed=0):
    rng = np.random.default_rng(seed)
    y = rng.integers(classes, size=n)
    centres = 2 * rng.normal(size=(classes, d))
    return centres[y] + rng.normal(size=(n, d)), y


def run(answer, x, y, classes, epochs, size, lr, seed):
    """Call `train`; its outcome, in the reference's form."""
    rng = np.random.default_rng(seed)
    call = expect(answer.train, x, y, classes, epochs, size, lr, rng)
    value = call.value
    call.require(
        isinstance(value, tuple) and len(value) == 3,
        "It should return three things: w, b and the list of losses.",
    )
    return call, value


def check(answer, n, d, classes, epochs, size, lr, seed=0):
    x, y = blobs(n, d, classes, seed)
    settings = (epochs, size, lr, seed)
    call, (w, b, losses) = run(answer, x, y, classes, *settings)
    right = reference(x, y, classes, *settings)
    call.require(
        np.shape(w) == right[0].shape and np.shape(b) == right[1].shape,
        f"w and b should have the shapes {right[0].shape} and "
        f"{right[1].shape}; yours have {np.shape(w)} and {np.shape(b)}.",
    )
    same = [
        np.allclose(ours, theirs, rtol=1e-6, atol=1e-9)
        for ours, theirs in zip((w, b), right[:2], strict=True)
    ]
    left = [
        told
        for told, wrong in mistakes(x, y, classes, *settings).items()
        if np.allclose(w, wrong, rtol=1e-6, atol=1e-9, equal_nan=True)
    ]
    clue = left[0] if left and not same[0] else ""
    call.require(
        same[0], f"w is not what sound training gives. {clue}".strip()
    )
    bias = FAULTS["bias"] if np.ptp(b) < 1e-9 else ""
    call.require(
        same[1], f"b is not what sound training gives. {bias}".strip()
    )
    return call, losses, right[2]


@points(1)
def test_the_first_loss_is_log_k(answer):
    for classes in (3, 10):
        x, y = blobs(20, 2, classes)
        call, (_, _, losses) = run(answer, x, y, classes, 1, 5, 0.1, 0)
        call.require(
            len(losses) > 0 and np.isclose(losses[0], np.log(classes)),
            f"The first loss should be log {classes} = "
            f"{np.log(classes):.4f}, since all classes are equally likely "
            f"at first; yours is {losses[0] if len(losses) else 'missing'}. "
            "Look at the line that makes p.",
        )


@points(1)
def test_one_full_batch(answer):
    check(answer, n=12, d=2, classes=3, epochs=1, size=12, lr=0.3)


@points(2)
def test_several_batches(answer):
    check(answer, n=24, d=3, classes=4, epochs=1, size=8, lr=0.2, seed=1)


@points(2)
def test_several_epochs_with_a_short_last_batch(answer):
    call, losses, right = check(
        answer, n=23, d=2, classes=3, epochs=3, size=5, lr=0.1, seed=2
    )
    call.require(
        len(losses) == len(right),
        f"There should be a loss for each of the {len(right)} steps; there "
        f"are {len(losses)}.",
    )
    call.require(
        np.allclose(losses, right, rtol=1e-6),
        "w and b are right, but the losses are not: each is its own "
        "batch's, before the step.",
    )


@points(1)
def test_large_inputs_do_not_overflow(answer):
    x, y = blobs(16, 2, 2, seed=3)
    _, (w, _, _) = run(answer, x * 1000, y, 2, 2, 4, 1.0, 0)
    require(
        bool(np.isfinite(w).all()),
        "With inputs in the thousands w is no longer finite. Keep the line "
        "that subtracts the largest logit of each row.",
    )


@points(1)
def test_it_learns_and_leaves_the_data_alone(answer):
    x, y = blobs(200, 2, 3, seed=4)
    call, (w, b, _) = run(answer, x, y, 3, 20, 16, 0.2, 5)
    call.leaves_inputs()
    right = reference(x, y, 3, 20, 16, 0.2, 5)
    best = (np.argmax(x @ right[0] + right[1], axis=1) == y).mean()
    found = (np.argmax(x @ w + b, axis=1) == y).mean()
    call.require(
        found >= best - 0.02,
        f"After 20 epochs it is right on {found:.0%} of the rows it was "
        f"trained on; sound training reaches {best:.0%}.",
    )
