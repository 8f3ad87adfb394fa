#!/usr/bin/env python3
"""A whole backoffice of a charge point operator, with Python's standard library alone.

It offers one location to the network, and starts and stops charges when a partner says so. The bridge
does the rest: registration, signatures, paging, retries, commands that
survive a restart.

    BRIDGE_API=http://127.0.0.1:8181/api BRIDGE_KEY_FILE=data/api.key WEBHOOK_SECRET_FILE=webhook.secret \
    PARTY=DE-ALC WEBHOOK_PORT=8282 python3 backoffice.py
"""
import hashlib, hmac, json, os, threading, urllib.error, urllib.request
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

API = os.environ.get("BRIDGE_API", "http://127.0.0.1:8181/api")
KEY = open(os.environ["BRIDGE_KEY_FILE"]).read().strip()
SECRET = open(os.environ["WEBHOOK_SECRET_FILE"]).read().strip().encode()
COUNTRY, PARTY = os.environ.get("PARTY", "DE-ALC").split("-")


def now():
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


class Refused(Exception):
    def __init__(self, status, sentence):
        super().__init__(sentence)
        self.status = status


def call(method, path, body=None):
    """Asks the bridge; an object that OCPI would not like comes back with every fault and its path."""
    request = urllib.request.Request(
        f"{API}/{path}", method=method, data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": f"Bearer {KEY}", "Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        raise Refused(error.code, f"{method} {path}: {error.code} {error.read().decode()}") from error


def location(status):
    return {
        "country_code": COUNTRY, "party_id": PARTY, "id": "LOC1", "publish": True, "name": "Town hall",
        "address": "Market 1", "city": "Stuttgart", "country": "DEU", "time_zone": "Europe/Berlin",
        "coordinates": {"latitude": "48.775846", "longitude": "9.182932"}, "last_updated": now(),
        "evses": [{
            "uid": "EVSE1", "evse_id": f"{COUNTRY}*{PARTY}*E1", "status": status, "last_updated": now(),
            "connectors": [{
                "id": "1", "standard": "IEC_62196_T2", "format": "SOCKET", "power_type": "AC_3_PHASE",
                "max_voltage": 230, "max_amperage": 32, "last_updated": now()}]}]}


def offer(status):
    call("PUT", f"own/{COUNTRY}/{PARTY}/locations/LOC1", location(status))


def handle(event):
    """One event of the bridge. What is not interesting is taken all the same."""
    if event["kind"] != "command":
        print("heard:", event["kind"], flush=True)
        return
    command = event["event"]
    starts = command["command"] == "START_SESSION"
    known = starts or command["command"] == "STOP_SESSION"
    try:
        call("POST", f"commands/{command['id']}/result", {"result": "ACCEPTED" if known else "NOT_SUPPORTED"})
    except Refused as refused:
        if refused.status != 410:
            raise
        # It was told before (an event can come twice), or the time of the command was over.
        print("too late:", command["id"], flush=True)
        return
    if known:
        offer("CHARGING" if starts else "AVAILABLE")
    print("command:", command["command"], "from", command["from"], flush=True)


class Webhook(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        signed = "sha256=" + hmac.new(SECRET, body, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(signed, self.headers.get("X-OCN-Webhook-Signature", "")):
            self.send_response(401)
        else:
            handle(json.loads(body))  # Only now is the event taken: a failure here brings it again.
            self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("WEBHOOK_PORT", "8282"))), Webhook)
    threading.Thread(target=server.serve_forever).start()
    offer("AVAILABLE")
    print("ready at", server.server_port, flush=True)
