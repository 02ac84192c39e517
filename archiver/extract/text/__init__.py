"""One file a kind of document; `archiver.extract.kinds` finds them."""
