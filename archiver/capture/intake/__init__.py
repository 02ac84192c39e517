"""Files that others wrote, on their way in: unpacked, cut into records, put right where that is sure, checked."""
