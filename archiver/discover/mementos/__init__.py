"""Web archives: what to ask them, what their lists say, which capture of a lost source to take. Pure."""
