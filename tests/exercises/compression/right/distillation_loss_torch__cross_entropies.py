"""The difference of two cross-entropies."""

import torch
from torch.nn import functional


def distillation_loss(
    student: torch.Tensor,
    teacher: torch.Tensor,
    labels: torch.Tensor,
    temperature: float,
    share: float,
) -> torch.Tensor:
    p = functional.log_softmax(teacher.detach() / temperature, dim=1)
    q = functional.log_softmax(student / temperature, dim=1)
    soft = (p.exp() * (p - q)).sum(dim=1).mean()
    logs = functional.log_softmax(student, dim=1)
    hard = functional.nll_loss(logs, labels)
    return share * temperature**2 * soft + (1 - share) * hard
