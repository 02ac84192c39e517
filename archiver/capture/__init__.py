"""CAPTURE: an exchange on the wire to WARC records and back; CDXJ. The only home of warcio."""
