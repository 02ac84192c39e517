"""What proves to a stranger who made a package, and when: the extra `proof`, the home of rfc3161-client and cryptography."""
