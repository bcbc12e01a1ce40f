"""Everybody waits for the one before.

caught by: test_three_processes_by_hand
says: nothing is on its way to them
"""

import numpy as np


def all_reduce(mine, rank, size, send, receive):
    chunks = np.array_split(mine, size)
    for step in range(size - 1):
        came = receive()
        send(chunks[(rank - step) % size])
        here = (rank - step - 1) % size
        chunks[here] = chunks[here] + came
    for step in range(size - 1):
        send(chunks[(rank + 1 - step) % size])
        chunks[(rank - step) % size] = receive()
    return np.concatenate(chunks)
