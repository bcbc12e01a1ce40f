"""Softmax down the columns.

caught by: test_both_parts_of_it
says: runs down the columns
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
    p = functional.log_softmax(teacher.detach() / temperature, dim=0)
    q = functional.log_softmax(student / temperature, dim=0)
    soft = functional.kl_div(q, p, reduction="batchmean", log_target=True)
    hard = functional.cross_entropy(student, labels)
    return share * temperature**2 * soft + (1 - share) * hard
