"""What a picture file says of itself; the same without what it says of place and person (see README.md)."""
