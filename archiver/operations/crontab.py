"""A crontab line (crontab(5))."""

import shlex

from archiver.operations.schedule import Schedule

_LINES = """\
# For `crontab -e`. A good crawl prints nothing, so that cron writes only when somebody should look; it writes to
# the address below, or to you on this machine, and it needs a mail program for that (such as msmtp-mta or postfix).
# Without one, let healthchecks write (see [ping] in archive/README.md), or ask `archiver status --max-age 36h` elsewhere.
# MAILTO="you@example.org"
{minute} {hour} * * *  {command}
"""


def crontab(schedule: Schedule) -> str:
    """The line, and what to know of it."""
    # cron takes a % for the end of the command, unless a backslash stands before it.
    command = shlex.join(schedule.command).replace("%", r"\%")
    return _LINES.format(minute=schedule.minute, hour=schedule.hour, command=command)
