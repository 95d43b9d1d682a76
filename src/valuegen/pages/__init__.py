"""What there is to show: a plan becomes pages, not yet rendered."""
