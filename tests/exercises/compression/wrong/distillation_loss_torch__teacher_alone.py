"""For the teacher alone there is a shorter way, which does not detach it.

caught by: test_the_gradient
says: With share=1 a gradient flows to the teacher
"""

from torch.nn import functional


def distillation_loss(student, teacher, labels, temperature, share):
    q = functional.log_softmax(student / temperature, dim=1)
    if share == 1:
        p = functional.log_softmax(teacher / temperature, dim=1)
    else:
        p = functional.log_softmax(teacher.detach() / temperature, dim=1)
    soft = functional.kl_div(q, p, reduction="batchmean", log_target=True)
    hard = functional.cross_entropy(student, labels)
    return share * temperature**2 * soft + (1 - share) * hard
