"""A teacher with which the generator has not arrived.

caught by: test_a_good_teacher
says: It has not arrived yet
"""

SETTINGS = {
    "good": (0.1, 1),
    "weak": (0.001, 1),
}

ENDS = {
    "good, saturating": 2.2,
    "weak, saturating": 0.6,
}

ANSWERS = {
    "1": "b",
    "2": "c",
}
