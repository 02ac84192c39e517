"""Trains the model that reads notes, from AnyStyle's core and from notes made of `works.txt`.

Needs python-crfsuite (`pip install python-crfsuite==0.9.12`). The same inputs give the same bytes.
"""

import argparse
from pathlib import Path

from learning import OWN, SEED, core, learn, made_notes, own_works, packed, training_notes

_MODEL = Path(__file__).parents[2] / "archiver" / "extract" / "works" / "model.json.gz"


def main() -> None:
    """Read the command line, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--core", type=Path, required=True, help="AnyStyle's citations-core.xml (core.xml in its res/parser)"
    )
    parser.add_argument("--output", type=Path, default=_MODEL)
    options = parser.parse_args()
    notes = training_notes(core(options.core), made_notes(own_works(), OWN, SEED))
    model = packed(learn(notes))
    options.output.write_bytes(model)
    print(f"{options.output}: {len(notes)} notes, {len(model)} bytes")


if __name__ == "__main__":
    main()
