"""One file a kind of document; `archiver.extract.reading` chooses among them."""
