"""Results and refusals to answers: in words, with what could be asked instead, and checked before they are shown."""
