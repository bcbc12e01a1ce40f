import numpy as np
import scipy.special

from d2lcode.grading import (
    close,
    expect,
    numeric_gradient,
    points,
    require,
)
from d2lcode.grading.wording import with_article

TRAINS = "a loss with soft targets and a temperature"
HINTS = [
    "Take `log_softmax` of both logits divided by the temperature, along "
    "axis 1; the divergence is then a sum of p · (log p − log q).",
    "The mean runs over the n rows, not over all entries: `kl_div` wants "
    'reduction="batchmean", and the student\'s logarithms first.',
    "`teacher.detach()` keeps the gradient out; the labels' part is the "
    "framework's own cross_entropy of the student's logits, undivided.",
]

NO_SQUARE = "the factor T² is missing from the teacher's part."
ONE_FACTOR = "the teacher's part is multiplied by T; the factor is T²."
TURNED = (
    "the divergence is turned round: it weighs by the student's "
    "probabilities. Weigh by the teacher's p."
)
ENTRIES = (
    "the divergence is the mean over all n·k entries; the mean runs over the "
    'n rows (in kl_div, reduction="batchmean").'
)
SUMMED = "the divergence is summed over the rows; take their mean."
CROSS = (
    "−Σ p log q is the cross-entropy; the divergence has Σ p log p in it as "
    "well."
)
WARM_LABELS = (
    "the labels' part has the temperature in it; it wants the student's "
    "softmax without."
)
COLD_TEACHER = "the teacher's logits are not divided by the temperature."
COLD_STUDENT = "the student's logits are not divided by the temperature."
EXCHANGED = "share and 1 − share are exchanged."
NO_LABELS = "the labels have no part in it."
UNSHARED = "the labels' part is not multiplied by 1 − share."
DOWN = "the softmax runs down the columns; each row is a picture."


def log_softmax(z, axis=1):
    return scipy.special.log_softmax(np.asarray(z, float), axis=axis)


def parts(student, teacher, labels, t, ts=None, axis=1):
    """Every row's divergence, and the mean surprise of the labels."""
    log_p = log_softmax(np.asarray(teacher, float) / t, axis)
    log_q = log_softmax(
        np.asarray(student, float) / (t if ts is None else ts), axis
    )
    each = np.exp(log_p) * (log_p - log_q)
    return each.sum(axis=1), surprise(student, labels)


def surprise(student, labels):
    rows = log_softmax(student)
    return -np.mean([row[k] for row, k in zip(rows, labels, strict=True)])


def truth(student, teacher, labels, t, share):
    soft, hard = parts(student, teacher, labels, t)
    return share * t**2 * soft.mean() + (1 - share) * hard


def mistakes(student, teacher, labels, t, share):
    soft, hard = parts(student, teacher, labels, t)
    rest, n, k = (1 - share) * hard, *np.shape(student)
    mine = share * t**2
    log_p = log_softmax(np.asarray(teacher, float) / t)
    log_q = log_softmax(np.asarray(student, float) / t)
    back, _ = parts(teacher, student, labels, t)
    cold, _ = parts(student, teacher, labels, 1, t)
    cold_student, _ = parts(student, teacher, labels, t, 1)
    down, _ = parts(student, teacher, labels, t, axis=0)
    warm = surprise(np.asarray(student, float) / t, labels)
    cross = -(np.exp(log_p) * log_q).sum(axis=1).mean()
    return {
        NO_SQUARE: share * soft.mean() + rest,
        ONE_FACTOR: share * t * soft.mean() + rest,
        TURNED: mine * back.mean() + rest,
        ENTRIES: mine * soft.sum() / (n * k) + rest,
        SUMMED: mine * soft.sum() + rest,
        CROSS: mine * cross + rest,
        WARM_LABELS: mine * soft.mean() + (1 - share) * warm,
        COLD_TEACHER: mine * cold.mean() + rest,
        COLD_STUDENT: mine * cold_student.mean() + rest,
        EXCHANGED: (1 - share) * t**2 * soft.mean() + share * hard,
        NO_LABELS: mine * soft.mean(),
        UNSHARED: mine * soft.mean() + hard,
        DOWN: mine * down.mean() + rest,
    }


def logits(seed, n, k, spread=2.0, dtype=np.float64):
    rng = np.random.default_rng(seed)
    student, teacher = spread * rng.normal(size=(2, n, k)).astype(dtype)
    return student, teacher, rng.integers(0, k, n)


BOARDS = [(*logits(1, 5, 4), 3.0, 0.3), (*logits(2, 7, 3), 0.5, 0.8)]


def value(answer, student, teacher, labels, t, share):
    """Call the answer with tensors: what came back, as a number."""
    to = answer.framework.tensor
    call = expect(
        answer.distillation_loss,
        to(student),
        to(teacher),
        to(labels),
        t,
        share,
    )
    got = call.value
    require(
        isinstance(got, answer.framework.TENSOR),
        f"distillation_loss returned {with_article(type(got).__name__)}; "
        f"expected was a {answer.backend}.Tensor. Does it end in a return?",
    )
    array = answer.framework.array(got)
    require(
        array.size == 1 and array.ndim <= 1,
        f"distillation_loss returned the shape {array.shape}; expected was "
        "one number, the mean over the rows.",
    )
    for name, now, before in zip(
        ("student", "teacher", "labels"),
        call.args,
        (student, teacher, labels),
        strict=False,
    ):
        require(
            np.array_equal(answer.framework.array(now), before),
            f"distillation_loss changed {name}. Make new tensors.",
        )
    return float(array.reshape(()))


def near(got, right):
    return close(got, right, rtol=1e-4, atol=1e-5)


def check(answer, *case):
    got, right = value(answer, *case), truth(*case)
    if near(got, right):
        return
    student, _, _, t, share = case
    found = [
        why
        for why, wrong in mistakes(*case).items()
        if near(got, wrong) and explains(answer, why)
    ]
    likely = f"\nLikely mistake: {found[0]}" if len(found) == 1 else ""
    require(
        False,
        f"With logits of shape {student.shape}, temperature={t:g} and "
        f"share={share:g}, the loss was {got:.5g}; expected was "
        f"{right:.5g}.{likely}",
    )


def explains(answer, why):
    return all(
        near(value(answer, *board), mistakes(*board)[why]) for board in BOARDS
    )


@points(1)
def test_the_examples(answer):
    same = np.array([[1.0, -2.0, 0.5]])
    check(answer, same, same, np.array([2]), 3.0, 1.0)
    zero, two = np.zeros((1, 2)), np.array([[2.0, 0.0]])
    check(answer, zero, two, np.array([0]), 2.0, 0.5)


@points(3)
def test_both_parts_of_it(answer):
    for board in BOARDS:
        check(answer, *board)
    check(answer, *logits(3, 4, 4), 2.0, 0.5)
    check(answer, *logits(4, 1, 6), 5.0, 0.7)
    check(answer, *logits(5, 900, 10), 4.0, 0.9)


@points(1)
def test_the_teacher_alone_and_the_labels_alone(answer):
    check(answer, *logits(6, 5, 3), 3.0, 1.0)
    check(answer, *logits(7, 5, 3), 3.0, 0.0)
    check(answer, *logits(8, 5, 3), 3, 1)


@points(1)
def test_large_logits(answer):
    # Far from 0, and not far from one another.
    moved, teacher, labels = logits(11, 6, 4, spread=10)
    moved += 1000 * np.array([[1, -1, 0.9, 5, -3, 2]]).T
    check_finite(answer, moved, teacher - 2000, labels, 2.0, 0.6)
    check(answer, moved, teacher - 2000, labels, 2.0, 0.6)
    student = np.array([[1000.0, -1000.0, 0.0], [30.0, 0.0, -4000.0]])
    teacher = np.array([[900.0, -1000.0, 3.0], [0.0, -7000.0, 20.0]])
    case = student, teacher, np.array([0, 0]), 2.0, 0.6
    check_finite(answer, *case)
    if answer.backend == "torch":  # Paddle's log_softmax ends at -64
        check(answer, *case)


def check_finite(answer, *case):
    got = value(answer, *case)
    require(
        bool(np.isfinite(got)),
        f"With logits such as 1000 and -1000 the loss is {got}. Take "
        "log_softmax, not the logarithm of a softmax.",
    )


@points(1)
def test_float32(answer):
    check(answer, *logits(9, 40, 10, dtype=np.float32), 4.0, 0.5)


@points(2)
def test_the_gradient(answer):
    for share in (0.6, 1.0, 0.0):
        check_gradient(answer, *logits(10, 4, 3), 2.5, share)


def check_gradient(answer, student, teacher, labels, t, share):
    check(answer, student, teacher, labels, t, share)
    ours, theirs = followed(answer, student), followed(answer, teacher)
    loss = answer.distillation_loss(
        ours, theirs, answer.framework.tensor(labels), t, share
    )
    answer.framework.go_back(loss.sum())
    require(
        ours.grad is not None,
        "No gradient arrives at the student. Does the loss leave the "
        "framework, or is the student detached?",
    )
    right = numeric_gradient(
        lambda z: truth(z, teacher, labels, t, share), student
    )
    require(
        np.allclose(answer.framework.array(ours.grad), right, atol=1e-4),
        f"With share={share:g} the loss is right, but the student's gradient "
        "is not: a part of it was detached from the student.",
    )
    require(
        theirs.grad is None or not np.any(answer.framework.array(theirs.grad)),
        f"With share={share:g} a gradient flows to the teacher, which would "
        "learn from its own student. Detach its logits.",
    )


def followed(answer, array):
    tensor = answer.framework.tensor(array)
    if answer.backend == "torch":
        return tensor.requires_grad_()
    tensor.stop_gradient = False
    return tensor
