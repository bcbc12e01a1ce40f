"""Dropped unless told otherwise.

caught by: test_the_housing_rows
says: by default nothing is dropped
"""


def updates(rows, batch_size, epochs, drop_last=True):
    full, left = divmod(rows, batch_size)
    return epochs * (full + (left > 0 and not drop_last))
