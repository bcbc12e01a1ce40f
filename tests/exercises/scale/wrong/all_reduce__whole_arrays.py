"""Whole arrays go around the ring.

caught by: test_traffic_does_not_grow_with_the_processes
says: whole arrays go around
"""


def all_reduce(mine, rank, size, send, receive):
    total, passing = mine.copy(), mine
    for _ in range(size - 1):
        send(passing)
        passing = receive()
        total = total + passing
    return total
