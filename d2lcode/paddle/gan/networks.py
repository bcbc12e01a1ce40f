"""Two small networks that play against each other (Goodfellow et al. 2014).

https://arxiv.org/abs/1406.2661
"""

from paddle import Tensor, nn

from d2lcode._checks import positive_integer
from d2lcode.paddle.initialisation import he_init, xavier_init


class Generator(nn.Layer):
    """Turns random numbers into examples: (n, latent_size) -> (n, features).

    Args:
        latent_size: random numbers for one example.
        features: numbers in one example.
        hidden_size: units in each of the two hidden layers.

    Raises:
        ValueError: if one of them is below 1.
    """

    def __init__(
        self, latent_size: int = 2, features: int = 2, hidden_size: int = 64
    ) -> None:
        super().__init__()
        self.latent_size = positive_integer("latent_size", latent_size)
        positive_integer("features", features)
        positive_integer("hidden_size", hidden_size)
        self.layers = nn.Sequential(
            nn.Linear(latent_size, hidden_size),
            nn.Tanh(),
            nn.Linear(hidden_size, hidden_size),
            nn.Tanh(),
            nn.Linear(hidden_size, features),
        )
        xavier_init(self)

    def forward(self, z: Tensor) -> Tensor:
        """Make an example of each row: (n, latent_size) -> (n, features)."""
        return self.layers(z)


class Discriminator(nn.Layer):
    """Scores examples: (n, ...) with `features` numbers each -> (n, 1).

    The score is the logit of “this one is real”; as the critic of a
    Wasserstein GAN it has no scale of its own.

    Args:
        features: numbers in one example.
        hidden_size: units in each of the two hidden layers.

    Raises:
        ValueError: if one of them is below 1.
    """

    def __init__(self, features: int = 2, hidden_size: int = 64) -> None:
        super().__init__()
        positive_integer("features", features)
        positive_integer("hidden_size", hidden_size)
        self.layers = nn.Sequential(
            nn.Flatten(),
            nn.Linear(features, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, hidden_size),
            nn.ReLU(),
            nn.Linear(hidden_size, 1),
        )
        he_init(self)

    def forward(self, x: Tensor) -> Tensor:
        """Score each example: (n, ...) -> (n, 1)."""
        return self.layers(x)
