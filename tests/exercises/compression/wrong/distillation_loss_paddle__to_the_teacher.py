"""The teacher is not detached.

caught by: test_the_gradient
says: learn from its own student
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
    p = functional.log_softmax(teacher / temperature, axis=1)
    q = functional.log_softmax(student / temperature, axis=1)
    soft = (p.exp() * (p - q)).sum(axis=1).mean()
    hard = functional.cross_entropy(student, labels)
    return share * temperature**2 * soft + (1 - share) * hard
