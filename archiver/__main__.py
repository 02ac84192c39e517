"""`python -m archiver`: the program, where its script is not on the path."""

from archiver.cli import main

if __name__ == "__main__":
    main(prog_name="archiver")
