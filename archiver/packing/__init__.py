"""Where searching, capturing and exporting meet: parts of an archive as packages to give away."""
