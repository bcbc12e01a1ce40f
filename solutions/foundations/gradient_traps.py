r"""What does it say in grad: the answer.

**1: 8.** Two paths lead from `x` through the product $x \cdot x$, each with
the derivative 3, and one through $2x$, with the derivative 2.

**2: 18.** Each sweep adds 6 to what is there. Only clearing begins anew.

**3: 10.** Each entry of `b` was used in ten rows. What was repeated on the
way forward is added up on the way back.

**4: 0.25.** The mean divides by all 40 entries, and each entry of `b` is in
ten of them: 10/40.

**5: 3.** `c` has the value 3 and is otherwise a constant, so the product has
the derivative of $3x$. The path through `c` has been cut.

**6: 2.** If every row has the gradient $g$, so has the mean of any number of
them. The two parts bring $g + g$; the mean over all rows has $g$. Each part
has to be weighted by its share of the rows, 20/60 and 40/60. The mistake does
no harm to the direction here, and acts like twice the learning rate. With rows
that differ, it also lets the smaller part count for too much.
"""

ANSWERS = {
    "1": 8,
    "2": 18,
    "3": 10,
    "4": 0.25,
    "5": 3,
    "6": 2,
}
