"""Where do you set the threshold?: the answer.

At 0.5 there are 61 boxes, 56 of them right: a precision of 56 / 61 and, of 69
platelets, a recall of 56 / 69. Three platelets were given no box at all, so
no threshold reaches a recall above 66 / 69.

For screening the threshold goes down to 0.30: 64 of 69 are found, at the
price of eleven boxes that are none. For counting, 0.35 is best, with 68 boxes.
That is nearly the right number, though seven of them are wrong: mistakes of
the two kinds cancel out. A count can be right where the boxes are not.

When right boxes become surer, more of them pass the same threshold, and the
precision at 0.5 rises a little, to 59 / 64. The recall gains more. So a
threshold belongs to one trained network; another one needs its own.
"""

ANSWERS = {
    "precision": 0.918,
    "recall": 0.812,
    "screening": 0.30,
    "counting": 0.35,
    "more": 0.922,
}
