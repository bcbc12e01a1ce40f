import threading
from collections import deque

import numpy as np

from d2lcode.grading import AnswerError, close, points, require
from d2lcode.grading.checks import RaisedError
from d2lcode.grading.wording import kind, show

TRAINS = "ring all-reduce, the sum of gradients over processes"
HINTS = [
    "`np.array_split(mine, size)` cuts into chunks of any length.",
    "First lap, in step s: send chunk (rank − s) % size, and add what comes "
    "to chunk (rank − s − 1) % size.",
    "Second lap, in step s: send chunk (rank + 1 − s) % size, and put what "
    "comes in the place of chunk (rank − s) % size.",
]

STUCK = (
    "all processes that are left wait in receive(), and nothing is on its "
    "way to them. Each has to send before it receives, and as often."
)
ONE_LAP = (
    "Likely mistake: the second lap is missing. After the first, each "
    "process holds only one chunk that is complete."
)
ADDED = (
    "Likely mistake: you added in the second lap too. What comes then is "
    "complete, and takes the place of what was there."
)
MEAN = "Likely mistake: this is the mean; the sum was asked for."
OWN = "Likely mistake: a process returned what it had, unchanged."
TRAFFIC = (
    "Likely mistake: whole arrays go around. Cut them into chunks and pass "
    "one chunk on in each step."
)


class StuckError(Exception):
    """Every process waits."""


class Ring:
    """Processes as threads; a queue from each to the next, and a count."""

    def __init__(self, size):
        self.lines = [deque() for _ in range(size)]
        self.sent = [0] * size
        self.waiting = set()
        self.running = size
        self.change = threading.Condition()
        self.ill = None

    def send(self, rank, array):
        if not isinstance(array, np.ndarray) or array.ndim != 1:
            raise AnswerError(
                f"send was given {kind(array)}; expected was an array of one "
                "axis."
            )
        with self.change:
            self.sent[rank] += array.size
            self.lines[(rank + 1) % len(self.lines)].append(array.copy())
            self.change.notify_all()

    def receive(self, rank):
        with self.change:
            self.waiting.add(rank)
            while not self.lines[rank]:
                self.look()
                self.change.wait()
            self.waiting.discard(rank)
            return self.lines[rank].popleft()

    def look(self):
        """Raise in all of them when nobody can go on."""
        if any(self.lines[rank] for rank in self.waiting):
            return
        if self.ill or len(self.waiting) == self.running:
            self.ill = True
            self.change.notify_all()
            raise StuckError

    def leave(self):
        with self.change:
            self.running -= 1
            self.change.notify_all()


def in_ring(answer, arrays):
    """What each process returned, and how many numbers each sent."""
    size = len(arrays)
    ring, results, errors = Ring(size), [None] * size, {}

    def work(rank):
        try:
            results[rank] = answer.all_reduce(
                arrays[rank],
                rank,
                size,
                lambda array: ring.send(rank, array),
                lambda: ring.receive(rank),
            )
        except BaseException as error:
            errors[rank] = error
            ring.waiting.discard(rank)
        finally:
            ring.leave()

    threads = [
        threading.Thread(target=work, args=(rank,), daemon=True)
        for rank in range(size)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    raise_first(errors, about(arrays))
    left = sum(len(array) for line in ring.lines for array in line)
    require(
        not any(ring.lines),
        f"With {about(arrays)}, {left} numbers were sent and never received.",
    )
    return results, ring.sent


def raise_first(errors, what):
    """An error of the answer's own before that of those who wait for it."""
    for error in errors.values():
        if isinstance(error, NotImplementedError | AnswerError):
            raise error
    for rank, error in errors.items():
        if not isinstance(error, StuckError):
            raise RaisedError(f"With {what}, process {rank}:") from error
    require(not errors, f"With {what}, {STUCK}")


def about(arrays):
    n, plural = len(arrays), "es" * (len(arrays) != 1)
    return f"{n} process{plural} and arrays of {arrays[0].size} numbers"


def some(size, length, seed=0):
    rng = np.random.default_rng([seed, size, length])
    return [rng.standard_normal(length) for _ in range(size)]


def likely(results, arrays, total):
    """The mistake that explains what all the processes returned."""
    n = len(arrays)
    if n == 1 or not all(np.shape(r) == total.shape for r in results):
        return ""
    if all(np.allclose(r, total / n) for r in results):
        return MEAN
    if same(results, arrays):
        return OWN
    if same(results, adding(arrays, n - 1)):
        return ONE_LAP
    return ADDED if same(results, adding(arrays, 2 * (n - 1))) else ""


def same(results, others):
    pairs = zip(results, others, strict=True)
    return all(np.allclose(result, other) for result, other in pairs)


def adding(arrays, steps):
    """What the processes hold after so many steps that all add."""
    n = len(arrays)
    chunks = [np.array_split(array, n) for array in arrays]
    for step in range(steps):
        sent = [chunks[rank][(rank - step) % n] for rank in range(n)]
        for rank in range(n):
            here = (rank - step - 1) % n
            chunks[rank][here] = chunks[rank][here] + sent[rank - 1]
    return [np.concatenate(row) for row in chunks]


def check(answer, arrays):
    before = [array.copy() for array in arrays]
    results, sent = in_ring(answer, arrays)
    total = np.sum(before, axis=0)
    what = about(arrays)
    for rank, (mine, old) in enumerate(zip(arrays, before, strict=True)):
        require(
            np.array_equal(mine, old),
            f"With {what}, the array that process {rank} was given is "
            "another afterwards. Likely mistake: chunks are views of it, and "
            "`+=` writes into them. Add into a new array.",
        )
    for rank, result in enumerate(results):
        check_result(result, total, f"With {what}, process {rank}")
        require(
            close(result, total),
            f"With {what}, process {rank} returned {show(result)}; the sum "
            f"is {show(total)}. {likely(results, before, total)}",
        )
        require(
            not any(np.shares_memory(result, array) for array in arrays),
            f"With {what}, process {rank} returned the array that it was "
            "given, or a view of one; make a new one.",
        )
    return sent


def check_result(result, total, who):
    require(result is not None, f"{who} returned None.")
    require(
        isinstance(result, np.ndarray),
        f"{who} returned {kind(result)}; expected was an array.",
    )
    require(
        result.shape == total.shape,
        f"{who} returned the shape {result.shape}; expected was "
        f"{total.shape}.",
    )
    require(
        result.dtype.kind == total.dtype.kind,
        f"{who} returned {result.dtype}; its array is of {total.dtype}.",
    )


def check_traffic(sent, size, length):
    most = 2 * (size - 1) * -(-length // size)
    require(
        max(sent) <= most,
        f"With {size} processes and arrays of {length} numbers, a process "
        f"sent {max(sent)} numbers; at most {most} are allowed. {TRAFFIC}",
    )


@points(1)
def test_three_processes_by_hand(answer):
    arrays = [np.array([1.0, 2, 3]) * 10**k for k in range(3)]
    check(answer, arrays)


@points(2)
def test_any_number_of_processes(answer):
    for size in (2, 3, 4, 7):
        check(answer, some(size, 84))


@points(1)
def test_lengths_that_do_not_divide(answer):
    for size, length in ((2, 7), (3, 10), (4, 3), (5, 1), (6, 23), (3, 0)):
        check(answer, some(size, length))


@points(2)
def test_traffic_does_not_grow_with_the_processes(answer):
    for size, length in ((2, 40), (4, 40), (8, 40), (3, 10), (5, 31)):
        sent = check(answer, some(size, length))
        check_traffic(sent, size, length)


@points(1)
def test_whole_numbers(answer):
    rng = np.random.default_rng(3)
    check(answer, [rng.integers(-9, 10, 11) for _ in range(4)])


@points(1)
def test_alone(answer):
    sent = check(answer, some(1, 5))
    require(sent == [0], "Alone in the ring, a process has nothing to send.")


@points(1)
def test_a_large_array(answer):
    sent = check(answer, some(4, 20_000))
    check_traffic(sent, 4, 20_000)
