"""What the standards say about an address and a page: URLs (RFC 3986), encodings (WHATWG), HTML."""
