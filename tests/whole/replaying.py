"""Replays captures with pywb, in its own environment: reads `timestamp url` lines, prints status and digest of each."""

import hashlib
import json
import sys

from pywb.apps.frontendapp import FrontEndApp
from werkzeug.test import Client
from werkzeug.wrappers import Response


def main() -> None:
    """Answer line by line; what pywb prints of itself goes to stderr."""
    out, sys.stdout = sys.stdout, sys.stderr
    client = Client(FrontEndApp(config_file=None, custom_config={"debug": False}), Response)
    for line in sys.stdin.read().splitlines():
        timestamp, url = line.split(" ", 1)
        answer = client.get(f"/archive/{timestamp}id_/{url}")
        digest = hashlib.sha256(answer.data).hexdigest() if answer.data else None
        out.write(json.dumps([answer.status_code, digest]) + "\n")


if __name__ == "__main__":
    main()
