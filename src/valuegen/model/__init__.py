"""What a person wrote: frozen records, every value with its place."""
