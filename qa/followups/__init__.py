"""Follow-up questions: what a question leaves out, by the ones before it."""
