r"""BLEU with more than one right answer.

A sentence has many translations. BLEU (Papineni et al., 2002) was made for
several *references* (参考译文) for each sentence, and is computed over a whole
set of sentences at once.

Write `bleu(hypotheses, references)`. `hypotheses` is a list of sentences;
`references` is a list as long, which holds for each of them a list of one or
more references. A sentence is a text whose words are divided by spaces; it
may be empty.

- For $n = 1, 2, 3, 4$, every run of $n$ words of a hypothesis is an $n$-gram.
  An $n$-gram that stands there $k$ times matches $\min(k, m)$ times, where $m$
  is how often it stands in that reference of the sentence which has it most
  often. $p_n$ is the number of matches in the whole set over the number of
  $n$-grams of all hypotheses.
- $c$ is the number of words of all hypotheses. $r$ adds up, for each sentence,
  the number of words of the reference closest in length to the hypothesis; of
  two equally close ones, the shorter. The *brevity penalty* is
  $b = e^{1 - r/c}$ if $c < r$, and 1 otherwise.
- The result is $100\, b\,(p_1 p_2 p_3 p_4)^{1/4}$, a float, without any
  smoothing. It is 0 if one of the four has no match.

For example, `bleu(["the cat sat on the mat"], [["the cat sat on a mat", "on
the mat sat the cat"]])` has the matches 6 of 6, 5 of 5, 3 of 4 and 1 of 3; no
word is missing, so $b = 1$ and the result is $100\,(1/4)^{1/4} = 70.71$.

Minutes: 25 · Difficulty: 2
"""

from collections.abc import Sequence


def bleu(
    hypotheses: Sequence[str], references: Sequence[Sequence[str]]
) -> float:
    """BLEU of a set of sentences, with several references for each.

    Args:
        hypotheses: n sentences, words spaced.
        references: for each of them one or more, words spaced.

    Returns:
        From 0 to 100.
    """
    raise NotImplementedError
