r"""How often should a cluster save?

A run on many machines loses everything since its last checkpoint when one of
them fails. To save more often costs time as well. The function `hours` below
plays such a run through: machines fail at random, on average each once in
`mtbf` hours (mean time between failures), and every failure throws the whole
run back. Run it, change it, and replace each `None`. Three significant digits
are enough.

The run needs 300 hours of work. A checkpoint takes 0.1 hours (6 minutes), and
a restart 0.2 hours. A machine fails once in 20,000 hours.

- **"failures"**: how many failures would you expect in 300 hours on 1,000
  machines, without counting the time that is lost? (A number, no simulation
  needed.)
- **"young"**: the interval between checkpoints, in hours of work, that Young's
  rule advises for 1,000 machines: $\sqrt{2\,C M}$, where $C$ is the time of a
  checkpoint and $M$ the mean time between failures *of the whole cluster*.
- **"best"**: run `hours(1000, interval)` with the intervals 0.25, 0.5, 1, 2,
  4, 8 and 16 hours. Which of them is the quickest?
- **"daily"**: how many hours does the same run take if it saves every 24 hours
  of work? Run `hours(1000, 24)`.
- **"machines"**: one more change. Saving every 2 hours of work, with 100,
  1,000 and 10,000 machines for 300 hours of work each: how many times as long
  as 300 hours does it take with 10,000?

Minutes: 15 · Difficulty: 2
"""

import numpy as np

WORK, SAVE, RESTART, MTBF = 300.0, 0.1, 0.2, 20_000.0


def hours(machines: int, interval: float, runs: int = 200) -> float:
    """The hours that a run takes, the mean of many with chance in them.

    Args:
        machines: how many work together; one that fails stops all.
        interval: hours of work between two checkpoints.
        runs: how many runs are played through.
    """
    rng = np.random.default_rng(0)
    return float(
        np.mean([one_run(machines, interval, rng) for _ in range(runs)])
    )


def one_run(machines: int, interval: float, rng: np.random.Generator) -> float:
    """Play one run through, from checkpoint to checkpoint."""
    clock = done = 0.0
    failure = rng.exponential(MTBF / machines)
    while done < WORK:
        work = min(interval, WORK - done)
        if clock + work + SAVE <= failure:
            clock, done = clock + work + SAVE, done + work
        else:
            clock = failure + RESTART
            failure = clock + rng.exponential(MTBF / machines)
    return clock


ANSWERS = {
    "failures": None,
    "young": None,
    "best": None,
    "daily": None,
    "machines": None,
}
