"""Too stiff, or too supple?

Somebody fits polynomials to points whose noise has a variance of 0.09, so no
model, however good, has an expected squared error under 0.09 on new points.
Replace each `None` by the letter of the best answer, or by a number.

**1.** The mean squared error is 0.43 on the 20 training points and 0.59 on
1,000 new ones. What is the first thing to try?

- a. A more flexible model: it misses even the points that it was shown.
- b. A less flexible model: the error on new points is the larger one.
- c. Nothing: the two errors are close to each other.

**2.** Another fit has 0.015 on the training points and 5.9 on new ones. What
does the 0.015 say?

- a. The fit is excellent where there are points, and only the edges are bad.
- b. The model has fitted the noise: it is far below what the truth itself
  gets.
- c. The new points must come from somewhere else.

**3.** Eight points, all at different places. What is the lowest degree at
which a polynomial is certain to pass through all of them, whatever their
heights? (A number.)

**4.** The degree stays at 12, and the fit is too supple for its 20 points.
Which of these helps?

- a. Solving the least squares more exactly.
- b. Measuring the error on more new points.
- c. Training on 2,000 points instead of 20.

**5.** A straight line is fitted to points around a cubic, first to 20 of
them and then to 20,000. What happens to its errors?

- a. Both the training and the test error go to 0.09.
- b. They come to agree, well above 0.09.
- c. The training error goes to 0, the test error grows.

Minutes: 10 · Difficulty: 2
"""

ANSWERS = {
    "1": None,
    "2": None,
    "3": None,
    "4": None,
    "5": None,
}
