"""Half with the causal mask.

caught by: test_with_a_causal_mask
says: a window in your mask
"""

ANSWERS = {
    "no table": 0.22,
    "causal": 0.52,
    "window": 0.52,
    "letters": 2,
    "why": "b",
}
