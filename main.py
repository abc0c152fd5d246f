"""Start Decidua: the window, or a verb of the command line."""

import sys

from app.bootstrap import main

if __name__ == "__main__":
    sys.exit(main())
