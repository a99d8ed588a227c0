"""``python -m bench start|claim|inbound|sandbox``."""

import sys

from bench.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
