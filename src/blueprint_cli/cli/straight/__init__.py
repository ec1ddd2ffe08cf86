"""Command lines that are said often and simply, answered without typer: to import it takes longer than the answer."""
