"""A fraction of an update.

caught by: test_the_housing_rows
says: It returned 1010.0
says: divide with //
"""


def updates(rows, batch_size, epochs, drop_last=False):
    return epochs * rows / batch_size
