import os
import queue
import threading

import numpy as np
import pytest

from d2lcode._shares import rows_of
from d2lcode.scratch.all_reduce import ring_all_reduce
from d2lcode.scratch.data_parallel import descend_together, share_of_step
from d2lcode.scratch.processes import in_ring
from d2lcode.scratch.softmax_regression import descend


def ring(arrays):
    """Every process is a thread; what they return and what they sent."""
    size = len(arrays)
    lines = [queue.Queue() for _ in arrays]
    sent = [0] * size
    results = [None] * size

    def work(rank):
        def send(array):
            sent[rank] += array.size
            lines[(rank + 1) % size].put(array.copy())

        results[rank] = ring_all_reduce(
            arrays[rank], rank, size, send, lambda: lines[rank].get(timeout=60)
        )

    threads = [threading.Thread(target=work, args=(r,)) for r in range(size)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results, sent


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8])
@pytest.mark.parametrize("shape", [(0,), (1,), (7,), (40,), (3, 5), ()])
def test_every_process_gets_the_sum(size, shape):
    rng = np.random.default_rng(size)
    arrays = [rng.standard_normal(shape) for _ in range(size)]
    before = [array.copy() for array in arrays]
    results, _ = ring(arrays)
    for result in results:
        np.testing.assert_allclose(result, np.sum(arrays, axis=0), atol=1e-12)
    np.testing.assert_array_equal(arrays, before)


@pytest.mark.parametrize("size", [2, 4, 8])
def test_a_process_sends_less_than_twice_its_array(size):
    _, sent = ring([np.ones(80)] * size)
    assert sent == [2 * (size - 1) * 80 // size] * size


def test_all_results_are_equal_to_the_bit():
    rng = np.random.default_rng(4)
    results, _ = ring([rng.standard_normal(50) for _ in range(4)])
    for result in results:
        np.testing.assert_array_equal(result, results[0])


@pytest.mark.parametrize("n", [0, 1, 2, 3, 10, 11])
@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_shares_make_up_the_batch(n, size):
    shares = [np.arange(n)[rows_of(n, rank, size)] for rank in range(size)]
    np.testing.assert_array_equal(np.concatenate(shares), np.arange(n))
    lengths = [len(share) for share in shares]
    assert max(lengths) - min(lengths) <= 1


def digits(n=50):
    rng = np.random.default_rng(0)
    x = np.hstack([rng.standard_normal((n, 4)), np.ones((n, 1))])
    return x, rng.integers(0, 3, n)


def test_no_rows_add_nothing():
    x, y = digits()
    assert not share_of_step(np.ones((5, 3)), x[:0], y[:0]).any()


@pytest.mark.slow
def test_two_processes_descend_as_one():
    x, y = digits()
    _, _, alone = descend(
        x[:, :4], y, classes=3, lr=0.5, epochs=3, batch_size=7
    )
    results = in_ring(2, descend_together, x, y, 3, 0.5, 3, 7)
    for weights, losses in results:
        np.testing.assert_allclose(losses, alone, atol=1e-12)
        np.testing.assert_array_equal(weights, results[0][0])


def dies(rank, size, send, receive):
    if rank == 1:
        os._exit(3)
    return receive()


@pytest.mark.slow
def test_a_process_that_dies_ends_the_others():
    with pytest.raises(RuntimeError, match="exit code 3"):
        in_ring(2, dies)


@pytest.mark.parametrize("size", [0, 1.5, -2])
def test_in_ring_refuses_what_is_no_count(size):
    with pytest.raises(ValueError, match="size"):
        in_ring(size, dies)


def test_in_ring_refuses_what_a_new_process_would_not_find():
    def of_a_notebook(rank, size, send, receive):
        return rank

    of_a_notebook.__module__ = "__main__"
    with pytest.raises(ValueError, match="of_a_notebook of __main__"):
        in_ring(2, of_a_notebook)
