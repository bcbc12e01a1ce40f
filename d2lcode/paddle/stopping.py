"""Early stop: end when the validation loss no longer falls."""

import math
from typing import Any

from paddle import nn

from d2lcode._checks import optional_count


class EarlyStop:
    """Remembers the best weights, and for how many epochs none were better.

    Args:
        patience: how many epochs without a better validation loss end the
            run; None never ends it and remembers nothing.
        valid: the validation data.

    Raises:
        ValueError: if there is patience but nothing to validate with.
    """

    def __init__(self, patience: int | None, valid: Any) -> None:
        if patience is not None and valid is None:
            raise ValueError(
                "valid is None; expected validation data, because patience "
                f"is {patience}"
            )
        self.patience = optional_count("patience", patience)
        self.best = math.inf
        self.waited = 0
        self.weights: dict[str, Any] | None = None

    @property
    def due(self) -> bool:
        """Whether patience is at its end."""
        return self.patience is not None and self.waited >= self.patience

    def look(self, model: nn.Layer, row: dict[str, float]) -> None:
        """Take an epoch's row into account."""
        if self.patience is None:
            return
        if row["valid_loss"] < self.best:
            self.best, self.waited = row["valid_loss"], 0
            self.weights = {
                name: tensor.clone()
                for name, tensor in model.state_dict().items()
            }
        else:
            self.waited += 1

    def restore(self, model: nn.Layer) -> None:
        """Give the model the best weights, if any are remembered."""
        if self.weights is not None:
            model.set_state_dict(self.weights)

    def state_dict(self) -> dict[str, Any]:
        """Everything, for a checkpoint."""
        return {
            "best": self.best,
            "waited": self.waited,
            "weights": self.weights,
        }

    def load_state_dict(self, state: dict[str, Any]) -> None:
        """Take over what `state_dict` gave."""
        self.best, self.waited = state["best"], state["waited"]
        self.weights = state["weights"]
