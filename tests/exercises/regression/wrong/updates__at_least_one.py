"""At least one batch, also where it is dropped.

caught by: test_fewer_rows_than_a_batch_holds
says: nothing is left
"""


def updates(rows, batch_size, epochs, drop_last=False):
    full, left = divmod(rows, batch_size)
    return epochs * max(1, full + (left > 0 and not drop_last))
