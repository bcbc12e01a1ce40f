"""What is no parameter is clipped, too.

caught by: test_every_parameter_and_nothing_else
says: What is no parameter stays
"""

import paddle


def critic_step(critic, optimizer, real, fake, limit=0.01):
    loss = critic(fake.detach()).mean() - critic(real).mean()
    optimizer.clear_grad()
    loss.backward()
    optimizer.step()
    with paddle.no_grad():
        for values in critic.state_dict().values():
            values.clip_(-limit, limit)
    return -loss.item()
