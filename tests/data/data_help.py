"""A small data set, servers that misbehave, and other props."""

import contextlib
import gzip
import os
import random
import socket
import struct
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAMED = os.environ.get("D2LCODE_DATA_MIRROR")
REAL = Path(NAMED) if NAMED else ROOT.parent / "shared" / "data"
CONTENT = {
    "numbers.bin.gz": random.Random(0).randbytes(60_000),
    "words.txt": b"a small file, not packed\n" * 50,
}
PACKED = {
    "numbers.bin.gz": gzip.compress(CONTENT["numbers.bin.gz"], 1),
    "words.txt": CONTENT["words.txt"],
}


class Server:
    """An HTTP server on loopback; `routes` says how it answers.

    A route is the bytes of a body, or a function of the request handler.
    `asked` has the paths that were asked for, in order.
    """

    def __init__(self):
        self.routes, self.asked = {}, []
        self.stopping = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                outer.asked.append(self.path)
                route = outer.routes.get(self.path, not_found)
                route = route if callable(route) else body(route)
                self.close_connection = True
                with contextlib.suppress(OSError):  # the reader hung up
                    route(self)

            def log_message(self, *_):
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._http.stopping = self.stopping
        self.url = f"http://127.0.0.1:{self._http.server_port}"
        run = self._http.serve_forever
        threading.Thread(target=run, args=(0.02,), daemon=True).start()

    def serve(self, bodies):
        self.routes.update({f"/{name}": b for name, b in bodies.items()})
        return self

    def close(self):
        self.stopping.set()
        self._http.shutdown()
        self._http.server_close()


def body(content, status=200, **headers):
    """Answer with some bytes."""

    def route(request):
        request.send_response(status)
        request.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(content)

    return route


not_found = body(b"<html>no such file</html>", 404)


def broken_off(content):
    """Promise all of some bytes, send the first half, hang up."""

    def route(request):
        request.send_response(200)
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        request.wfile.write(content[: len(content) // 2])

    return route


def silent(request):
    """Accept the question and never answer."""
    request.server.stopping.wait(20)


def dripping(content, pause=0.05, chunk=1024):
    """Send some bytes slowly."""

    def route(request):
        request.send_response(200)
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        for start in range(0, len(content), chunk):
            request.wfile.write(content[start : start + chunk])
            if request.server.stopping.wait(pause):
                return

    return route


def endless(request):
    """Send without end."""
    request.send_response(200)
    request.end_headers()
    while not request.server.stopping.is_set():
        request.wfile.write(bytes(1 << 16))


def refused_url():
    """An address on loopback where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"


def fill(folder, files=None):
    """Put the small data set, or other files, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in (files or PACKED).items():
        (folder / name).write_bytes(content)
    return folder


def idx(array):
    """Write an array as IDX bytes."""
    codes = {"u1": 8, "i1": 9, "i2": 11, "i4": 12, "f4": 13, "f8": 14}
    code = codes[array.dtype.str[1:]]
    shape = struct.pack(f">{array.ndim}I", *array.shape)
    big = array.astype(array.dtype.newbyteorder(">"))
    return bytes([0, 0, code, array.ndim]) + shape + big.tobytes()


def leftovers(folder):
    """Every file in a folder, but the memory of what was verified."""
    every = (p for p in folder.rglob("*") if p.is_file())
    return sorted(p.name for p in every if p.name != "verified.json")
