"""Counts that were divided, and are floats."""

DESIGN = {
    "rows": 120 / 4,
    "columns": 160 / 4,
    "sizes": [(10, 10), (26, 26), (51, 51)],
}
