"""How often do the weights move?

An *epoch* (轮次) shows every row once, and after each batch the weights take
one step. Learning rates, schedules and comparisons of speed count these
*updates* (更新), so it pays to know their number before a long run begins.

Write `updates(rows, batch_size, epochs, drop_last=False)`, which returns how
many updates a training makes, an integer. All four arguments are as a loader
takes them: `rows` and `batch_size` are 1 or more, `epochs` is 0 or more, and
each epoch deals all rows anew. They may be so large that a float no longer
holds them exactly. If the rows do not divide evenly, the last
batch of an epoch is shorter, and counts as one update like the others. With
`drop_last=True` this short batch is left out.

For example, the page's 404 rows in batches of 10 make 41 updates an epoch,
the last of them on 4 rows: in 25 epochs 1,025, and with `drop_last=True`
1,000.

Minutes: 5 · Difficulty: 1
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
    raise NotImplementedError
