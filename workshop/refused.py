"""Why something that a person sent was not taken: a code for the page, a text for the person."""


class Refused(Exception):
    """Nothing was kept. `again` says whether sending the same once more makes sense."""

    def __init__(self, code: str, text: str, *, again: bool = False) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
        self.again = again
