r"""How good should the teacher be? The answer.

The generator's gradient is the product of two things: how much the loss cares,
which is $1 - D$ or $D$, and the slope of the discriminator, which is $w$. A
weak discriminator has no slope: $w$ is near 0, and neither loss can help. A
strong one has a slope, and then the loss decides. The non-saturating one cares
most where the discriminator is surest, so the stronger the teacher, the
faster the generator arrives, and the sooner it is told that it has run past.
The saturating one cares least there. Its generator is held back by the very
teacher that is good for the other, and moves farthest with one of middling
skill.
"""

SETTINGS = {
    "good": (0.5, 10),
    "weak": (0.001, 1),
}

ENDS = {
    "good, saturating": 0.5,
    "weak, saturating": 0.6,
}

ANSWERS = {
    "1": "b",
    "2": "c",
}
