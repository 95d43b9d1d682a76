"""The live preview: what a browser is shown while somebody writes."""
