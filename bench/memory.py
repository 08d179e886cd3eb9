"""Resident memory of an idle console bot and of the processes it keeps, in MB (Linux)."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]


def resident(pid: int) -> float:
    """Megabytes of one process that belong to it alone or in part (its proportional share)."""
    rows = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    return next(int(row.split()[1]) for row in rows if row.startswith("Pss:")) / 1024


def children(pid: int) -> list[int]:
    found = [
        int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()
    ]
    return found + [grandchild for child in found for grandchild in children(child)]


def main() -> None:
    if not Path("/proc/self/smaps_rollup").exists():
        print("not measured: this system has no /proc")
        return
    with tempfile.TemporaryDirectory() as folder:
        bot = subprocess.Popen(
            [sys.executable, "-m", "bot"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        try:
            while not (Path(folder) / "careergpt.db").exists():
                time.sleep(0.1)
            time.sleep(4)
            below = children(bot.pid)
            print(
                f"the bot {resident(bot.pid):.0f} MB, its {len(below)} helper processes {sum(map(resident, below)):.0f} MB"
            )
        finally:
            bot.kill()
            bot.communicate()


if __name__ == "__main__":
    main()
