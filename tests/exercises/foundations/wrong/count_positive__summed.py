"""The positive numbers are added up.

caught by: test_a_small_table
says: this is the sum of the positive numbers
"""


def count_positive(a):
    return float(a[a > 0].sum())
