"""Powers of the logits themselves.

caught by: test_large_logits
says: Take log_softmax
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
    powers = paddle.exp(student / temperature)
    q = paddle.log(powers / powers.sum(axis=1, keepdim=True))
    soft = functional.kl_div(q, p, reduction="batchmean", log_target=True)
    hard = functional.cross_entropy(student, labels)
    return share * temperature**2 * soft + (1 - share) * hard
