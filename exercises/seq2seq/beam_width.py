r"""How wide is wide enough?

Here are twenty small models of sentences. In each, the next token depends on
the last one only; there are five words, and token 0 ends a sentence, which
has seven tokens at most. `written(model, width, alpha)` searches one of them.
Change the run below: its width, and the power `alpha` of the length by which
the last comparison divides (0 does not divide, 1 compares means). Replace
each `None` by the number that comes out, or by the letter of the best answer.
A beam of 200 leaves nothing out that could win: what it finds is the most
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

from d2lcode.scratch.seq2seq.small_models import written

ANSWERS = {
    "1": None,
    "2": None,
    "3": None,
    "4": None,
    "5": None,
    "6": None,
}

if __name__ == "__main__":
    sentences = [written(model, width=1, alpha=0.0) for model in range(20)]
    print(sentences[:5])
    print("tokens on average", np.mean([len(text) for text in sentences]))
