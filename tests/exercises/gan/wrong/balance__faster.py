"""A better discriminator is taken for a better teacher.

caught by: test_what_a_better_discriminator_does_to_the_saturating_loss
says: So it is with the other loss
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
    "1": "a",
    "2": "c",
}
