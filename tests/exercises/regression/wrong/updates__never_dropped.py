"""The short batch always counts.

caught by: test_the_last_batch_is_dropped
says: which drop_last=True leaves out
"""


def updates(rows, batch_size, epochs, drop_last=False):
    return epochs * -(-rows // batch_size)
