"""The run with the table.

caught by: test_without_the_table_of_places
says: with the table
"""

ANSWERS = {
    "no table": 1.0,
    "causal": 1.0,
    "window": 0.52,
    "letters": 2,
    "why": "b",
}
