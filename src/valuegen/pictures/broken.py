"""What is raised for a file that calls itself a picture and is cut, or makes no sense."""


class BrokenPicture(ValueError):
    """The file can't be read to its end."""
