import functools

import numpy as np

from d2lcode.grading import chosen, points, require
from d2lcode.grading.plain import bared, is_number, is_whole, single
from d2lcode.grading.wording import show

TRAINS = "the balance between discriminator and generator"
HINTS = [
    "`path = game.play(6.0, rounds=100, lr_g=0.1, lr_d=…, d_steps=…)`; "
    "`path[:, 0]` is the shift after each round, `path[-1, 0]` where it ends.",
    "Try lr_d = 0.001, 0.01, 0.1 and 1 with d_steps=1, then with 10. Look at "
    "the last twenty rounds, not only at the last one.",
    "A discriminator with ten steps and a rate between 0.4 and 1 is a good "
    "teacher; one with a single step at a rate of 0.001 a weak one.",
]
CENTRE, ROUNDS, SEEDS = 6.0, 100, (0, 1, 2)


def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


@functools.cache
def shifts(lr_d, d_steps, saturating, seed):
    """The shift after each round, worked out by this grader itself."""
    rng = np.random.default_rng(seed)
    shift = w = b = 0.0
    path = [shift]
    for _ in range(ROUNDS):
        for _ in range(d_steps):
            real, fake = rng.normal(CENTRE, 1, 64), rng.normal(shift, 1, 64)
            up, down = sigmoid(w * real + b) - 1, sigmoid(w * fake + b)
            w, b = (
                w - lr_d * (np.mean(up * real) + np.mean(down * fake)),
                b - lr_d * (up.mean() + down.mean()),
            )
        fake = sigmoid(w * rng.normal(shift, 1, 64) + b)
        shift += 0.1 * w * np.mean(fake if saturating else 1 - fake)
        path.append(shift)
    return np.array(path)


def settings(answer, name):
    """A pair (lr_d, d_steps) that the task allows."""
    require(
        isinstance(answer.SETTINGS, dict) and name in answer.SETTINGS,
        f"The entry {name!r} of SETTINGS is gone; put it back.",
    )
    given = bared(answer.SETTINGS[name])
    if given is None:
        raise NotImplementedError(f"{name!r} has no settings yet.")
    fits = isinstance(given, tuple | list) and len(given) == 2
    pair = tuple(map(single, given)) if fits else ()
    require(
        fits and is_number(pair[0]) and is_whole(pair[1]),
        f"SETTINGS[{name!r}] is {show(given)}; expected was a pair such as "
        "(0.1, 5): the discriminator's rate, and a whole number of steps.",
    )
    lr_d, d_steps = pair
    require(
        0 < lr_d <= 1 and 1 <= d_steps <= 20,
        f"SETTINGS[{name!r}] is {show(given)}; the rate is to be above 0 and "
        "at most 1, the steps from 1 to 20.",
    )
    return float(lr_d), int(d_steps)


def check_end(answer, question, right, why_not):
    """Compare a number that was read off, to a twentieth."""
    require(
        isinstance(answer.ENDS, dict) and question in answer.ENDS,
        f"The entry {question!r} of ENDS is gone; put it back.",
    )
    given = single(answer.ENDS[question])
    if given is None:
        raise NotImplementedError(f"{question!r} has no answer yet.")
    require(
        is_number(given),
        f"ENDS[{question!r}] is {show(given)}; expected was a number.",
    )
    if abs(given - right) <= 0.051:
        return
    said = [t for v, t in why_not.items() if abs(given - v) <= 0.051]
    require(
        False,
        f"ENDS[{question!r}] is {show(given)}; with your settings, the run "
        "with seed 0 ends elsewhere."
        + (f" Likely mistake: {said[0]}" if len(said) == 1 else ""),
    )


@points(2)
def test_a_good_teacher(answer):
    pair = settings(answer, "good")
    for seed in SEEDS:
        late = shifts(*pair, False, seed)[80:]
        worst = late[np.abs(late - CENTRE).argmax()]
        require(
            abs(worst - CENTRE) <= 0.5,
            f"With lr_d={pair[0]:g}, d_steps={pair[1]} and seed {seed}, the "
            f"shift is {worst:.2f} in one of the rounds 80 to 100; it is to "
            "stay within 0.5 of 6. "
            + (
                "It has not arrived yet: let the discriminator learn more."
                if worst < CENTRE
                else "It has run past: the discriminator follows too slowly."
            ),
        )


@points(2)
def test_a_weak_teacher(answer):
    pair = settings(answer, "weak")
    for seed in SEEDS:
        end = shifts(*pair, False, seed)[-1]
        require(
            end < 1,
            f"With lr_d={pair[0]:g}, d_steps={pair[1]} and seed {seed}, the "
            f"shift ends at {end:.2f}; it is to end below 1. Let the "
            "discriminator learn less.",
        )


@points(2)
def test_the_good_teacher_with_the_other_loss(answer):
    pair = settings(answer, "good")
    run = shifts(*pair, True, 0)
    check_end(
        answer,
        "good, saturating",
        run[-1],
        {
            shifts(*pair, False, 0)[-1]: "that is the non-saturating loss; "
            "say saturating=True.",
            run[-1] - CENTRE: "that is the distance to the centre.",
            CENTRE - run[-1]: "that is the distance to the centre.",
            run[50]: "that is after 50 rounds; the run has 100.",
        },
    )


@points(1)
def test_the_weak_teacher_with_the_other_loss(answer):
    pair = settings(answer, "weak")
    run = shifts(*pair, True, 0)
    check_end(
        answer,
        "weak, saturating",
        run[-1],
        {
            CENTRE - run[-1]: "that is the distance to the centre.",
            run[50]: "that is after 50 rounds; the run has 100.",
        },
    )


@points(1)
def test_what_a_better_discriminator_does_to_the_saturating_loss(answer):
    chosen(
        answer.ANSWERS,
        "1",
        "b",
        {
            "a": "So it is with the other loss. Run 100 rounds with "
            "saturating=True, lr_d=0.1 and d_steps 1, 5 and 20.",
            "c": "Compare the ends for d_steps 1 and 20, with "
            "saturating=True and lr_d=0.1.",
        },
    )


@points(1)
def test_why_the_weak_teacher_is_weak(answer):
    chosen(
        answer.ANSWERS,
        "2",
        "c",
        {
            "a": "That is what holds back the saturating loss. What is D for "
            "a generated example here? Print game.sigmoid(w * shift + b) for "
            "the last row of the path.",
            "b": "The generator's rate is the same in all runs.",
        },
    )
