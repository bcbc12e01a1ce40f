"""One more, also where nothing is left over.

caught by: test_rows_that_divide_evenly
says: there is no short batch, and nothing to add
"""


def updates(rows, batch_size, epochs, drop_last=False):
    return epochs * (rows // batch_size + (not drop_last))
