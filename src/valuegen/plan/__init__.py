"""What a workspace comes to on a day, by pure functions."""
