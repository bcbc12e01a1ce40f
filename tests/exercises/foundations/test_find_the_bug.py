import itertools

import numpy as np
import scipy.special

from d2lcode.grading import expect, points, require
from d2lcode.grading.checks import RaisedError
from d2lcode.grading.wording import indent, show

TRAINS = "debugging a training run"
HINTS = [
    "Print the first loss. Before any step every class has probability 1/k, "
    "so it must be log k. If it is not, what does each row of p sum to?",
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
MISTAKES = {
    "size": "The last batch of an epoch is shorter: divide by the rows that "
    "it has, and not by size.",
    "n": "The gradient is the mean over the batch: divide by its rows, and "
    "not by n.",
    "sum": "The gradient is the mean over the batch: divide by its rows.",
    "rest": "The short rest of the rows is left out.",
    "still": "The rows come in their old order; each epoch deals them in an "
    "order of its own.",
    "once": "All epochs deal the rows in one order; each draws its own.",
    "onehot": "Of p, 1 has to be taken off at each row's label.",
    "columns": "p[:, label] takes 1 off in every row; each row has one label.",
    "sign": "The step goes uphill: look at its sign.",
}
LOSSES = {
    "every class": " Yours are means over all classes; of each row, only the "
    "probability of its own label counts.",
    "summed": " Yours are sums over the batch; take the mean.",
    "share": " Yours are means of 1 − p; the loss is −log p.",
}


def reference(x, y, classes, epochs, size, lr, seed, faults=()):
    """Train with one-hot labels and SciPy, with the faults that are named."""
    onehot = np.eye(classes)[y]
    v = np.zeros((x.shape[1] + 1, classes))
    memory, losses = np.zeros_like(v), []
    design = np.concatenate([x, np.ones((len(x), 1))], axis=1)
    for start, rows in batches(len(x), epochs, size, seed, faults):
        beside = np.arange(start, start + len(rows))
        t = onehot[beside if "labels" in faults else rows]
        z = design[rows] @ v
        p = scipy.special.softmax(z, axis=1)
        if "axis" in faults:
            shifted = np.exp(z - z.max(axis=1, keepdims=True))
            p = shifted / shifted.sum(axis=0)
        losses.append(loss(p, t, faults))
        slope = gradient(design[rows], p, t, faults)
        slope /= {"size": size, "n": len(x), "sum": 1}.get(
            next(iter(faults), ""), len(rows)
        )
        memory = memory + slope if "clear" in faults else slope
        v = v + lr * memory if "sign" in faults else v - lr * memory
    return v[:-1], v[-1], losses


def loss(p, t, faults):
    """The mean cross-entropy of a batch, or what is taken for it."""
    if "every class" in faults:
        return -np.log(p).mean()
    own = -np.log((p * t).sum(axis=1))
    if "summed" in faults:
        return own.sum()
    return (1 - np.exp(-own)).mean() if "share" in faults else own.mean()


def batches(n, epochs, size, seed, faults):
    """Deal the rows: where each batch begins, and which they are."""
    rng, order = np.random.default_rng(seed), np.arange(n)
    for epoch in range(epochs):
        if "still" not in faults and not (epoch and "once" in faults):
            order = rng.permutation(n)
        for start in range(0, n, size):
            rows = order[start : start + size]
            if len(rows) == size or "rest" not in faults:
                yield start, rows


def gradient(design, p, t, faults):
    """The slopes of weights and bias, added up over the rows."""
    if "onehot" in faults:
        t = np.zeros_like(t)
    if "columns" in faults:
        t = np.ones_like(t) * t.max(axis=0)
    slope = design.T @ (p - t)
    if "bias" in faults:
        slope[-1] = slope[-1].sum()
    return slope


def diagnosis(answer):
    """Say what is still wrong, if it is something known.

    Of the four faults only the last one left is named: the others are the
    reader's to find.
    """
    settings = (*blobs(23, 2, 3, seed=2), 3, 3, 5, 0.1, 2)
    try:
        rng = np.random.default_rng(2)
        w, b, _ = expect(answer.train, *settings[:-1], rng).value
    except (RaisedError, ValueError, TypeError):
        return ""
    combined = [
        left
        for count in (1, 2, 3, 4)
        for left in itertools.combinations(FAULTS, count)
    ]
    for left in [*combined, *((name,) for name in MISTAKES)]:
        if close((w, b), reference(*settings, faults=left)):
            if len(left) == 1:
                return (FAULTS | MISTAKES)[left[0]]
            return (
                f"{len(left)} of the 4 faults are still in it. Put the "
                "page's questions to it, the cheapest first."
            )
    return ""


def close(ours, theirs):
    """Tell whether weights and bias agree; the losses do not matter."""
    return all(
        np.shape(a) == np.shape(b) and np.allclose(a, b, rtol=1e-4, atol=1e-5)
        for a, b in zip(ours, theirs, strict=False)
    )


def blobs(n, d, classes, seed=0):
    rng = np.random.default_rng(seed)
    y = rng.integers(classes, size=n)
    centres = 2 * rng.normal(size=(classes, d))
    return centres[y] + rng.normal(size=(n, d)), y


def run(answer, x, y, classes, epochs, size, lr, seed):
    """Call `train`, and check the form of what comes back."""
    rng = np.random.default_rng(seed)
    call = expect(answer.train, x, y, classes, epochs, size, lr, rng)
    value = call.value
    call.require(
        isinstance(value, tuple | list) and len(value) == 3,
        "It should return three things: w, b and the list of losses.",
    )
    w, b, losses = value
    shapes = (x.shape[1], classes), (classes,)
    call.require(
        (np.shape(w), np.shape(b)) == shapes,
        f"w and b should have the shapes {shapes[0]} and {shapes[1]}; yours "
        f"have {np.shape(w)} and {np.shape(b)}.",
    )
    untouched = np.random.default_rng(seed).bit_generator.state
    call.require(
        len(x) == 1 or rng.bit_generator.state != untouched,
        "rng was not used. Each epoch draws its order from it: "
        "rng.permutation(n).",
    )
    steps = epochs * -(-len(x) // size)
    call.require(
        isinstance(losses, list | tuple | np.ndarray)
        and all(np.ndim(loss) == 0 for loss in losses),
        "The third should be the list of losses, one number for each of the "
        f"{steps} steps.",
    )
    return call, value, steps


def check(answer, n, d, classes, epochs, size, lr, seed=0, **form):
    x, y = blobs(n, d, classes, seed)
    compare(answer, formed(x, y, **form), classes, epochs, size, lr, seed)


def formed(x, y, scale=1, order="C", dtype=np.int64):
    return np.asarray(scale * x, order=order), y.astype(dtype)


def compare(answer, data, classes, *settings):
    """Hold w, b and the losses to the reference's."""
    call, (w, b, losses), steps = run(answer, *data, classes, *settings)
    x, y = data[0], data[1].astype(int)
    right = reference(x, y, classes, *settings)
    for name, ours, theirs in (("w", w, right[0]), ("b", b, right[1])):
        if not close([ours], [theirs]):
            clue = diagnosis(answer) or first_difference(losses, right[2])
            call.fail(
                f"{name} is not what sound training gives. It returned\n"
                f"{indent(show(np.asarray(ours)))}\nbut expected was\n"
                f"{indent(show(theirs))}\n{clue}".rstrip()
            )
    count_the_losses(call, losses, steps)
    clues = [
        LOSSES[name]
        for name in LOSSES
        if np.allclose(
            losses, reference(x, y, classes, *settings, (name,))[2], rtol=1e-4
        )
    ]
    where = "" if clues else " " + first_difference(losses, right[2])
    call.require(
        np.allclose(losses, right[2], rtol=1e-4, atol=1e-5),
        "w and b are right, but the losses are not: each is the mean of "
        "−log p of each row's own label, over the rows of its own batch, "
        f"before the step.{''.join(clues[:1]) or where}",
    )
    call.leaves_inputs(["rng", 6])


def first_difference(losses, right):
    """Say up to which step a run was sound, as far as its losses tell."""
    if np.shape(losses) != np.shape(right):
        return ""
    off = ~np.isclose(losses, right, rtol=1e-4, atol=1e-5)
    if not off.any():
        return ""
    at = int(np.argmax(off))
    said = f"{losses[at]:.5g} and not {right[at]:.5g}"
    if at == 0:
        return f"Already the first loss is wrong, {said}."
    return (
        f"Of the losses the first {at} are right, and the next is {said}: "
        f"print w and b after step {at}, of {len(right)}."
    )


def count_the_losses(call, losses, steps):
    call.require(
        len(losses) == steps,
        f"There should be a loss for each of the {steps} steps; there are "
        f"{len(losses)}.",
    )


@points(1)
def test_the_first_loss_is_log_k(answer):
    for classes in (3, 10):
        x, y = blobs(20, 2, classes)
        settings = (classes, 1, 5, 0.1, 0)
        call, (_, _, losses), steps = run(answer, x, y, *settings)
        count_the_losses(call, losses, steps)
        clues = {
            np.log(5): "Look at the line that makes p.",
            5 * np.log(classes): "That is the batch's sum; take its mean.",
            after_the_step(x, y, *settings): "That is the loss after the "
            "step; take it before.",
        }
        clue = [clues[loss] for loss in clues if np.isclose(losses[0], loss)]
        call.require(
            np.isclose(losses[0], np.log(classes), rtol=1e-4),
            f"The first loss should be log {classes} = "
            f"{np.log(classes):.4f}, since all classes are equally likely "
            f"at first; yours is {losses[0]:.4f}. {''.join(clue[:1])}".strip(),
        )


def after_the_step(x, y, classes, epochs, size, lr, seed):
    """The first batch's loss, once it has been learnt from."""
    rows = np.random.default_rng(seed).permutation(len(x))[:size]
    w, b, _ = reference(x[rows], y[rows], classes, 1, size, lr, seed)
    right = scipy.special.log_softmax(x[rows] @ w + b, axis=1)
    return -right[np.arange(size), y[rows]].mean()


@points(1)
def test_one_full_batch(answer):
    check(answer, n=12, d=2, classes=3, epochs=1, size=12, lr=0.3)


@points(2)
def test_several_batches(answer):
    check(answer, n=24, d=3, classes=4, epochs=1, size=8, lr=0.2, seed=1)


@points(2)
def test_several_epochs_with_a_short_last_batch(answer):
    check(answer, n=23, d=2, classes=3, epochs=3, size=5, lr=0.1, seed=2)


@points(1)
def test_one_row_one_batch_and_a_class_that_never_comes(answer):
    check(answer, n=1, d=2, classes=3, epochs=2, size=1, lr=0.5, seed=3)
    check(answer, n=9, d=3, classes=2, epochs=3, size=50, lr=0.5, order="F")
    check(answer, 7, 1, 12, epochs=2, size=2, lr=0.3, dtype=np.uint8)


@points(1)
def test_large_losses_are_told_as_they_are(answer):
    check(answer, n=18, d=2, classes=3, epochs=2, size=4, lr=0.3, scale=12)


@points(1)
def test_large_inputs_do_not_overflow(answer):
    x, y = blobs(16, 2, 2, seed=3)
    _, (w, _, _), _ = run(answer, x * 1000, y, 2, 2, 4, 1.0, 0)
    require(
        bool(np.isfinite(w).all()),
        "With inputs in the thousands w is no longer finite. Either the "
        "largest logit of each row is not subtracted, or something is "
        "divided by a sum that can be 0.",
    )


@points(1)
def test_it_learns_and_leaves_the_data_alone(answer):
    x, y = blobs(200, 2, 3, seed=4)
    call, (w, b, _), _ = run(answer, x, y, 3, 20, 16, 0.2, 5)
    call.leaves_inputs(["rng", 6])
    right = reference(x, y, 3, 20, 16, 0.2, 5)
    best = (np.argmax(x @ right[0] + right[1], axis=1) == y).mean()
    found = (np.argmax(x @ w + b, axis=1) == y).mean()
    call.require(
        found >= best - 0.02,
        f"After 20 epochs it is right on {found:.0%} of the rows it was "
        f"trained on; sound training reaches {best:.0%}.",
    )
