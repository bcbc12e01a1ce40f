"""How far training has come: a bar in a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from typing import SupportsFloat

from tqdm import tqdm

LINES = 10  # epochs that get a line of their own, about
QUIET = 30.0  # seconds after which a line comes in any case


class Progress:
    """Shows the steps of a run, with the time that is left.

    Args:
        epochs: how many epochs the run has.
        steps: how many steps an epoch has.
        epoch: epochs that an earlier run has done.
        step: steps that it has done of the next.
        show: False shows nothing; None and True a bar or lines.
    """

    def __init__(
        self, epochs: int, steps: int, epoch: int, step: int, show: bool | None
    ) -> None:
        self.epochs, self.steps = epochs, steps
        self.first = self.done = epoch * steps + step
        self.start = self.spoke = time.monotonic()
        terminal = sys.stderr.isatty()
        self.lines = show is not False and not terminal
        self.bar: tqdm | None = None
        if show is not False and terminal:
            total = epochs * steps
            self.bar = tqdm(total=total, initial=self.done, unit="step")

    def step(self, loss: SupportsFloat) -> None:
        """One step is done; `loss` is only read when it is shown."""
        self.done += 1
        if self.bar is not None and self.bar.update():
            self.bar.set_postfix(loss=f"{float(loss):.4g}", refresh=False)
        elif self.lines and time.monotonic() - self.spoke > QUIET:
            epoch, step = divmod(self.done, self.steps)
            self._say(
                f"epoch {epoch + 1}, step {step}: loss {float(loss):.4g}"
            )

    def epoch(self, row: dict[str, float]) -> None:
        """One epoch is done, and this is its row."""
        number = int(row["epoch"])
        every = -(-self.epochs // LINES)
        text = "  ".join(
            f"{name} {value:.4f}"
            for name, value in row.items()
            if name not in ("epoch", "seconds", "lr")
        )
        if self.bar is not None:
            self.bar.write(f"epoch {number}/{self.epochs}  {text}")
        elif self.lines and (number % every == 0 or number == self.epochs):
            self._say(f"epoch {number}/{self.epochs}  {text}")

    def _say(self, text: str) -> None:
        self.spoke = time.monotonic()
        print(f"{text}  ({self._left()})", flush=True)

    def _left(self) -> str:
        passed = time.monotonic() - self.start
        rate = passed / max(1, self.done - self.first)
        left = rate * (self.epochs * self.steps - self.done)
        return f"{passed:.0f} s, {left:.0f} s left"

    def close(self) -> None:
        """Leave the bar as it stands."""
        if self.bar is not None:
            self.bar.close()
