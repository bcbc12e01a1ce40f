r"""All-reduce around a ring: the answer.

In the first lap process $r$ begins with its chunk $r$. What comes to it in
step $s$ is chunk $r - s - 1$, which has been through $s + 1$ processes; it
adds its own part and passes that on in the next step. After $n - 1$ steps the
chunk $r + 1$ is complete in process $r$, and the second lap begins with that
one; what comes now is complete and replaces what was there.

Each process sends $2\,(n - 1)$ chunks of $L / n$ numbers, so less than
$2 L$ whatever $n$ is: a thousand processes cost a link no more than eight.
What does grow is the number of steps, and with it the waiting: each step has
a latency of its own. For short arrays a tree is faster.

`chunks[here] + receive()` makes a new array. With `+=` on a slice of `mine`
the caller's gradient would be overwritten.
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
    """The sum over all processes, as one of them computes it."""
    chunks = np.array_split(mine, size)
    for step in range(size - 1):
        send(chunks[(rank - step) % size])
        here = (rank - step - 1) % size
        chunks[here] = chunks[here] + receive()
    for step in range(size - 1):
        send(chunks[(rank + 1 - step) % size])
        chunks[(rank - step) % size] = receive()
    return np.concatenate(chunks)
