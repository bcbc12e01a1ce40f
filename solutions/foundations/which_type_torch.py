r"""Which type of number, in PyTorch: the answer.

**What goes in.** Python's own fractions become `float32`. An array keeps the
type that it has, and NumPy's default is `float64`; so the same two numbers
give two types. `astype(np.float32)` on the way in settles it. Whole numbers
are `int64` either way.

**Comparisons.** They give `bool`, and a sum counts those that are true.

**With a number.** A single Python number does not change the type of a
tensor of fractions, and `float64` stays `float64`. It does make fractions of
whole numbers: `float32`, where NumPy would give `float64`.

**Whole numbers.** PyTorch refuses to take their mean. Times a tensor of
fractions, they become fractions of its type.
"""

ANSWERS = {
    "torch.tensor([1.5, 2.5])": "float32",
    "torch.tensor(a)": "float64",
    "torch.tensor(a.astype(np.float32))": "float32",
    "torch.tensor(i)": "int64",
    "t > 2": "bool",
    "(t > 2).sum()": "int64",
    "t * 2": "float64",
    "k * 1.5": "float32",
    "k.mean()": "error",
    "k * torch.tensor([0.5, 0.5])": "float32",
}
