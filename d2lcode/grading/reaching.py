"""Answers that train, and are judged by what they reach."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from d2lcode.grading.checks import AnswerError


def reaches(
    run: Callable[[Any], float],
    cases: Iterable[Any],
    *,
    least: float,
    guess: float,
    what: str = "of the hidden examples right",
    why: Callable[[Any], str] | None = None,
) -> None:
    """Train an answer several times, and ask each time how far it came.

    The first run that misses ends it: a wrong answer costs one training.

    Args:
        run: trains with one case (a seed, say) and gives the share, from
            0 to 1, that it reaches on data that the answer has not seen.
        cases: one for each run.
        least: the share that is enough; choose it well below what right
            answers reach, and well above what wrong ones do.
        guess: the share that guessing reaches.
        what: what the share is of.
        why: the likely mistake in the case that missed, if one is found;
            it may train again, for it is asked only then.

    Raises:
        AnswerError: a run reached less.
    """
    for case in cases:
        share = float(run(case))
        if np.isfinite(share) and share >= least:
            continue
        found = why(case) if why else ""
        likely = f"\nLikely mistake: {found}" if found else ""
        raise AnswerError(
            f"I trained your answer with {case}. It reached {share:.0%} "
            f"{what}; expected was at least {least:.0%}, and guessing gets "
            f"{guess:.0%}.{likely}"
        )
