"""In percent.

caught by: test_without_the_table_of_places
says: As a share
"""

ANSWERS = {
    "no table": 22,
    "causal": 1.0,
    "window": 0.52,
    "letters": 2,
    "why": "b",
}
