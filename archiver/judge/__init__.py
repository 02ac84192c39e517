"""JUDGE: from captures to outcomes and to what is due next. Pure: the clock is passed in."""
