"""The letter of `archiver report` in each of its formats, one file each."""
