"""Begins with another chunk, and cuts by its own reckoning."""

import numpy as np


def all_reduce(mine, rank, size, send, receive):
    step = -(-len(mine) // size)
    total = np.array(mine)

    def chunk(number):
        number %= size
        return slice(number * step, min((number + 1) * step, len(mine)))

    for lap in range(2):
        for turn in range(size - 1):
            send(total[chunk(rank + 2 - turn + lap)])
            place = chunk(rank + 1 - turn + lap)
            came = receive()
            total[place] = came if lap else total[place] + came
    return total
