r"""How few bits are enough: the answer.

**1.** 4. Seven steps to either side of zero are enough for this matrix; with
three the accuracy is well below, and with one most weights are 0.

**2.** 10, which is guessing. **3.** b: one weight sets the scale for all. In
4 bits the next step above 0 is a seventh of the largest weight, and no other
weight reaches half of that. Pixel 0 itself does no harm, since it is always
blank, and the least squares were solved before.

**4.** 80. **5.** a: the 3 has lost its weights to the one in its column, and
is never read; the other nine digits are as with 4 bits before. That is why
frameworks keep a scale for each output, and why they look for outliers: a
weight or an activation that is far larger than the rest costs all its
neighbours their digits.
"""

ANSWERS = {
    "1": 4,
    "2": 10,
    "3": "b",
    "4": 80,
    "5": "a",
}
