"""Pure chance.

caught by: test_without_the_table_of_places
says: pure chance
"""

ANSWERS = {
    "no table": 1 / 26,
    "causal": 1.0,
    "window": 0.52,
    "letters": 2,
    "why": "b",
}
