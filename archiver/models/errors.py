"""What can go wrong for the user: one line that says what to do next, and restic's exit codes."""

OWN_FAULT = 3  # the exit code of a run that finished, but could not archive something through our own fault
# A run that counts when somebody asks whether crawls still succeed. One that ended with OWN_FAULT reached the blog, kept what
# it could, and said in its own letter what it could not: it is no sign that nothing runs any more.
SUCCESSES = frozenset([0, OWN_FAULT])


class ArchiverError(Exception):
    """An error that the user can act on. Its text is shown as it is, without a traceback."""

    exit_code = 1


class SettingsError(ArchiverError):
    """The command line or `collection.toml` asks for something that cannot be."""

    exit_code = 2


class NotAnArchiveError(ArchiverError):
    """The folder holds no collection."""

    exit_code = 10


class LockedError(ArchiverError):
    """Another process writes to the collection."""

    exit_code = 11


class StoppedError(ArchiverError):
    """The user pressed Ctrl-C."""

    exit_code = 130  # 128 and the number of SIGINT


class TerminatedError(StoppedError):
    """Somebody, or the machine on its way down, sent SIGTERM."""

    exit_code = 143  # 128 and the number of SIGTERM
