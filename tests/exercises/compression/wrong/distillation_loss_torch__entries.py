"""The mean over all entries.

caught by: test_both_parts_of_it
says: mean over all n·k entries
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
    p = functional.log_softmax(teacher.detach() / temperature, dim=1)
    q = functional.log_softmax(student / temperature, dim=1)
    soft = functional.kl_div(q, p, reduction="mean", log_target=True)
    hard = functional.cross_entropy(student, labels)
    return share * temperature**2 * soft + (1 - share) * hard
