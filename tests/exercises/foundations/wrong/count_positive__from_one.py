"""Everything up to one is left out.

caught by: test_the_smallest_positive_numbers
says: It returned 2; expected was 5.
"""


def count_positive(a):
    return int((a > 1).sum())
