r"""How wide is wide enough?

Here are twenty small models of sentences. In each, the next token depends on
the last one only; there are five words, and token 0 ends a sentence. Change
the run below: its width, and the power `alpha` of the length by which the
last comparison divides (0 does not divide, 1 compares means). Replace each
`None` by the number that comes out, or by the letter of the best answer. A
beam of 200 leaves nothing out that could win: what it finds is the most
probable sentence of all.

**1.** With `alpha=0`, how many tokens do the twenty sentences have on
average if the search is greedy, with a width of 1? (The end token counts.)

**2.** And how many if the beam is so wide that nothing is left out?

**3.** In how many of the twenty models does greedy search find the most
probable sentence of all?

**4.** What is the least width with which the most probable one is found in
all twenty? Try them all, from 1 on.

**5.** With a width of 8, how many tokens do the sentences have on average if
`alpha=1`?

**6.** Why does a wider beam give shorter sentences when `alpha=0`?

- a. Its sentences end sooner because there are fewer rounds.
- b. Each further token lowers the probability, so the most probable sentence
  is often a short one; a narrow beam loses it on the way.
- c. A wide beam prefers the end token, because it has the smallest number.

Minutes: 20 · Difficulty: 2
"""

import numpy as np

from d2lcode.scratch.seq2seq.beam_search import beam_search, best

START, END, LONGEST = 6, 0, 7
MODELS = range(20)

ANSWERS = {
    "1": None,
    "2": None,
    "3": None,
    "4": None,
    "5": None,
    "6": None,
}


def table(model):
    """Log probabilities (7, 6): of each next token, after each token."""
    rng = np.random.default_rng([9, model])
    return np.log(rng.dirichlet(np.full(6, 0.7), size=7))


def found(model, width, alpha):
    """The tokens that a beam search writes, without the start token."""
    logs = table(model)
    beam = beam_search(
        lambda beginnings: logs[beginnings[:, -1]],
        start=START,
        end=END,
        width=width,
        max_length=LONGEST,
    )
    return best(beam, 1, alpha)[0].tokens[1:]


if __name__ == "__main__":
    sentences = [found(model, width=1, alpha=0.0) for model in MODELS]
    print(sentences[:5])
    print("tokens on average", np.mean([len(t) for t in sentences]))
