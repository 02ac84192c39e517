"""One file a citation format; it is known by being there. See `archiver.export.registry` for what a file holds."""
