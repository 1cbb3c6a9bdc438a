"""Articles on disk, and the command line as a user calls it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ARTICLE = """Army denies the raid on Tellin
Residents said on Tuesday that jets had bombed the market in Tellin. At least 15 people were killed, rescuers said.
The army denied that its jets had bombed the market.
"""

Sayso = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def sayso(tmp_path: Path) -> Sayso:
    """Run `sayso` as a process of its own, in an empty folder, with nothing but pipes around it."""

    def call(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "sayso", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={**os.environ, **environment},
            check=False,
            timeout=120,
        )
        out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)

    return call
