"""The fonts that are no part of the package: which there are, and how they come into the data folder."""
