"""Divided out by hand."""

ANSWERS = {
    "precision": 56 / 61,
    "recall": 56 / 69,
    "screening": 0.3,
    "counting": 0.35,
    "more": 59 / 64,
}
