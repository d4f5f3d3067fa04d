"""The workflows of GitHub: their steps can be run here, with programs that stand for others."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from tests.projects import REAL, write

FOLDER = REAL.root / ".github/workflows"
NOTING = f"""\
#!{sys.executable}
import json, os, sys
with open(os.environ["CALLS"], "a") as calls:
    print(json.dumps(sys.argv[1:]), file=calls)
"""
"""A program that does nothing but note how it was called; what it answers can be added."""

OUR_PYTHON = f'#!/bin/sh\nexec {sys.executable} "$@"\n'

Workflow = dict[Any, Any]
"""A workflow as YAML reads it, which takes its key `on` for a truth value."""


def read_workflow(path: Path) -> Workflow:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def steps_of(workflow: Workflow) -> list[dict[str, Any]]:
    """The steps of all jobs."""
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def step_of(workflow: Workflow, name: str) -> dict[str, Any]:
    (step,) = (step for step in steps_of(workflow) if step.get("name") == name)
    return step


def write_program(path: Path, text: str) -> None:
    write(path, text)
    path.chmod(0o755)


def run_step(
    workflow: Workflow, name: str, folder: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the commands of a step as GitHub does (Workflow syntax, `shell`), in a folder whose
    `bin/` has the programs that stand for others; how they ended."""
    step = step_of(workflow, name)
    pipes = ["-o", "pipefail"] if step.get("shell") == "bash" else []
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    given = {"PATH": path, "RUNNER_TEMP": str(folder), "CALLS": str(folder / "calls")}
    return subprocess.run(
        ["bash", "-e", *pipes, "-c", step["run"]],
        cwd=folder,
        env=os.environ | given | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def calls_in(folder: Path) -> list[list[str]]:
    """How the NOTING programs were called in a folder."""
    lines = (folder / "calls").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]
