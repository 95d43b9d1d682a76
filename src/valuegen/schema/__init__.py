"""JSON Schemas of the files of a workspace, for editors: made of the model, with what is there as choices."""
