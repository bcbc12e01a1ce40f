"""Too stiff, or too supple: the answers.

**1.** a. The training error alone decides it: 0.43 is far above 0.09, on
points that the model was free to fit. It *underfits*. The gap to 0.59 is a
second, smaller trouble.

**2.** b. The truth itself misses each point by its noise and gets about
0.09. Every fit leans a little towards its points and ends somewhat below;
whoever gets a sixth of it has bent towards the noise, and pays for it on new
points: it *overfits*. That its worst mistakes lie near the edges is true of
polynomials, but it is no excuse; new points come there too, and between the
edges it does worse than a cubic as well.

**3.** 7. A polynomial of degree 7 has eight weights, one for each condition,
and the equations always have a solution. Degree 6 has seven, and passes
through eight points only by luck.

**4.** c. With many points for each weight, following the noise of one means
missing a hundred others. Solving more exactly fits the noise more exactly,
and a better measurement of the error does not change it.

**5.** b. With plenty of points there is no noise left to fit, so both errors
tend to the same value: the noise plus what the best of all lines must miss.
More data cure overfitting; they do nothing for a model that cannot bend.
"""

ANSWERS = {
    "1": "a",
    "2": "b",
    "3": 7,
    "4": "c",
    "5": "b",
}
