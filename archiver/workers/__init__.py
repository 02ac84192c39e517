"""Captures read in processes of their own: on all processors, within bounds, a bad one at its own cost."""
