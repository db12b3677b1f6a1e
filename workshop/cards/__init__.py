"""Printed cards: messages go in, a PDF comes out. Layout, fonts, imposition and the file; no web."""
