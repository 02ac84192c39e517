"""Models as pages for readers: plain HTML that works without scripts, from a server or from a disk."""
