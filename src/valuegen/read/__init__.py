"""Files → `Workspace` and findings. See README.md."""
