r"""Why not the squared error?

A network should read digits. You could give it a single output $\hat y$, and
train it with the squared error $(\hat y - y)^2$ against the label, 0 to 9.
It is the loss that served us well for house prices. Replace each `None` by
the letter of the best answer.

**1.** The picture shows a 3. Network A outputs 4, network B outputs 8. What
does this loss say?

- a. Both are wrong, and equally so.
- b. B is 25 times as wrong as A, although a 4 is no “nearer” to a 3.
- c. B is 5 times as wrong as A, and rightly so.

**2.** A smudged picture is, as far as anyone can tell, a 1 or a 7 with even
odds. Which single output costs least on average?

- a. 1 or 7, either will do.
- b. 8, their sum.
- c. 4, a digit that it certainly is not.

**3.** Instead, let the network give ten probabilities by softmax, and take
the squared error between them and the *one-hot* (独热编码) label: ten numbers,
1 in the label's place and 0 elsewhere. The network is sure of a wrong class.
How large is the gradient in its logits?

- a. Almost nothing: softmax is flat there, and its derivative is a factor.
- b. The largest of all, because the error is largest there.
- c. The same as anywhere, because the squared error is a parabola.

**4.** And with the cross-entropy instead of the squared error?

- a. Almost nothing too: softmax is just as flat.
- b. Nearly as large as it can be: the logarithm undoes the flatness.
- c. Without bound: the loss has no upper bound, so its gradient has none.

**5.** For which of these is one output with the squared error the right
choice?

- a. Telling cats, dogs and birds apart, numbered 0, 1 and 2.
- b. Predicting tomorrow's temperature.
- c. Reading a postcode, since postcodes are numbers.

Minutes: 10 · Difficulty: 1
"""

ANSWERS = {
    "1": None,
    "2": None,
    "3": None,
    "4": None,
    "5": None,
}
