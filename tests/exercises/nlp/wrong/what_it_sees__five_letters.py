"""Five letters.

caught by: test_letters_with_a_window_of_five
says: 1, 3, 5
"""

ANSWERS = {
    "no table": 0.22,
    "causal": 1.0,
    "window": 0.52,
    "letters": 5,
    "why": "b",
}
