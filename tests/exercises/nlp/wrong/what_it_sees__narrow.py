"""A window of 7.

caught by: test_with_a_window_of_eight
says: narrower than 8
"""

ANSWERS = {
    "no table": 0.22,
    "causal": 1.0,
    "window": 0.40,
    "letters": 2,
    "why": "b",
}
