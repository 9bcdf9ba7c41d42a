"""Which documents a question is asked of, settled before any figure is looked up."""
