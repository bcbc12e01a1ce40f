"""Which hosts answer, asked once and remembered for the process.

A machine without network must not wait for every mirror in turn. All hosts
of a data set are therefore knocked at together, for a short while, before
anything is fetched; what did not answer is not asked again.
"""

from __future__ import annotations

import socket
import threading
import time
import urllib.parse
import urllib.request
from collections.abc import Iterable

PATIENCE = 2.5
"""Seconds to wait for hosts to answer, all of them together."""

WORN_PATIENCE = 0.3
"""The same, once no host of some data set has answered."""

Endpoint = tuple[str, int]


class RefusedError(Exception):
    """An address does not serve; the message is the reason."""


class Memory:
    """What is known of hosts and addresses in this process."""

    def __init__(self) -> None:
        self._knocks: dict[Endpoint, _Knock] = {}
        self._reasons: dict[str, str] = {}
        self._silent: dict[Endpoint, str] = {}
        self._worn = False

    def knock(self, addresses: Iterable[str]) -> None:
        """Start asking the hosts of these addresses, all at once."""
        deadline = time.monotonic() + self._patience()
        for endpoint in map(_endpoint, addresses):
            if endpoint not in self._knocks:
                self._knocks[endpoint] = _Knock(endpoint, deadline)

    def demand(self, address: str) -> None:
        """Wait until the host of an address has answered.

        Raises:
            RefusedError: it does not, or the address was refused before.
        """
        self.knock([address])
        endpoint = _endpoint(address)
        reason = (
            self._reasons.get(address)
            or self._reasons.get(address.partition("#")[0])
            or self._silent.get(endpoint)
            or self._knocks[endpoint].reason()
        )
        if reason:
            raise RefusedError(reason)

    def refuse(self, address: str, reason: str) -> None:
        """Remember that an address did not serve."""
        self._reasons[address] = reason

    def silence(self, address: str, reason: str) -> None:
        """Remember that the whole host of an address does not serve."""
        self._silent[_endpoint(address)] = reason

    def conclude(self, addresses: Iterable[str]) -> None:
        """Note how it went: where no host answered, hurry from now on."""
        knocks = [self._knocks.get(_endpoint(a)) for a in addresses]
        self._worn |= all(knock and knock.reason() for knock in knocks)

    def forget(self) -> None:
        """Forget everything, so that every host is asked again."""
        self._knocks.clear()
        self._reasons.clear()
        self._silent.clear()
        self._worn = False

    def _patience(self) -> float:
        return WORN_PATIENCE if self._worn else PATIENCE


memory = Memory()


class _Knock:
    """One attempt to connect, in a thread of its own."""

    def __init__(self, endpoint: Endpoint, deadline: float) -> None:
        self.deadline = deadline
        self._seconds = deadline - time.monotonic()
        self._done = threading.Event()
        self._reason = ""
        # A daemon, because a name server that hangs cannot be interrupted.
        threading.Thread(
            target=self._run, args=(endpoint,), daemon=True
        ).start()

    def reason(self) -> str:
        """Wait, and say why there is no answer; empty where there is."""
        if not self._done.wait(max(0.0, self.deadline - time.monotonic())):
            return self._no_answer()
        return self._reason

    def _no_answer(self) -> str:
        return f"no answer within {self._seconds:.1f} s"

    def _run(self, endpoint: Endpoint) -> None:
        try:
            socket.create_connection(endpoint, self._seconds).close()
        except socket.gaierror:
            self._reason = f"the host {endpoint[0]} cannot be found"
        except ConnectionRefusedError:
            self._reason = "connection refused"
        except TimeoutError:
            self._reason = self._no_answer()
        except OSError as error:
            self._reason = f"no connection ({error})"
        self._done.set()


def _endpoint(address: str) -> Endpoint:
    """Give whom to connect to for an address: its host, or the proxy."""
    parts = urllib.parse.urlsplit(address)
    proxy = urllib.request.getproxies().get(parts.scheme)
    host = parts.hostname or ""
    if proxy and not urllib.request.proxy_bypass(host):
        proxy = proxy if "//" in proxy else f"//{proxy}"
        parts = urllib.parse.urlsplit(proxy)
    ports = {"https": 443, "http": 80}
    port = parts.port or ports.get(parts.scheme, 80)
    return parts.hostname or "", port
