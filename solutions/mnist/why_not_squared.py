r"""Why not the squared error: the answer.

**1: b.** $(8 - 3)^2 = 25$ against $(4 - 3)^2 = 1$. The loss takes the
*names* of the classes for *amounts*. Renumber the digits, and it would judge
the same two networks otherwise; nothing about the pictures has changed.

**2: c.** With even odds, $\tfrac12 (\hat y - 1)^2 + \tfrac12 (\hat y - 7)^2$
is least half-way, at 4. The squared error is minimised by the mean, and the
mean of two classes is a third class that has nothing to do with either. One
number has no way to say “a 1 or a 7”; ten probabilities do.

**3: a.** With the one-hot label $t$, the derivative in the logit $z_j$ is
$2 p_j \bigl((p_j - t_j) - \sum_l p_l (p_l - t_l)\bigr)$. The label's own
$p_j$ is near 0, and multiplies the rest away. At the class that the network
is sure of, $p_j$ is near 1, and the two terms in the bracket cancel. The
worst mistakes teach least.

**4: b.** The gradient is $p_j - \mathbb{1}[j = y]$, nearly $-1$ at the label
of a picture that the network is sure to be something else. It does not
exceed 1 either, for all that the loss itself grows without bound.

**5: b.** A temperature is an amount: 21 degrees lies between 20 and 22, an
error of two degrees is worse than of one, and an average of two forecasts is
a forecast. Animals and postcodes are names, whatever they are written with.
"""

ANSWERS = {
    "1": "b",
    "2": "c",
    "3": "a",
    "4": "b",
    "5": "b",
}
