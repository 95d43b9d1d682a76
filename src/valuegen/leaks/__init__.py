"""The search for what is a client's in a file that is to be published, whatever it hides in."""
