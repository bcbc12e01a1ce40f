"""A list, more digits, and letters in brackets."""

SETTINGS = {
    "good": [0.5, 20],
    "weak": (0.0005, 2),
}

ENDS = {
    "good, saturating": 0.3807,
    "weak, saturating": 0.6,
}

ANSWERS = {
    "1": "(b)",
    "2": "C",
}
