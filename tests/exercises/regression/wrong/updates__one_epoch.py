"""One epoch is counted.

caught by: test_the_housing_rows
says: these are the updates of one epoch
"""


def updates(rows, batch_size, epochs, drop_last=False):
    full, left = divmod(rows, batch_size)
    return full + (left > 0 and not drop_last)
