r"""The distillation loss of a student: the answer.

$p \log (p/q)$ is taken from two log-softmaxes, so that no probability
becomes 0 before its logarithm is taken. A mean over all $n \cdot k$ entries,
which is what `kl_div` does if nobody says otherwise, would make the teacher's
part smaller by the number of classes; `batchmean` divides by $n$ alone.

The factor $T^2$ makes up for two things: dividing the logits by $T$ divides
the gradient by $T$, and so does the softened difference $q - p$ itself.
Without it, a change of temperature would also change how much the teacher
has to say.

In Paddle two things are unlike PyTorch. `kl_div` gives its target no
gradient in any case, so `detach` only says what is meant. And on the CPU,
`log_softmax` goes no lower than −64, which is a probability of
$10^{-28}$: no loss from it is infinite.
"""

import paddle
from paddle.nn import functional


def distillation_loss(
    student: paddle.Tensor,
    teacher: paddle.Tensor,
    labels: paddle.Tensor,
    temperature: float,
    share: float,
) -> paddle.Tensor:
    """Weigh the teacher's word against the labels.

    Args:
        student: logits, (n, k).
        teacher: logits, (n, k).
        labels: the right classes, (n,).
        temperature: above 0.
        share: of the teacher, 0 to 1.

    Returns:
        One number.
    """
    p = functional.log_softmax(teacher.detach() / temperature, axis=1)
    q = functional.log_softmax(student / temperature, axis=1)
    soft = functional.kl_div(q, p, reduction="batchmean", log_target=True)
    hard = functional.cross_entropy(student, labels)
    return share * temperature**2 * soft + (1 - share) * hard
