r"""Is it supervised learning?

A problem can be learnt from examples if you can name three things: a
*hypothesis* that turns an input into a prediction, with *parameters* to be
found; an *objective* (目标函数), the loss that prices a candidate; and
examples that come with their answers. Replace each `None` by the letter of
the best answer.

**1.** You want to know in the evening how long tomorrow's bus ride will
take. You have a notebook of two hundred rides: hour, weekday, rain or not,
minutes taken. Which loss fits?

- a. The share of rides whose minutes were not predicted exactly.
- b. The mean of the squared differences between predicted and true minutes.
- c. The mean of the differences, predicted minus true.

**2.** In the model
$\hat t = w_1 \cdot \text{hour} + w_2 \cdot \text{rain} + b$
for those minutes, which are the parameters?

- a. $w_1$, $w_2$ and $b$.
- b. hour and rain.
- c. $\hat t$, because it is what we want to know.

**3.** A thousand photographs of leaves lie in one folder, and nobody has
written down what tree any of them is from. You want a program that names
the tree. What is missing?

- a. The hypothesis: there is no formula for a tree.
- b. The optimisation: a thousand photographs are too many to try.
- c. The answers: no prediction can be compared with anything.

**4.** A letter's postage depends on its weight by a table that the post
office prints. Is that a problem for learning from examples?

- a. Yes: collect stamped letters, and fit the postage to the weight.
- b. Only with a classification loss, because there are few prices.
- c. No: the rule is known exactly, so write it down.

**5.** Mail is to be sorted into wanted and unwanted. Somebody proposes the
loss “the number of letters in the word *unwanted* times the share of wrong
verdicts”. What is wrong with it?

- a. Nothing that matters: every candidate's price is multiplied by the same
  number, so the same candidate wins.
- b. It makes every candidate eight times worse, so the filter found will be
  worse.
- c. It is not squared, and a loss has to be.

**6.** You fit polynomials of degree 1 to 12 to forty readings, and want to
choose the degree. By which loss?

- a. That on the forty readings, because there are most of them.
- b. That on readings set aside for choosing, not used to fit.
- c. That on the test set, because only it is honest.

**7.** A chess program is told only at the end of a game whether it won. What
makes this harder than learning from examples?

- a. Winning and losing are only two answers.
- b. No move comes with its right answer; one verdict covers them all.
- c. There are too many positions for a program to have parameters.

Minutes: 10 · Difficulty: 1
"""

ANSWERS = {
    "1": None,
    "2": None,
    "3": None,
    "4": None,
    "5": None,
    "6": None,
    "7": None,
}
