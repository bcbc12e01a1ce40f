"""The page's own settings, which run past the data.

caught by: test_a_good_teacher
says: It has run past
"""

SETTINGS = {
    "good": (0.1, 10),
    "weak": (0.001, 1),
}

ENDS = {
    "good, saturating": 1.1,
    "weak, saturating": 0.6,
}

ANSWERS = {
    "1": "b",
    "2": "c",
}
