r"""Masks and positions: the answer.

**No table.** All question marks are the same vector, so their queries are the
same, and so are all eight answers. The best single answer is a letter that
the word has, and one that it has twice if there is one. Among eight random
letters of 26, a pair is the rule: they are all different in less than a third
of the words. That makes about 22 % right, well above $1/8$.

**Causal.** As good as without a mask: 100 %. The first question mark stands
behind all the letters and needs nothing that comes after it. The letters
cannot see ahead any more, but nothing asks them anything.

**Window of 8.** Question mark $i$, counted from 0, stands on place $8 + i$
and needs the letter on place $7 - i$, which lies $2i + 1$ places back. A
window of 8 reaches 7 places back: $i = 0, 1, 2, 3$, half of the letters. The
other half is guessed, so the share is a little more than one half.

**Window of 5.** It reaches 4 places back: $i = 0, 1$, two letters. No training
helps with the others: what a place cannot see, it cannot copy.
"""

ANSWERS = {
    "no table": 0.22,
    "causal": 1.0,
    "window": 0.52,
    "letters": 2,
    "why": "b",
}
