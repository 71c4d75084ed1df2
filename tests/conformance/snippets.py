"""Runs the programs of the figures' methods and keeps what they print: `python snippets.py` rewrites snippets/*.json.

Set up once as for make_tables.py. `cargo test --test method` then compares the core with what was printed, and needs no
Python; it also tells when a CSV or a program has changed since. Exits with 1 when a program fails or prints no number.
"""

import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
KEPT = os.path.join(HERE, "snippets")


def figures(folder):
    """What the program in this folder prints: a name and a number a line."""
    run = subprocess.run([sys.executable, "snippet.py"], cwd=folder, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        sys.exit(f"{folder}: {run.stderr}")
    return {name: float(value) for name, value in (line.split() for line in run.stdout.splitlines())}


def main():
    with tempfile.TemporaryDirectory() as made:
        command = ["cargo", "test", "--quiet", "--test", "method", "the_program"]
        subprocess.run(command, cwd=HERE, env={**os.environ, "YENLENS_METHODS": made}, check=True)
        names = sorted(os.listdir(made))
        for name in names:
            folder = os.path.join(made, name)
            with open(os.path.join(folder, "print.txt")) as f:
                csv, snippet = f.read().split()
            with open(os.path.join(KEPT, f"{name}.json"), "w") as f:
                json.dump({"csv": csv, "snippet": snippet, "figures": figures(folder)}, f, indent=1)
                f.write("\n")
            print(name)
    for old in os.listdir(KEPT):
        if old.removesuffix(".json") not in names:
            os.remove(os.path.join(KEPT, old))


if __name__ == "__main__":
    main()
