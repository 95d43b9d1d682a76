"""`python -m valuegen`: the same as the command `valuegen`."""

from valuegen.cli import main

if __name__ == "__main__":
    main()
