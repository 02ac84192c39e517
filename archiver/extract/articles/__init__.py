"""Articles and books in XML made for them: JATS, TEI and DocBook."""
