"""Speed, side by side with what a reader would otherwise use.

`python -m benchmarks` prints a table and saves it under `results/`;
`--book` builds the book as well, twice, which takes a while.
"""
