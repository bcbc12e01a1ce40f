r"""How often should a cluster save: the answer.

**failures.** A machine fails once in 20,000 hours, so a thousand of them fail
once in 20: $300 / 20 = 15$ failures. What is rare on one machine is daily
business on many.

**young.** $\sqrt{2 \cdot 0.1 \cdot 20} = 2$ hours.

**best.** Two hours, as the rule says. Half an hour spends 60 hours on
checkpoints alone; at 16 hours each failure throws away about eight. Near the
best interval the curve is flat, so a rule of thumb is enough.

**daily.** About 580 hours, nearly twice the work. A run that saves every 24
hours on a cluster that fails every 20 hardly moves.

**machines.** Each machine computes for the same 300 hours, but ten thousand
of them fail every two hours, and two hours is what they compute between
checkpoints: about 2.03 times as long. Young's interval would be 0.63 hours.
With more machines it falls by the root of their number, which is why big
clusters save to fast storage, and often.
"""

ANSWERS = {
    "failures": 15,
    "young": 2,
    "best": 2,
    "daily": 580,
    "machines": 2.03,
}
