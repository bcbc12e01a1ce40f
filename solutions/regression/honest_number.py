"""Which number may be reported? The answers.

One question settles all five: could anything that was learnt or chosen have
been different, had the test rows been different? Then they are not new.

**1.** b. Choosing a learning rate is learning, too. The 200 rows have become
a validation set, and there is no test set left.

**2.** a. It needs no targets to leak: the training inputs were moved and
scaled by numbers that depend on the test rows. The effect is often small,
which is why it so often stays unnoticed.

**3.** b. A photograph of the same hand, in the same light, is nearly a copy.
The split must put between training and test what will stand between training
and use: here, another person.

**4.** b. Cross-validation makes each number steadier, and that makes the luck
smaller; the least of forty is still a winner's number. That each model saw a
fifth less data does make it slightly pessimistic, but this does not cancel
the other.

**5.** c. With the days shuffled, most test days lie between two training
days, and the model fills gaps instead of looking ahead.
"""

ANSWERS = {
    "1": "b",
    "2": "a",
    "3": "b",
    "4": "b",
    "5": "c",
}
