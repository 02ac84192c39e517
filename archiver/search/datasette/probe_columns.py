"""What Datasette says of the tables of probes, and of their columns."""

PROBE_TABLES: dict[str, tuple[str, str]] = {
    "probes": ("Probes", "Made-up addresses, asked to see what a host shows for nothing."),
    "shown": (
        "What pages show",
        "Pages that are dead, made up or in doubt, as they are held against each other.",
    ),
    "doubts": ("Sources in doubt", "Sources whose page may be what its host shows for nothing."),
}
PROBE_COLUMNS: dict[str, dict[str, str]] = {
    "probes": {
        "folder": "What the address has in common with its neighbours: a host answers them alike where it has nothing.",
        "url": "The address that was made up, canonical.",
        "asked": "When it was asked for, UTC.",
    },
    "shown": {
        "snapshot_id": "The capture of the page.",
        "host": "The site, without `www.`.",
        "is_dead": "1: a source that is known to be lost.",
        "title": "Its title, without numbers and the words of its address.",
        "main": "Its main text, likewise.",
        "whole": "All that it shows, likewise.",
        "canonical": "The address that the page says is its own.",
    },
    "doubts": {
        "source_id": "The source.",
        "folder": "Where its address lies: a key of `probes`.",
        "host": "The site, without `www.`.",
        "snapshot_id": "The capture that its address leads to.",
    },
}
