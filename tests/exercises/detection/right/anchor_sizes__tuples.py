"""Tuples, and the two halves of the platelets."""

DESIGN = {
    "rows": 26,
    "columns": 34,
    "sizes": ((9.5, 9.5), (11, 11), (26, 26), (51, 50)),
}
