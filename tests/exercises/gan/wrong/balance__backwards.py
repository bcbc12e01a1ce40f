"""The pair is the wrong way round.

caught by: test_a_good_teacher
says: a whole number of steps
"""

SETTINGS = {
    "good": (10, 0.5),
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
