"""Somebody with a browser: opens pages, and sends forms with the token that stands in them."""

import re

from flask import Flask
from werkzeug.test import TestResponse


class Visitor:
    def __init__(self, app: Flask, address: str = "192.0.2.7") -> None:
        self._client = app.test_client()
        self._client.environ_base["REMOTE_ADDR"] = address
        self._client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en"

    def open(self, path: str, **options: object) -> TestResponse:
        return self._client.get(path, **options)

    def send(self, path: str, **fields: str) -> TestResponse:
        """Opens the page and sends its form."""
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.open(path).text)
        assert found, f"{path} has no form"
        return self._client.post(path, data={"csrf_token": found[1], **fields})

    def send_without_token(self, path: str, **fields: str) -> TestResponse:
        return self._client.post(path, data=fields)

    def sign_in(self, email: str, password: str, **fields: str) -> TestResponse:
        return self.send("/sign-in", email=email, password=password, **fields)

    def sees(self, path: str) -> bool:
        return self.open(path).status_code == 200

    def cookies(self) -> str | None:
        cookie = self._client.get_cookie("workshop")
        return cookie.value if cookie else None

    def plant(self, cookie: str) -> None:
        """Somebody else put this session into the browser."""
        self._client.set_cookie("workshop", cookie)
