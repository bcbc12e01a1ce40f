"""How often do the weights move?: the answer.

`rows // batch_size` counts the full batches, and `rows % batch_size` says how
many rows are left over. If any are, and they are kept, they make one batch
more. An epoch deals anew, so the short batch comes once in each of them: round
up first, multiply by the epochs afterwards.

Look at the corner: with `drop_last=True` and fewer rows than a batch holds,
nothing is left. The program runs all its epochs, reports no error, and has
learnt nothing.
"""


def updates(
    rows: int, batch_size: int, epochs: int, drop_last: bool = False
) -> int:
    """Count the steps that a training takes.

    Args:
        rows: how many there are to learn from, 1 or more.
        batch_size: rows in a batch, 1 or more.
        epochs: how often all rows are shown, 0 or more.
        drop_last: whether a last, shorter batch is left out.

    Returns:
        The number of updates, an integer.
    """
    full, left = divmod(rows, batch_size)
    short = left > 0 and not drop_last
    return epochs * (full + short)
