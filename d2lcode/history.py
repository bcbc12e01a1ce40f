"""What training returns: the loss of every step, a row for every epoch."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, SupportsFloat

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class History:
    """How a training run went.

    Attributes:
        epochs: one row an epoch: `epoch` (from 1), `loss` (mean over its
            steps), `lr`, `seconds`, and with validation data `valid_loss`
            and one `valid_…` for every metric.
    """

    def __init__(self) -> None:
        self.epochs: list[dict[str, float]] = []
        self._losses: list[float] = []
        self._unread: list[SupportsFloat] = []

    def add(self, loss: SupportsFloat) -> None:
        """Note a step's loss.

        A tensor is only read when its value is asked for, so that a
        graphics card need not wait for the reading.
        """
        self._unread.append(loss)

    @property
    def losses(self) -> list[float]:
        """The training loss of every step, in order."""
        self._losses += map(float, self._unread)
        self._unread.clear()
        return self._losses

    def __len__(self) -> int:
        """The number of epochs that are complete."""
        return len(self.epochs)

    def __getitem__(self, column: str) -> list[float]:
        """One column of the epochs' rows, such as "valid_loss".

        Raises:
            KeyError: naming the columns there are.
        """
        if not self.epochs or column not in self.epochs[-1]:
            raise KeyError(f"{column!r}; there are {list(self.columns)}")
        return [row.get(column, math.nan) for row in self.epochs]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the epochs' columns."""
        return tuple(self.epochs[-1]) if self.epochs else ()

    @property
    def last(self) -> dict[str, float]:
        """The row of the last epoch; empty before the first is complete."""
        return self.epochs[-1] if self.epochs else {}

    @property
    def seconds(self) -> float:
        """The time that all complete epochs took, in seconds."""
        return sum(row["seconds"] for row in self.epochs)

    @property
    def diverged(self) -> bool:
        """Whether a loss was ever infinite or not a number."""
        return not all(map(math.isfinite, self.losses))

    def plot(self, *columns: str) -> Figure:
        """Draw columns by epoch; without names, every loss there is."""
        from d2lcode import plot

        columns = columns or tuple(c for c in self.columns if "loss" in c)
        return plot.curves(
            {column: self[column] for column in columns},
            x=self["epoch"],
            xlabel="epoch",
        )

    def end_epoch(
        self, steps: int, lr: float, seconds: float, **scores: float
    ) -> dict[str, float]:
        """Add and give the row of the epoch that the last steps make up."""
        row = {
            "epoch": len(self) + 1,
            "loss": math.fsum(self.losses[-steps:]) / steps,
            **scores,
            "lr": lr,
            "seconds": seconds,
        }
        self.epochs.append(row)
        return row

    def state_dict(self) -> dict[str, Any]:
        """Everything, in plain numbers, for a checkpoint."""
        return {"losses": self.losses, "epochs": self.epochs}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        """Take over what `state_dict` gave."""
        self._losses, self._unread = list(state["losses"]), []
        self.epochs = [dict(row) for row in state["epochs"]]

    def __repr__(self) -> str:
        """One line, such as `History: 3 epochs, loss 0.1, …`."""
        row = ", ".join(
            f"{name} {value:.4g}"
            for name, value in self.last.items()
            if name not in ("epoch", "seconds", "lr")
        )
        return (
            f"History: {len(self)} epochs, {len(self.losses)} steps, "
            f"{self.seconds:.1f} s" + (f"; {row}" if row else "")
        )
