"""Two processes on one PostgreSQL: one talks, the other works; what the worker finds is said by the one that talks."""

import os
import subprocess
import sys
from pathlib import Path

from tests import papers

ROOT = Path(__file__).parents[2]


def test_a_worker_does_the_job_and_the_console_says_it(tmp_path: Path, postgresql_url: str) -> None:
    (tmp_path / "cv.pdf").write_bytes(papers.pdf())
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    environment = {**kept, "PYTHONPATH": str(ROOT), "DATABASE_URL": postgresql_url, "JOBS": "shared"}
    bot = [sys.executable, "-m", "bot"]
    worker = subprocess.Popen([*bot, "worker"], cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        assert worker.stderr
        assert "working" in worker.stderr.readline()
        script = "".join(f"/resume cv.pdf {track}\n" for track in ("web", "backend", "data", "mobile"))
        done = subprocess.run(
            [*bot, "console"],
            cwd=tmp_path,
            env=environment,
            input=script,
            capture_output=True,
            text=True,
            timeout=90,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.count("Résumé score:") == 4
        assert "track: Mobile" in done.stdout
    finally:
        worker.terminate()
        assert worker.wait(20) == 0
        worker.stderr.close()
