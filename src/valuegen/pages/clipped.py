"""A text cut to a length, between two of its words: nothing is lost, for the whole of it stands elsewhere."""


def clipped(text: str, most: int) -> str:
    """The text in one line, of at most so many characters; what was cut is told by "…"."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    head = line[: most - 1]
    whole = head if line[most - 1] == " " else head.rpartition(" ")[0]
    return (whole if len(whole) > most // 2 else head).rstrip(" ,;:—–-") + "…"
