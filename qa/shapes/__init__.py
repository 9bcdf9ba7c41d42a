"""The shapes of questions: each function recognises one and makes its queries, or returns None and passes it on."""
