"""The mean over all entries.

caught by: test_both_parts_of_it
says: mean over all n·k entries
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
    soft = functional.kl_div(q, p, reduction="mean", log_target=True)
    hard = functional.cross_entropy(student, labels)
    return share * temperature**2 * soft + (1 - share) * hard
