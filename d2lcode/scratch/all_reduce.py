"""All-reduce by hand: processes in a ring add up what each of them has."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Send = Callable[[Array], None]
Receive = Callable[[], Array]


def ring_all_reduce(
    mine: Array, rank: int, size: int, send: Send, receive: Receive
) -> Array:
    """The sum over all processes, in each of them.

    The array is cut into as many chunks as there are processes. They go
    around the ring twice: the first time each is added up, the second time
    each is handed out. So a process sends 2 (size − 1) / size times its
    array, however many they are (Patarasuk and Yuan, 2009).

    Args:
        mine: this process's array, of the same shape in all; stays as it is.
        rank: this process's place in the ring, from 0.
        size: how many processes there are.
        send: gives an array to the next process, `rank + 1`.
        receive: waits for an array from the one before, `rank - 1`.
    """
    chunks = np.array_split(mine.flatten(), size)
    for step in range(size - 1):
        send(chunks[(rank - step) % size])
        here = (rank - step - 1) % size
        chunks[here] = chunks[here] + receive()
    for step in range(size - 1):
        send(chunks[(rank - step + 1) % size])
        chunks[(rank - step) % size] = receive()
    return np.concatenate(chunks).reshape(mine.shape)
