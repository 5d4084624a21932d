"""A department built on Authlib, as its documentation has it: OAuth2Session for the flow, authlib.jose and
authlib.oidc.core for the ID token. It serves one visitor at a time on loopback.

ONEDOOR_ISSUER, CLIENT_ID, CLIENT_SECRET and PORT are in the environment."""

import json
import os
import secrets
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import requests
from authlib.common.security import generate_token
from authlib.integrations.requests_client import OAuth2Session
from authlib.jose import JsonWebKey, JsonWebToken
from authlib.oidc.core import CodeIDToken

ISSUER, CLIENT_ID, PORT = os.environ["ONEDOOR_ISSUER"], os.environ["CLIENT_ID"], int(os.environ["PORT"])
ORIGIN = f"http://127.0.0.1:{PORT}"
METADATA = requests.get(f"{ISSUER}/.well-known/openid-configuration", timeout=10).json()
assert METADATA["issuer"] == ISSUER
VISITORS = {}


def client(token=None):
    return OAuth2Session(
        CLIENT_ID, os.environ["CLIENT_SECRET"], scope="openid profile email", redirect_uri=f"{ORIGIN}/callback",
        code_challenge_method="S256", token=token, token_endpoint=METADATA["token_endpoint"])


def verified(id_token, nonce, access_token):
    keys = JsonWebKey.import_key_set(requests.get(METADATA["jwks_uri"], timeout=10).json())
    options = {"iss": {"essential": True, "value": ISSUER}, "aud": {"essential": True, "value": CLIENT_ID}}
    params = {"nonce": nonce, "client_id": CLIENT_ID, "access_token": access_token}
    jwt = JsonWebToken([os.environ.get("ALGORITHM", "ES256")])
    claims = jwt.decode(id_token, keys, claims_cls=CodeIDToken, claims_options=options, claims_params=params)
    claims.validate(leeway=60)
    return claims


class Department(BaseHTTPRequestHandler):
    def visitor(self):
        cookie = SimpleCookie(self.headers.get("Cookie", "")).get("visitor")
        self.key = cookie.value if cookie and cookie.value in VISITORS else secrets.token_urlsafe(16)
        return VISITORS.setdefault(self.key, {})

    def answer(self, status, body=None, location=None):
        text = json.dumps(body or {}).encode()
        self.send_response(status)
        self.send_header("Set-Cookie", f"visitor={self.key}; HttpOnly; Path=/; SameSite=Lax")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(text)

    def do_GET(self):
        visitor, url = self.visitor(), urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        if url.path == "/signin":
            visitor.update(verifier=generate_token(48), nonce=generate_token(20))
            location, visitor["state"] = client().create_authorization_url(
                METADATA["authorization_endpoint"], code_verifier=visitor["verifier"], nonce=visitor["nonce"])
            self.answer(302, location=location)
        elif url.path == "/callback":
            if query.get("state") != visitor.pop("state", None) or query.get("iss") != ISSUER:
                return self.answer(400, {"error": "not the answer to our question"})
            if "error" in query:
                return self.answer(403, query)
            token = client().fetch_token(
                METADATA["token_endpoint"], code=query["code"], code_verifier=visitor["verifier"])
            claims = verified(token["id_token"], visitor["nonce"], token["access_token"])
            profile = client(token).get(METADATA["userinfo_endpoint"]).json()
            if profile["sub"] != claims["sub"]:
                return self.answer(400, {"error": "userinfo is about somebody else"})
            visitor.update(token=dict(token), claims=dict(claims), profile=profile)
            self.answer(302, location="/")
        elif url.path == "/refresh":
            before = visitor["token"]
            session = client(before)
            try:
                token = session.refresh_token(METADATA["token_endpoint"], refresh_token=before["refresh_token"])
            except Exception as error:
                return self.answer(401, {"error": getattr(error, "error", str(error))})
            verified(token["id_token"], None, token["access_token"])
            visitor["token"] = {**before, **token}
            self.answer(200, {"renewed": token["access_token"] != before["access_token"]})
        elif url.path == "/signout":
            hint = visitor["token"]["id_token"]
            VISITORS.pop(self.key, None)
            parameters = {"id_token_hint": hint, "post_logout_redirect_uri": f"{ORIGIN}/", "state": "bye"}
            self.answer(302, location=METADATA["end_session_endpoint"] + "?" + urlencode(parameters))
        else:
            shown = {name: visitor.get("claims", {}).get(name) for name in ["sub", "sid", "acr"]}
            self.answer(200, {"name": visitor.get("profile", {}).get("name"), **shown})

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    HTTPServer(("127.0.0.1", PORT), Department).serve_forever()
