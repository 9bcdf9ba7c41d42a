"""What documents can be asked about: their figures under the names that people use, and how a name finds them."""
