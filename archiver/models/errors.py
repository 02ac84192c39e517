"""What can go wrong for the user: one line that says what to do next, and restic's exit codes."""

OWN_FAULT = 3  # the exit code of a run that finished, but could not archive something through our own fault


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
