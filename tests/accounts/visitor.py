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
        return self._client.post(path, data={"csrf_token": self.token(path), **fields})

    def send_without_token(self, path: str, **fields: str) -> TestResponse:
        return self._client.post(path, data=fields)

    def sign_in(self, email: str, password: str, **fields: str) -> TestResponse:
        return self.send("/sign-in", email=email, password=password, **fields)

    def sign_out(self) -> TestResponse:
        """With the button that every page has, so also the one for an address without a page."""
        token = self.token("/no/such/page")
        return self._client.post("/sign-out", data={"csrf_token": token})

    def token(self, path: str) -> str:
        """The token in the page's form."""
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.open(path).text)
        assert found, f"{path} has no form"
        return found[1]

    def sees(self, path: str) -> bool:
        return self.open(path).status_code == 200

    def cookie(self) -> str:
        """This browser's session."""
        cookie = self._client.get_cookie("workshop")
        assert cookie
        return cookie.value

    def plant(self, cookie: str) -> None:
        """Somebody else put this session into the browser."""
        self._client.set_cookie("workshop", cookie)
