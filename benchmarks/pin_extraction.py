"""Pins how well we read our own pages (`tests/extract/gate.json`), so that the tests fail where we read worse.

Pins only go up. To lower one, give the reason; the file keeps it.

    PYTHONPATH=. .venv/bin/python benchmarks/pin_extraction.py [--lower REASON]
"""

import argparse
import json
import sys

from tests.extract.gate import PIN, fallen, measured


def main() -> None:
    """Measure, compare and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--lower", metavar="REASON", help="why a number may become lower")
    asked = parser.parse_args()
    old = json.loads(PIN.read_text(encoding="utf-8")) if PIN.exists() else {"lowered": [], "numbers": {}}
    numbers = measured()
    lower = fallen(old["numbers"], numbers, slack=0.0)
    reason = (asked.lower or "").strip()
    if lower and not reason:
        sys.exit("\n".join([*lower, "Nothing was written. To lower a pin, say why: --lower REASON"]))
    lowered = [*old["lowered"], *([{"reason": reason, "numbers": lower}] if lower else [])]
    PIN.write_text(
        json.dumps({"lowered": lowered, "numbers": numbers}, ensure_ascii=False, indent=2) + "\n",
        encoding="utf-8",
    )
    for name, number in numbers.items():
        print(f"{number:.4f}  {name}")


if __name__ == "__main__":
    main()
