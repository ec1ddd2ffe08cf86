"""The command `blueprint`, also as `python -m blueprint_cli`."""

import gc
import sys


def main() -> int:
    """Run the command on the process's arguments and return its exit code.

    `--version` is answered before anything else is imported: editors and scripts ask it often.
    """
    if sys.argv[1:] in (["--version"], ["-V"]):
        from blueprint_cli import __version__

        if sys.stdout is not None:  # it is where the caller closed it
            sys.stdout.write(f"blueprint {__version__}\n")
        return 0
    # Thousands of small objects, hardly any of them in a circle: the collector would look in vain, again and again.
    gc.set_threshold(500_000, 20, 20)
    from blueprint_cli.cli.running import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
