"""The command's output reaches every terminal, file and pipe."""

import json
import os
import subprocess
import sys

import pytest

from d2lcode._output import plainly

GOOD = "def double(x):\n    print('深度')\n    return 2 * x\n"
BAD = GOOD.replace("2 * x", "'√' * 3")
ENCODINGS = ("gbk", "cp1252", "ascii", "utf-8")


@pytest.fixture
def run(book):
    """Run commands in one process, with output of one encoding."""

    def d2lcode(encoding, *commands):
        code = (
            "import sys\n"
            "from d2lcode.cli import main\n"
            f"for command in {list(commands)!r}:\n"
            "    try:\n"
            "        main(command.split())\n"
            "    except SystemExit as end:\n"
            "        print('ended:', end.code, flush=True)\n"
        )
        return subprocess.run(
            [sys.executable, "-c", code],
            cwd=book,
            env={**os.environ, "PYTHONIOENCODING": encoding},
            capture_output=True,
            check=False,
        )

    return d2lcode


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_no_command_ends_in_an_encoding_error(run, toy, answer, encoding):
    grader = toy.grader.read_text("utf-8")
    hints = '["Multiply · 乘.", "By two…", "2 × x"]'
    old = '["Multiply.", "By two.", "2 * x"]'
    assert old in grader
    toy.grader.write_text(grader.replace(old, hints), "utf-8")
    answer(BAD)
    done = run(
        encoding,
        "check",
        "check toy/double -v",
        "progress",
        "progress toy",
        "hint double",
        "hint double",
        "notebook nowhere/深",
        "reset double",
    )
    # Click takes ASCII for a mistake, and writes UTF-8 in its place.
    written = "utf-8" if encoding == "ascii" else encoding
    out = done.stdout.decode(written)
    err = done.stderr.decode(written)
    assert "UnicodeEncodeError" not in out + err
    assert "Traceback" not in out + err
    codes = [line[-1] for line in out.splitlines() if "ended:" in line]
    assert codes == ["1", "1", "0", "0", "0", "0", "2", "2"], out + err
    assert "By two" in out


def test_a_bar_is_still_a_bar(run, answer):
    answer(GOOD)
    out = run("ascii", "check toy/double").stdout.decode("ascii")
    assert "#################### 4 of 4 points" in out
    assert "+ numbers  2/2" in out


@pytest.mark.parametrize("encoding", ENCODINGS[:2])
def test_json_is_whole_in_any_encoding(run, answer, encoding):
    answer(GOOD)
    out = run(encoding, "check --json").stdout.decode("ascii")
    report = json.loads(out[: out.rindex("ended:")])
    assert report["results"][0]["outcomes"][0]["printed"] == "深度"


def test_what_cannot_be_encoded_gets_a_stand_in():
    error = UnicodeEncodeError("ascii", "a✓深", 1, 3, "no")
    assert plainly(error) == ("+?", 3)
    with pytest.raises(UnicodeDecodeError):
        plainly(UnicodeDecodeError("ascii", b"\xff", 0, 1, "no"))
