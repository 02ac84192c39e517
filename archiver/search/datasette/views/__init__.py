"""Our pages, as answers: a module a kind of page, each loaded when the first of its kind is asked for."""
