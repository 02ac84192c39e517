"""The parts of the route: what is known so far, and what to ask for next."""
