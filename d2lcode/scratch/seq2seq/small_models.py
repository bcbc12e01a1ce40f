"""Small models of sentences, on which a search can be tried out.

Each has six tokens, of which 0 ends a sentence, and the next token depends
on the last one only.
"""

import numpy as np

from d2lcode.scratch.seq2seq.beam_search import Step, beam_search, best

START, END, LONGEST = 6, 0, 7


def small_model(seed: int) -> Step:
    """A model as a step function: (k, t) -> log probabilities, (k, 6)."""
    rng = np.random.default_rng([9, seed])
    logs = np.log(rng.dirichlet(np.full(6, 0.7), size=7))
    return lambda beginnings: logs[beginnings[:, -1]]


def written(seed: int, width: int, alpha: float = 0.0) -> tuple[int, ...]:
    """The tokens that a beam search writes, 7 at most, without the start.

    Args:
        seed: of the model.
        width: of the beam, 1 or more.
        alpha: the power of the length by which the last comparison divides.

    Raises:
        ValueError: `width` is below 1.
    """
    beam = beam_search(
        small_model(seed),
        start=START,
        end=END,
        width=width,
        max_length=LONGEST,
    )
    return best(beam, 1, alpha)[0].tokens[1:]
