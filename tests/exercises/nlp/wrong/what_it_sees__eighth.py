"""One letter of eight.

caught by: test_without_the_table_of_places
says: some words have a letter twice
"""

ANSWERS = {
    "no table": 1 / 8,
    "causal": 1.0,
    "window": 0.52,
    "letters": 2,
    "why": "b",
}
