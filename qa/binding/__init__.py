"""A draft to the queries that it may mean, and whether they and their results account for all of the question."""
