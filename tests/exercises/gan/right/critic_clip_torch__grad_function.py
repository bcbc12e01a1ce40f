"""Gradients by torch.autograd.grad, and all weights clipped at once."""

import torch


def critic_step(critic, optimizer, real, fake, limit=0.01):
    with torch.no_grad():
        fake = fake.clone()
    parameters = [*critic.parameters()]
    gap = torch.mean(critic(real)) - torch.mean(critic(fake))
    optimizer.zero_grad(set_to_none=True)
    found = torch.autograd.grad(-gap, parameters, allow_unused=True)
    for p, g in zip(parameters, found, strict=True):
        p.grad = g
    optimizer.step()
    with torch.inference_mode():
        torch._foreach_clamp_min_(parameters, -limit)
        torch._foreach_clamp_max_(parameters, limit)
    return gap.tolist()
