"""The shares exchanged.

caught by: test_both_parts_of_it
says: are exchanged
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
    p = functional.log_softmax(teacher.detach() / temperature, axis=1)
    q = functional.log_softmax(student / temperature, axis=1)
    soft = functional.kl_div(q, p, reduction="batchmean", log_target=True)
    hard = functional.cross_entropy(student, labels)
    return (1 - share) * temperature**2 * soft + share * hard
