"""A shuffle buffer of 1,000 rows: late rows never come early.

caught by: test_thousands_of_rows
says: block or buffer
"""


def minibatches(x, y, batch_size, rng):
    buffer, batch = [], []
    rows = []
    for row in range(len(x)):
        buffer.append(row)
        if len(buffer) > 1000:
            rows.append(buffer.pop(int(rng.integers(len(buffer)))))
    rng.shuffle(buffer)
    rows += buffer
    for start in range(0, len(rows), batch_size):
        batch = rows[start : start + batch_size]
        yield x[batch], y[batch]
