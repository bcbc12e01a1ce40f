r"""Masks and positions: what must it see?

On its page, a model with one head of attention learns to write words of eight
letters backwards. Change that run and read what comes out: copy its cells
into a notebook, `class Backwards` and what follows it. A training takes a few
seconds. To give the layer a mask, call it as `self.attention(vectors, mask)`;
the mask is a float32 tensor $(16, 16)$ with 0 where a place may be seen and
$-\infty$ where not, and `causal_mask` of `d2lcode.scratch.nlp.attention` says
where the causal mask is True. Guess before you run.

Replace each `None`. Shares lie between 0 and 1 and are those of all letters
of the 1,000 test words that are right, after 300 steps as on the page. They
differ a little from seed to seed, and two digits are enough.

- `"no table"`: the share without the table of places.
- `"causal"`: the share with the table and with a causal mask.
- `"window"`: the share with the table and a causal mask with a window of 8:
  each place sees only itself and the 7 places before it.
- `"letters"`: with a window of 5, how many of the eight letters of a word does
  it learn to get right (nearly) always? A whole number.
- `"why"`: the letter of the best answer. Without the table the share is well
  above the $1/26$ of pure chance, although the model cannot know which letter
  is asked for. Why?
    - a. It learns which letters are frequent in all the words.
    - b. It always gives a letter that the word has, the most frequent one if
      there is any.
    - c. The question marks stand behind the letters, and that tells it the
      order.

Minutes: 25 · Difficulty: 2
"""

ANSWERS = {
    "no table": None,
    "causal": None,
    "window": None,
    "letters": None,
    "why": None,
}
