"""The distance in place of the place.

caught by: test_the_weak_teacher_with_the_other_loss
says: that is the distance
"""

SETTINGS = {
    "good": (0.5, 10),
    "weak": (0.001, 1),
}

ENDS = {
    "good, saturating": 0.5,
    "weak, saturating": 5.4,
}

ANSWERS = {
    "1": "b",
    "2": "c",
}
