r"""What does it say in grad?

Work these out on paper, then replace each `None` by a number. The code is
that of the frameworks, where the answers are the same in both; except
for `detach`, it runs on the engine of the page as well. In each question the
tensors are fresh.

**1.** `x` is the number 3, and `(x * x + x * 2.0).backward()` has been
called. What is `x.grad`?

**2.** `x` is the number 3. A loop has run three times:
`(x * x).backward()`, and nothing else in it. What is `x.grad`?

**3.** `table` has the shape `(10, 4)`, `b` the shape `(4,)`. After
`(table + b).sum().backward()`, what is each entry of `b.grad`?

**4.** The same with the mean of all entries:
`(table + b).mean().backward()`. What is each entry of `b.grad`?

**5.** `x` is the number 3, and `c` is `x` cut off from the graph, as
`x.detach()` gives it. After `(x * c).backward()`, what is `x.grad`?

**6.** Sixty rows do not fit into memory, so they come in two parts, of 20
and of 40 rows. For each part, the *mean* loss of its rows is sent back, and
the gradients are cleared only before the first. Suppose that the gradient of
the loss is the same for every row. What is the collected gradient, divided
by the gradient of the mean over all sixty rows?

Minutes: 10 · Difficulty: 2
"""

ANSWERS = {
    "1": None,
    "2": None,
    "3": None,
    "4": None,
    "5": None,
    "6": None,
}
