"""The command line, also as ``python -m bot``. An old Python must be able to read this, to be told so."""

import sys

OLDEST = (3, 11)


def main():  # type: () -> int
    """Run the command line; the exit code."""
    if sys.version_info < OLDEST:
        sys.stderr.write(
            "redvest: Python %s is too old: Redvest needs Python 3.11 or newer\n" % sys.version.split()[0]  # noqa: UP031
        )
        return 1
    try:
        from bot.cli import main as command_line  # noqa: PLC0415 - no old Python can read what it imports

        return command_line()
    except KeyboardInterrupt:  # already while all that is being imported
        return 1


if __name__ == "__main__":
    sys.exit(main())
