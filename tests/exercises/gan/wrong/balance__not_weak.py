"""A weak teacher that is not weak enough.

caught by: test_a_weak_teacher
says: Let the discriminator learn less
"""

SETTINGS = {
    "good": (0.5, 10),
    "weak": (0.01, 1),
}

ENDS = {
    "good, saturating": 0.5,
    "weak, saturating": 1.8,
}

ANSWERS = {
    "1": "b",
    "2": "c",
}
