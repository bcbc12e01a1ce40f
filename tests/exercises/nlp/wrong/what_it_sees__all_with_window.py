"""All letters with the window.

caught by: test_with_a_window_of_eight
says: out of its sight
"""

ANSWERS = {
    "no table": 0.22,
    "causal": 1.0,
    "window": 1.0,
    "letters": 2,
    "why": "b",
}
