"""A small blog and the sources it cites, served on loopback."""
