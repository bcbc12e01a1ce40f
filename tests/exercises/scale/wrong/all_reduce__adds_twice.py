"""The second lap adds as the first does.

caught by: test_three_processes_by_hand
says: you added in the second lap too
"""

import numpy as np


def all_reduce(mine, rank, size, send, receive):
    chunks = np.array_split(mine, size)
    for step in range(2 * (size - 1)):
        send(chunks[(rank - step) % size])
        here = (rank - step - 1) % size
        chunks[here] = chunks[here] + receive()
    return np.concatenate(chunks)
