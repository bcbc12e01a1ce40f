"""The rows of all epochs in one go.

caught by: test_the_housing_rows
says: Each epoch deals anew
"""


def updates(rows, batch_size, epochs, drop_last=False):
    full, left = divmod(rows * epochs, batch_size)
    return full + (left > 0 and not drop_last)
