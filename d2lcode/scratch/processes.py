"""Several processes in a ring, each of which can talk to the next."""

import multiprocessing
import queue
from collections.abc import Callable
from typing import Any

from d2lcode._checks import positive_integer

SECONDS = 120.0  # without a word from the one before


def in_ring(size: int, work: Callable[..., Any], *arguments: Any) -> list[Any]:
    """Run a function in several new processes at once.

    Args:
        size: how many processes.
        work: `work(rank, size, send, receive, *arguments)`, a function of
            an importable module, for a new process has to find it.
        arguments: are copied to every process.

    Returns:
        What each returned, by rank.

    Raises:
        ValueError: if size is no count, or the function is of this notebook
            or program, where a new process would not find it.
        RuntimeError: if a process ends without a result.
    """
    positive_integer("size", size)
    if work.__module__ == "__main__":
        raise ValueError(
            f"work is {work.__name__} of __main__; expected a function of a "
            "module that can be imported"
        )
    context = multiprocessing.get_context("spawn")
    lines = [context.Queue() for _ in range(size)]
    results = [context.Queue() for _ in range(size)]
    processes = [
        context.Process(
            target=_run,
            args=(work, rank, size, lines, results[rank], arguments),
            daemon=True,
        )
        for rank in range(size)
    ]
    for process in processes:
        process.start()
    try:
        return [_result(theirs, processes) for theirs in results]
    finally:
        for process in processes:
            process.terminate()
            process.join()


def _run(
    work: Callable[..., Any],
    rank: int,
    size: int,
    lines: list[Any],
    result: Any,
    arguments: tuple[Any, ...],
) -> None:
    def send(thing: Any) -> None:
        lines[(rank + 1) % size].put(thing)

    def receive() -> Any:
        return lines[rank].get(timeout=SECONDS)

    result.put(work(rank, size, send, receive, *arguments))


def _result(results: Any, processes: list[Any]) -> Any:
    """What a process puts there, unless one of them dies before that."""
    while True:
        dead = [p.exitcode for p in processes if p.exitcode]
        try:
            return results.get(timeout=0.1)
        except queue.Empty:
            if dead:
                raise RuntimeError(
                    f"a process ended with exit code {dead[0]} and without "
                    "a result"
                ) from None
