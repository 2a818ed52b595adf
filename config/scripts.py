"""Scripts as they are sent: without the lines and the spaces that only people need."""


def without_comments(text: str) -> str:
    """Return a module without indents, empty lines and lines that are comments.

    A text in backticks that goes over several lines would lose its own spaces: ``ValueError``.
    """
    lines = [line.strip() for line in text.splitlines()]
    if any(line.count("`") % 2 for line in lines):
        raise ValueError("A text in backticks goes over several lines.")
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))
