"""The weak teacher is taken for a sure one.

caught by: test_why_the_weak_teacher_is_weak
says: What is D for a generated example here
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
    "2": "a",
}
