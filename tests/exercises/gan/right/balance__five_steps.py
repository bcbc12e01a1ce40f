"""Fewer steps at the largest rate."""

SETTINGS = {
    "good": (1.0, 5),
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
