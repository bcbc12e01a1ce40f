r"""The distillation loss of a student.

A small network, the *student*, is trained by two targets at once: the
labels, and the logits that a large network, the *teacher*, gives for the same
pictures. With a *temperature* (温度) $T$ above 0, both networks' logits are
divided by $T$ before the softmax:

$$
p = \operatorname{softmax}(z_{\text{teacher}} / T), \qquad
q = \operatorname{softmax}(z_{\text{student}} / T) .
$$

Write `distillation_loss(student, teacher, labels, temperature, share)`, which
returns the number

$$
\lambda\, T^2 \cdot \frac1n \sum_{i=1}^n D_{\text{KL}}(p_i \,\|\, q_i)
\; + \; (1 - \lambda) \cdot \frac1n \sum_{i=1}^n -\log s_{i,\,y_i} ,
$$

where $\lambda$ is the `share` of the teacher, from 0 to 1,
$D_{\text{KL}}(p \| q) = \sum_j p_j \log (p_j / q_j)$ is the Kullback–Leibler
divergence, and $s$ is the student's softmax *without* a temperature.
`student` and `teacher` are tensors of logits, $(n, k)$, float32 or float64,
of any size: 1,000 and −1,000 are logits, too. `labels` holds $n$ whole numbers
(int64). Return a tensor with one number, from which the gradient flows to the
student and never to the teacher. Five digits are enough.

For example, with equal logits and `share = 1` the loss is 0. With
`student = [[0, 0]]`, `teacher = [[2, 0]]`, label 0, `temperature = 2` and
`share = 0.5` it is 0.5684.

Solve it in one of the two frameworks, whichever is yours; the other file may
stay as it is.

Minutes: 15 · Difficulty: 2
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
    """Weigh the teacher's word against the labels.

    Args:
        student: logits, (n, k).
        teacher: logits, (n, k).
        labels: the right classes, (n,).
        temperature: above 0.
        share: of the teacher, 0 to 1.

    Returns:
        One number.
    """
    raise NotImplementedError
