"""The epochs go through a float.

caught by: test_large_numbers_are_exact
says: expected was 18014398509481986
"""


def updates(rows, batch_size, epochs, drop_last=False):
    batches = rows // batch_size if drop_last else -(-rows // batch_size)
    return batches * round(epochs * 1.0)
