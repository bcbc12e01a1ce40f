"""The difference of two cross-entropies."""

import paddle
from paddle.nn import functional


def distillation_loss(
    student: paddle.Tensor,
    teacher: paddle.Tensor,
    labels: paddle.Tensor,
    temperature: float,
    share: float,
) -> paddle.Tensor:
    p = functional.log_softmax(teacher.detach() / temperature, axis=1)
    q = functional.log_softmax(student / temperature, axis=1)
    soft = (p.exp() * (p - q)).sum(axis=1).mean()
    logs = functional.log_softmax(student, axis=1)
    hard = functional.nll_loss(logs, labels)
    return share * temperature**2 * soft + (1 - share) * hard
