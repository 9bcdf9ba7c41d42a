"""The words of a question to what they stand for: by the vocabulary, by rules, misspelt, in part, by meaning."""
