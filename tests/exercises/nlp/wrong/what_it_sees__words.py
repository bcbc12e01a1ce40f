"""A word for a number.

caught by: test_without_the_table_of_places
says: a number
"""

ANSWERS = {
    "no table": "little",
    "causal": 1.0,
    "window": 0.52,
    "letters": 2,
    "why": "b",
}
