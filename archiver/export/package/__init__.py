"""What lies around the records of a package, for people without any tool."""
