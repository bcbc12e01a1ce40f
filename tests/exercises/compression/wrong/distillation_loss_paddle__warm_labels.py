"""The labels' part with the temperature.

caught by: test_both_parts_of_it
says: the labels' part has the temperature
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
    hard = functional.cross_entropy(student / temperature, labels)
    return share * temperature**2 * soft + (1 - share) * hard
