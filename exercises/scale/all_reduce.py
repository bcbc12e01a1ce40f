r"""All-reduce around a ring.

Several processes each have a gradient, and every one of them needs the sum.
If each sent its whole array to all the others, the traffic would grow with
their number. In a *ring* it does not. Each process talks to two neighbours
only: it sends to the next one and receives from the one before; the last
one's next is process 0.

Write `all_reduce(mine, rank, size, send, receive)`. It is what *one* process
does; the grader runs it in all of them at once. `mine` is this process's
array, one axis, of any length, of real or whole numbers; all have the same
length, which may be less than `size` or 0. `rank` is its place in the ring,
from 0, and `size` says how many there are, 1 or more. `send(array)` hands an
array of one axis to the next process and returns at once; `receive()` waits
for an array from the one before and returns it; arrays arrive in the order in
which they were sent.

In each process return the sum of all the arrays, in a new array; `mine` stays
as it was. With $L$ numbers and $n$ processes, no process may send more than
$2\,(n-1)\,\lceil L/n \rceil$ numbers in all, and nothing may be left that was
sent and not received.

The way to do it: cut the array into $n$ chunks, of which some may be a number
shorter or empty. In $n - 1$ steps each process passes on one chunk and adds
what comes to its own; then each holds one chunk that is complete. In $n - 1$
more steps the complete chunks are handed around.

For example, with three processes that have `[1, 2, 3]`, `[10, 20, 30]` and
`[100, 200, 300]`, all return `[111, 222, 333]`, and each sends four numbers.

Minutes: 25 · Difficulty: 3
"""

from collections.abc import Callable

import numpy as np


def all_reduce(
    mine: np.ndarray,
    rank: int,
    size: int,
    send: Callable[[np.ndarray], None],
    receive: Callable[[], np.ndarray],
) -> np.ndarray:
    """The sum over all processes, as one of them computes it.

    Args:
        mine: this process's numbers, (L,).
        rank: which process this is, from 0 to size - 1.
        size: how many there are.
        send: `send(array)` gives an array to the next process.
        receive: `receive()` waits for an array from the one before.

    Returns:
        The sum of all the processes' arrays, (L,).
    """
    raise NotImplementedError
