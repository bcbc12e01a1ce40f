"""The end was read off the wrong loss.

caught by: test_the_good_teacher_with_the_other_loss
says: say saturating=True
"""

SETTINGS = {
    "good": (0.5, 10),
    "weak": (0.001, 1),
}

ENDS = {
    "good, saturating": 6.1,
    "weak, saturating": 0.6,
}

ANSWERS = {
    "1": "b",
    "2": "c",
}
