"""The logarithm of a softmax.

caught by: test_large_logits
says: Take log_softmax
"""

import torch
from torch.nn import functional


def distillation_loss(
    student: torch.Tensor,
    teacher: torch.Tensor,
    labels: torch.Tensor,
    temperature: float,
    share: float,
) -> torch.Tensor:
    p = functional.softmax(teacher.detach() / temperature, dim=1)
    q = functional.softmax(student / temperature, dim=1)
    each = p * (p.log() - q.log())
    soft = each.sum() / len(p)
    hard = functional.cross_entropy(student, labels)
    return share * temperature**2 * soft + (1 - share) * hard
