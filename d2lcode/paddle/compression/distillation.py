"""Distillation (Hinton et al. 2015): a small network learns from a large one.

https://arxiv.org/abs/1503.02531
"""

from paddle import Tensor
from paddle.nn import functional

from d2lcode._checks import positive


def distillation_loss(
    student: Tensor, teacher: Tensor, temperature: float = 4.0
) -> Tensor:
    """How far a student's softened probabilities are from its teacher's.

    The divergence of the student's from the teacher's, both at one
    temperature, times its square, so that gradients keep their size.

    Args:
        student: logits, (n, classes).
        teacher: logits, (n, classes).
        temperature: logits are divided by it before the softmax.

    Raises:
        ValueError: if the temperature is not above 0.
    """
    positive("temperature", temperature)
    ours = functional.log_softmax(student / temperature, axis=1)
    theirs = functional.log_softmax(teacher / temperature, axis=1)
    each = functional.kl_div(ours, theirs, reduction="sum", log_target=True)
    return temperature**2 * each / len(student)
