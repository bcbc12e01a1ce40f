"""Frequent letters.

caught by: test_why_it_is_above_chance
says: equally frequent
"""

ANSWERS = {
    "no table": 0.22,
    "causal": 1.0,
    "window": 0.52,
    "letters": 2,
    "why": "a",
}
