"""The short batch never counts.

caught by: test_the_housing_rows
says: you left out the last, short batch
"""


def updates(rows, batch_size, epochs, drop_last=False):
    return epochs * (rows // batch_size)
