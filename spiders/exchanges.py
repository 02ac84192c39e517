"""From a transfer that has ended to the exchange that is kept."""

import base64
from collections.abc import Iterator
from datetime import datetime

from archiver.discover.mementos.standing import stands_for
from archiver.models.capture import Answer, Exchange, Original, Visit
from archiver.models.memento import StandsFor
from spiders.connection import Connection
from spiders.proxy import Proxy
from spiders.requests import Outgoing
from spiders.transfer import Transfer


def exchange_of(
    asked: Outgoing,
    visit: Visit,
    transfer: Transfer,
    connection: Connection | None,
    *,
    unchanged: Original | None,
    proxy: Proxy | None,
    shown: set[str],
) -> Exchange:
    """What is written of a transfer. `shown` holds the hosts whose certificates were kept; a new one is added."""
    answer = transfer.framer.answer()
    security = connection.security if connection is not None else None
    host = f"{asked.origin.host}:{asked.origin.port}"
    certificates = None
    if security is not None and host not in shown:
        shown.add(host)
        certificates = security.certificates or None
    return Exchange(
        target_uri=asked.url,
        date=transfer.started,
        visit=visit,
        request=asked.kept if connection is not None else b"",
        response=answer,
        ip_address=connection.ip_address if connection is not None and proxy is None else None,
        protocols=_protocols(transfer, connection),
        cipher_suite=security.cipher_suite if security is not None else None,
        truncated=transfer.truncated if answer is not None else None,
        failure=transfer.failure,
        unchanged=unchanged,
        certificates=certificates,
        notes=tuple(_notes(asked, transfer, connection, proxy)),
        stands_for=stands_for_answer(visit, answer, transfer.started) if transfer.failure is None else None,
    )


def stands_for_answer(visit: Visit, answer: Answer | None, came: datetime) -> StandsFor | None:
    """What a whole answer of a web archive is kept as."""
    if answer is None:
        return None
    fields = ((name.decode("latin-1"), value.decode("latin-1")) for name, value in answer.fields)
    return stands_for(visit, answer.status, fields, came)


def _protocols(transfer: Transfer, connection: Connection | None) -> tuple[str, ...]:
    head = transfer.framer.head
    security = connection.security if connection is not None else None
    tls = (security.protocol,) if security is not None else ()
    if head is None:
        return tls
    major, minor = head.version
    return (f"http/{major}.{minor}" if major == 1 else f"http/{major}", *tls)


def _notes(
    asked: Outgoing, transfer: Transfer, connection: Connection | None, proxy: Proxy | None
) -> Iterator[tuple[str, str]]:
    framer = transfer.framer
    if connection is not None and asked.removed:
        yield "removedFromRequest", ", ".join(asked.removed)
    if connection is not None and connection.security is not None:
        yield "certificate", connection.security.certificate
    if proxy is not None:
        yield "proxy", proxy.name
    if framer.interim:
        yield "interimResponse", _encoded(framer.interim)
    if framer.partial_head:
        yield "partialResponse", _encoded(framer.partial_head)
    if framer.excess:
        yield "excessBytes", str(framer.excess)


def _encoded(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
