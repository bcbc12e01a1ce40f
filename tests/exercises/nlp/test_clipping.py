import numpy as np

from d2lcode.grading import chosen, expect, points
from d2lcode.grading.checks import RaisedError
from d2lcode.grading.wording import show
from d2lcode.scratch.nlp.character_rnn import descend, start

TRAINS = "gradient clipping, and reading a sweep"
HINTS = [
    "The length of all gradients: `np.sqrt(sum(np.sum(g**2) for g in …))`. "
    "Compare it with the limit before you divide.",
    "`descend(numbers, start(size, hidden=16, seed=1), clip_norm=limit, "
    "**SETTINGS)` gives weights, losses and lengths. Call `start` anew for "
    "each limit.",
    "In the printed table, compare each loss with blind guessing, and look "
    "at the share of clipped steps.",
]

SETTINGS = {"lr": 4.0, "steps": 40, "rows": 4, "window": 16}
TEXT = "then the theme is the thing; " * 20
LONG = [
    np.array([[3.0, -1.0, 2.0], [0.5, 4.0, -2.0]]),
    np.array([1.5, -0.25]),
    np.array([[[0.75]], [[-6.0]]]),
]
OTHER = [np.array([0.3, -0.9]), np.array([[2.0], [0.1], [5.0]])]


def joined(gradients):
    return np.concatenate([np.ravel(g) for g in gradients]).astype(float)


def truth(gradients, max_norm):
    """By the unit vector of all numbers, and the parts of it."""
    flat = joined(gradients)
    length = np.linalg.norm(flat)
    if length > max_norm:
        flat = flat / length * max_norm
    ends = np.cumsum([g.size for g in gradients])[:-1]
    parts = np.split(flat, ends)
    return [p.reshape(g.shape) for p, g in zip(parts, gradients, strict=True)]


def scaled(gradients, max_norm, length):
    """What comes of it if the length is taken to be another."""
    factor = max_norm / length if length > max_norm else 1.0
    return [g * factor for g in gradients]


def misclipped(gradients, max_norm):
    flat = joined(gradients)
    length = np.linalg.norm(flat)
    norms = [np.linalg.norm(g) for g in gradients]
    each = [
        g * min(1.0, max_norm / max(n, 1e-12))
        for g, n in zip(gradients, norms, strict=True)
    ]
    squares = [np.mean(g**2) for g in gradients]
    return {
        "each array was clipped by itself, so the direction is another. One "
        "factor is for all.": each,
        "each number was cut off at the limit; all are to be scaled by one "
        "factor.": [np.clip(g, -max_norm, max_norm) for g in gradients],
        "the root is missing: the length is the root of the sum of "
        "squares.": scaled(gradients, max_norm, length**2),
        "the lengths of the arrays were added; their squares are.": scaled(
            gradients, max_norm, sum(norms)
        ),
        "the largest number was taken for the length.": scaled(
            gradients, max_norm, np.abs(flat).max()
        ),
        "they were scaled to length 1, not to max_norm.": [
            g / length for g in gradients
        ],
        "the mean of the squares was taken, not the sum.": scaled(
            gradients, max_norm, np.sqrt(np.mean(squares))
        ),
    }


def alike(ours, theirs):
    return all(
        np.shape(a) == np.shape(b) and np.allclose(a, b, rtol=1e-5, atol=1e-9)
        for a, b in zip(ours, theirs, strict=True)
    )


def check_clip(answer, gradients, max_norm, *, named=True):
    call = expect(answer.clip, gradients, max_norm)
    got, right = call.value, truth(gradients, max_norm)
    listed = isinstance(got, list | tuple) and len(got) == len(right)
    call.require(
        listed
        and all(isinstance(g, np.ndarray | np.generic | float) for g in got),
        f"It returned {show(got)}; expected was a list of {len(right)} "
        "arrays.",
    )
    shapes, wanted = [np.shape(g) for g in got], [g.shape for g in right]
    call.require(
        shapes == wanted,
        f"The arrays have the shapes {shapes}; expected were {wanted}.",
    )
    if not alike(got, right):
        length, limit = np.linalg.norm(joined(got)), float(max_norm)
        before = np.linalg.norm(joined(gradients))
        said = (
            f"Their length was {before:.4g} and is {length:.4g}; expected was "
            f"{min(before, limit):.4g}."
        )
        call.fail(said + why(answer, gradients, max_norm, got, named))
    call.leaves_inputs()
    call.require(
        not any(
            np.shares_memory(a, b)
            for a, b in zip(got, call.args[0], strict=True)
        )
        or np.linalg.norm(joined(gradients)) <= max_norm,
        "What came back shares its memory with what was given.",
    )


def why(answer, gradients, max_norm, got, named):
    """Name the mistake that explains this and an unlike example."""
    if not named:
        return ""
    others = OTHER if len(gradients) == len(LONG) else LONG
    again = expect(answer.clip, others, 0.7).value
    fits = [
        text
        for (text, one), other in zip(
            misclipped(gradients, max_norm).items(),
            misclipped(others, 0.7).values(),
            strict=True,
        )
        if alike(got, one) and alike(again, other)
    ]
    return f"\nLikely mistake: {fits[0]}" if len(fits) == 1 else ""


@points(2)
def test_long_gradients_are_scaled_to_the_limit(answer):
    check_clip(answer, LONG, 2.5)
    check_clip(answer, OTHER, 0.7)
    check_clip(answer, [np.array([3.0]), np.array([4.0, 0.0])], 1)
    check_clip(answer, [np.array([[-7.0]])], 2.0, named=False)
    numbers = [np.array(-4.0), np.zeros((0, 3)), np.array([[3.0]])]
    check_clip(answer, numbers, 2.0, named=False)
    rng = np.random.default_rng(0)
    large = [rng.normal(size=(300, 40)), rng.normal(size=5_000)]
    check_clip(answer, large, 3.0, named=False)
    single = [g.astype(np.float32) for g in LONG]
    check_clip(answer, single, 1.5, named=False)


@points(1)
def test_short_gradients_stay(answer):
    for gradients, limit in (
        (LONG, 1000.0),
        (OTHER, 5.7),
        ([np.zeros((2, 3)), np.zeros(4)], 0.5),
        ([np.array([3.0]), np.array([4.0, 0.0])], 5.0),
    ):
        call = expect(answer.clip, gradients, limit)
        got = joined(call.value)
        call.require(
            bool(np.all(np.isfinite(got))),
            f"It returned {show(call.value)}: nan or inf. Gradients that are "
            "all zero come back as they are.",
        )
        right = joined(gradients)
        call.require(
            np.linalg.norm(got) <= np.linalg.norm(right) * (1 + 1e-9),
            "Gradients that are shorter than the limit were stretched. They "
            "come back as they are.",
        )
        check_clip(answer, gradients, limit, named=False)


def runs(numbers, limits, **changed):
    """The runs of a sweep: losses and lengths for each limit."""
    settings = {"fresh": True, "seed": 1, "handed": True} | changed
    size, found = int(max(numbers)) + 1, []
    begin = start(size, hidden=16, seed=settings["seed"])
    for limit in limits:
        weights, losses, lengths = descend(
            numbers,
            begin,
            clip_norm=limit if settings["handed"] else None,
            **SETTINGS,
        )
        begin = begin if settings["fresh"] else weights
        found.append((np.array(losses), np.array(lengths)))
    return found


def table(found, limits, loss=lambda v: v[-10:].mean(), share=np.mean):
    over = [np.inf if limit is None else limit for limit in limits]
    return [
        (float(loss(losses)), float(share(lengths > limit)))
        for (losses, lengths), limit in zip(found, over, strict=True)
    ]


def misread(numbers, limits):
    """What each likely mistake in a sweep would give."""
    found = runs(numbers, limits)
    whole = table(found, limits)
    return {
        "the losses of all steps were averaged; the last ten are asked "
        "for.": table(found, limits, np.mean),
        "the loss of the last step alone is not the mean of the last ten.": (
            table(found, limits, lambda v: v[-1])
        ),
        "the losses of the first ten steps were averaged.": table(
            found, limits, lambda v: v[:10].mean()
        ),
        "a run goes on from the weights of the one before. Call start for "
        "each.": table(runs(numbers, limits, fresh=False), limits),
        "clip_norm was not handed on to descend.": table(
            runs(numbers, limits, handed=False), limits
        ),
        "start was not called with seed=1.": table(
            runs(numbers, limits, seed=0), limits
        ),
        "the clipped steps were counted; their share of all steps is asked "
        "for.": table(found, limits, share=np.sum),
        "this is the share of the steps that were not clipped.": [
            (loss, 1 - share) for loss, share in whole
        ],
        "Without a limit no step is clipped: its share is 0.": [
            (loss, 1.0 if limit is None else share)
            for (loss, share), limit in zip(whole, limits, strict=True)
        ],
    }


def rows_of(found):
    """A table of a sweep, as a reader would write it."""
    pairs = (f"({loss:.4g}, {share:.4g})" for loss, share in found)
    return f"[{', '.join(pairs)}]"


def repeated(seed, kinds):
    rng = np.random.default_rng(seed)
    return np.tile(rng.integers(kinds, size=11), 50)


@points(2)
def test_the_sweep(answer):
    for numbers, limits in (
        (repeated(3, 6), [0.1, None, 0.5]),
        (repeated(4, 9), [None, 0.01]),
    ):
        try:
            call = expect(answer.sweep, numbers, limits)
        except RaisedError as error:
            raise error from error.__cause__
        right = table(runs(numbers, limits), limits)
        got = call.value
        call.require(
            isinstance(got, list)
            and len(got) == len(limits)
            and all(len(row) == 2 for row in got),
            f"It returned {show(got)}; expected was a list with a tuple of "
            "two numbers for each limit.",
        )
        ours, theirs = np.array(got, float), np.array(right, float)
        if not np.allclose(ours, theirs, rtol=1e-4, atol=1e-6):
            fits = [
                text
                for text, wrong in misread(numbers, limits).items()
                if np.allclose(ours, wrong, rtol=1e-4, atol=1e-6)
            ]
            likely = f"\nLikely mistake: {fits[0]}" if len(fits) == 1 else ""
            call.fail(
                f"It returned\n{rows_of(ours)}\nExpected was\n"
                f"{rows_of(theirs)}{likely}"
            )
        call.leaves_inputs()


SHORT = (
    "With a limit of 0.001 the loss hardly moves, and all steps are clipped."
)
FREE = "Without a limit the loss ends above that of blind guessing."
WORKS = "With 0.1 the loss falls far below that of blind guessing."


@points(1)
def test_what_the_limits_do(answer):
    """Whether the run was read; the sweep itself is graded above."""
    answers = answer.ANSWERS
    chosen(answers, "limit 0.001", "c", {"a": SHORT, "b": SHORT})
    chosen(answers, "limit 0.1", "b", {"a": WORKS, "c": WORKS})
    chosen(answers, "no limit", "a", {"b": FREE, "c": FREE})
