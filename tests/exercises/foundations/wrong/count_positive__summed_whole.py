"""The positive numbers are added up, and made whole.

caught by: test_a_small_table
says: It returned 6; expected was 3
"""


def count_positive(a):
    return int(a[a > 0].sum())
