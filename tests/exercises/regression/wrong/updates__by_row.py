"""One update for each row.

caught by: test_the_housing_rows
says: you counted rows
"""


def updates(rows, batch_size, epochs, drop_last=False):
    return rows * epochs
