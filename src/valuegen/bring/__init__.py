"""What others wrote for other programs, as what is to be written here."""
