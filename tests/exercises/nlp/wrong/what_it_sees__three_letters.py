"""Three letters.

caught by: test_letters_with_a_window_of_five
says: the place itself counts
"""

ANSWERS = {
    "no table": 0.22,
    "causal": 1.0,
    "window": 0.52,
    "letters": 3,
    "why": "b",
}
