"""Softmax down the columns.

caught by: test_both_parts_of_it
says: runs down the columns
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
    p = functional.log_softmax(teacher.detach() / temperature, axis=0)
    q = functional.log_softmax(student / temperature, axis=0)
    soft = functional.kl_div(q, p, reduction="batchmean", log_target=True)
    hard = functional.cross_entropy(student, labels)
    return share * temperature**2 * soft + (1 - share) * hard
