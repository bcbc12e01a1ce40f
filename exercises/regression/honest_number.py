"""Which number may be reported?

Five people say how well their model will do on new data. Replace each `None`
by the letter of the best answer.

**1.** A sets 200 rows aside for testing, trains with twelve learning rates,
takes the one with the lowest error on these 200 rows, and reports that error.

- a. Fine: the model was never trained on these rows.
- b. Too good: the rows helped to choose. New rows are needed to report from.
- c. Too bad: the model was trained on fewer rows than there are.

**2.** B normalises all rows by their mean and spread, and *then* splits them
into training and test rows.

- a. The test rows have had a say in the training data; take the statistics
  from the training rows alone.
- b. Fine: mean and spread use no targets.
- c. The test rows ought to have been normalised by their own statistics.

**3.** C has ten photographs of each of 300 people and wants to recognise
signs made by *strangers*. The 3,000 photographs are shuffled and split.

- a. Fine: no photograph is in both parts.
- b. The same people are in both parts. Split by person.
- c. Do not shuffle, so that the parts stay in the order of recording.

**4.** D compares forty models by 5-fold cross-validation, and reports the
winner's mean over the five parts as what to expect.

- a. Fine: every row was predicted by a model that had not seen it.
- b. Too good: the least of forty numbers has luck in it; a test set that had
  no part in the choice would say by how much.
- c. Too bad: each model saw only four fifths of the rows, which outweighs
  everything else.

**5.** E predicts tomorrow's sales from the last seven days. The days of three
years are shuffled and split at random.

- a. Fine: shuffling before the split is always right.
- b. Only k-fold cross-validation on the shuffled days would be honest.
- c. The model is tested on days whose next days it was trained on. Train on
  the earlier years, test on the last.

Minutes: 10 · Difficulty: 2
"""

ANSWERS = {
    "1": None,
    "2": None,
    "3": None,
    "4": None,
    "5": None,
}
