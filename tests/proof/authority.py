"""An authority of time stamps on loopback, made with openssl: its root, its certificate, its answers."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

CONFIG = """
[req]
distinguished_name = dn
[dn]
[root]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[stamping]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[tsa]
serial = {folder}/serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
ess_cert_id_alg = sha256
"""


def openssl(*words: object) -> subprocess.CompletedProcess:
    """Run openssl."""
    return subprocess.run(["openssl", *map(str, words)], capture_output=True, text=True, check=False)


def make_authority(folder: Path) -> Path:
    """Keys and certificates in a folder; gives the root."""
    folder.mkdir()
    (folder / "openssl.cnf").write_text(CONFIG.format(folder=folder))
    (folder / "serial").write_text("01\n")
    config, curve = folder / "openssl.cnf", ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    root = ["-keyout", folder / "root.key", "-out", folder / "root.pem", "-subj", "/CN=Root of the test"]
    clock = ["-keyout", folder / "tsa.key", "-out", folder / "tsa.csr", "-subj", "/CN=Clock of the test"]
    signer = ["-CA", folder / "root.pem", "-CAkey", folder / "root.key", "-out", folder / "tsa.pem"]
    end = ["-days", 36500, "-extfile", config, "-extensions", "stamping"]
    for words in (
        ["req", "-x509", *curve, *root, "-days", 36500, "-extensions", "root", "-config", config],
        ["req", *curve, *clock, "-config", config],
        ["x509", "-req", "-in", folder / "tsa.csr", *signer, *end],
    ):
        done = openssl(*words)
        assert 0 == done.returncode, done.stderr
    return folder / "root.pem"


def answer(folder: Path, query: bytes, *, with_chain: bool = False) -> bytes:
    """The authority's answer to a query; with its root beside its own certificate, if asked."""
    (folder / "query").write_bytes(query)
    words = ["-section", "tsa", "-config", folder / "openssl.cnf", "-queryfile", folder / "query"]
    signer = ["-signer", folder / "tsa.pem", "-inkey", folder / "tsa.key", "-out", folder / "answer"]
    chain = ["-chain", folder / "root.pem"] if with_chain else []
    done = openssl("ts", "-reply", *words, *signer, *chain)
    assert 0 == done.returncode, done.stderr
    return (folder / "answer").read_bytes()


@contextmanager
def serving(folder: Path, spoil=lambda data: data) -> Iterator[str]:
    """The authority's address. `spoil` changes what it answers."""

    class Handler(BaseHTTPRequestHandler):
        """One query after the other."""

        def do_POST(self) -> None:
            """Answer a query."""
            data = spoil(answer(folder, self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
