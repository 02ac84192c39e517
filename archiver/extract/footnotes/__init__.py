"""One file a footnote markup; `archiver.extract.registry` finds them by their being here."""
