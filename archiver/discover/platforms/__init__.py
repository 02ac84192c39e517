"""One file a blog platform; `archiver.discover.registry` finds them by their being here."""
