"""A rate above 1.

caught by: test_a_weak_teacher
says: the rate is to be above 0
"""

SETTINGS = {
    "good": (0.5, 10),
    "weak": (0, 1),
}

ENDS = {
    "good, saturating": 0.5,
    "weak, saturating": 0.6,
}

ANSWERS = {
    "1": "b",
    "2": "c",
}
