"""The complete chunks are not handed around.

caught by: test_three_processes_by_hand
says: the second lap is missing
"""

import numpy as np


def all_reduce(mine, rank, size, send, receive):
    chunks = np.array_split(mine, size)
    for step in range(size - 1):
        send(chunks[(rank - step) % size])
        here = (rank - step - 1) % size
        chunks[here] = chunks[here] + receive()
    return np.concatenate(chunks)
