"""Only lengths that the number of processes divides.

caught by: test_lengths_that_do_not_divide
says: With 2 processes and arrays of 7 numbers
"""


def all_reduce(mine, rank, size, send, receive):
    chunks = mine.reshape(size, -1).copy() if len(mine) else mine.reshape(1, 0)
    for step in range(size - 1):
        send(chunks[(rank - step) % size])
        chunks[(rank - step - 1) % size] += receive()
    for step in range(size - 1):
        send(chunks[(rank + 1 - step) % size])
        chunks[(rank - step) % size] = receive()
    return chunks.ravel()
