"""Writes src/test/resources/golden/rating.jsonl: python3 generate.py, run in this folder; nothing else is needed.

The seed is fixed, so the file only changes when this script or naive_rater.py does.
"""

import json
import random
from datetime import datetime
from pathlib import Path

from naive_rater import DAYS, rate, zone

R = random.Random(20261121)
ZONES = ["Europe/Vienna", "Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"]
# The days before the clocks change: forward, backward.
CHANGES = {
    "Europe/Vienna": ["2026-03-28", "2026-10-24"],
    "Europe/London": ["2026-03-28", "2026-10-24"],
    "America/New_York": ["2026-03-07", "2026-10-31"],
    "Australia/Lord_Howe": ["2026-04-04", "2026-10-03"],  # moves by half an hour
}
VATS = ["20", "10", "19", "7.7", "5.2", "0", "25.5"]


def money(low, high, decimals=2):
    return f"{R.randint(int(low * 10**decimals), int(high * 10**decimals)) / 10**decimals:.{decimals}f}"


def component(kind, vat, steps=None):
    price = {
        "ENERGY": lambda: money(0.10, 0.99, R.choice([2, 2, 3, 4])),
        "TIME": lambda: money(0.50, 9, R.choice([2, 2, 4])),
        "PARKING_TIME": lambda: money(0.50, 12),
        "FLAT": lambda: money(0, 3),
    }[kind]()
    step = {
        "ENERGY": [1, 1, 10, 25, 100, 500, 1000],
        "TIME": [1, 1, 60, 300, 600, 900, 1800],
        "PARKING_TIME": [1, 60, 300, 900],
        "FLAT": [1],
    }[kind]
    made = {"type": kind, "price": price, "step_size": R.choice(steps or step)}
    if vat == "mixed":
        if R.random() < 0.7:
            made["vat"] = R.choice(VATS)
    elif vat is not None:
        made["vat"] = vat
    return made


def some(kinds, vat):
    chosen = R.sample(kinds, R.randint(1, len(kinds)))
    return [component(kind, vat) for kind in chosen]


def clock():
    return f"{R.randint(0, 23):02d}:{R.choice([0, 0, 15, 30, 45, 59]):02d}"


def hours():
    while True:
        start, end = clock(), clock()
        if start != end:
            return R.choice([{"start_time": start, "end_time": end}] * 3 + [{"start_time": start}, {"end_time": end}])


def bounds(name, low, high, decimals=0):
    a, b = sorted(R.sample(range(low, high), 2))
    write = (lambda v: v) if decimals is None else (lambda v: f"{v / 10**decimals:.{decimals}f}")
    return R.choice([{f"min_{name}": write(a)}, {f"max_{name}": write(b)}, {f"min_{name}": write(a), f"max_{name}": write(b)}])


def restriction(kind):
    if kind == "hours":
        return hours()
    if kind == "days":
        return {"day_of_week": R.sample(DAYS, R.randint(1, 5))}
    if kind == "dates":
        return R.choice([{"start_date": "2026-06-15"}, {"end_date": "2026-06-16"}, {"start_date": "2026-06-14", "end_date": "2026-06-16"}])
    if kind == "kwh":
        return bounds("kwh", 0, 30000, 3) if R.random() < 0.5 else bounds("kwh", 0, 40)
    if kind == "power":
        return bounds("power", 1, 50)
    if kind == "current":
        return bounds("current", 1, 64)
    if kind == "duration":
        return bounds("duration", 0, 7200, None)
    return {}


def tariff(kinds, restricted, vat, elements=None):
    """A few restricted elements, then as a rule a fallback."""
    made = []
    for _ in range(elements if elements is not None else R.randint(1, 3)):
        r = {}
        for kind in R.sample(restricted, R.randint(1, min(2, len(restricted)))):
            r |= restriction(kind)
        made.append({"price_components": some(kinds, vat), "restrictions": r})
    if R.random() < 0.8 or not made:
        made.append({"price_components": [component(k, vat) for k in kinds]})
    return {"currency": "EUR", "elements": made}


def local(text, name):
    return int(datetime.fromisoformat(text).replace(tzinfo=zone(name)).timestamp())


def start(name):
    if name in CHANGES and R.random() < 0.4:
        return local(R.choice(CHANGES[name]) + f"T{R.randint(20, 23)}:{R.randint(0, 59):02d}:{R.randint(0, 59):02d}", name)
    return local(f"2026-06-{R.randint(10, 18)}T{R.randint(0, 23):02d}:{R.randint(0, 59):02d}:{R.randint(0, 59):02d}", name)


def history(name, park=True, electric=False, longest=2400):
    begin = now = start(name)
    periods = []
    for _ in range(R.randint(1, 4)):
        now += R.choice([60, 300, 900]) if R.random() < 0.2 else R.randint(1, longest)
        if park and R.random() < 0.35:
            periods.append({"kind": "PARKED", "until": now})
        else:
            length = now - (periods[-1]["until"] if periods else begin)
            wh = R.choice([0, length * 50 // 3600 * 1000 // 1000]) if R.random() < 0.05 else length * R.randint(500, 60000) // 3600
            period = {"kind": "CHARGING", "until": now, "wh": wh}
            if electric and R.random() < 0.8:
                period |= {"w": R.choice([R.randint(0, 50) * 1000, R.randint(500, 60000)]), "ma": R.choice([R.randint(0, 64) * 1000, R.randint(0, 70000)])}
            periods.append(period)
    return {"start": begin, "periods": periods}


def reserved(name, vat):
    elements = []
    for kind in R.sample(["RESERVATION", "RESERVATION", "RESERVATION_EXPIRES"], R.randint(1, 3)):
        r = {"reservation": kind}
        if R.random() < 0.3:
            r |= restriction(R.choice(["hours", "days", "duration"]))
        elements.append({"price_components": some(["FLAT", "TIME"], vat), "restrictions": r})
    made = tariff(["ENERGY", "TIME", "PARKING_TIME", "FLAT"], ["hours"], vat, 1)
    made["elements"] = elements + made["elements"]
    begin = start(name)
    until = begin + R.randint(1, 5400)
    end = R.choice(["USED", "USED", "EXPIRED", "CANCELLED"])
    periods = [{"kind": "RESERVED", "until": until, "end": end}]
    if end == "USED":
        shift = history(name)
        periods += [p | {"until": p["until"] - shift["start"] + until} for p in shift["periods"]]
    return made, {"start": begin, "periods": periods}


def limited(made, vat):
    tells = any("vat" in c for e in made["elements"] for c in e["price_components"])

    def price(low, high):
        net = R.randint(int(low * 100), int(high * 100))
        written = {"excl_vat": f"{net / 100:.2f}"}
        if tells:
            written["incl_vat"] = f"{net * R.choice([100, 110, 120]) // 100 / 100:.2f}"
        return written

    if R.random() < 0.6:
        made["min_price"] = price(0.1, 4)
    if R.random() < 0.6 or "min_price" not in made:
        made["max_price"] = price(5, 12)
    return made


def cases():
    everything = ["ENERGY", "TIME", "PARKING_TIME", "FLAT"]
    families = {
        "energy": (80, lambda z, v: (tariff(["ENERGY"], [], v, 0), history(z, park=False))),
        "time": (60, lambda z, v: (tariff(["TIME"], [], v, 0), history(z, park=False))),
        "parking": (100, lambda z, v: (tariff(["TIME", "PARKING_TIME"], ["hours"], v), history(z))),
        "flat": (50, lambda z, v: (tariff(["FLAT", "ENERGY"], ["kwh", "hours"], v), history(z))),
        "limits": (130, lambda z, v: (limited(tariff(everything, ["hours", "kwh"], v), v), history(z))),
        "hours": (150, lambda z, v: (tariff(everything, ["hours"], v), history(z, longest=5400))),
        "days": (90, lambda z, v: (tariff(everything, ["days", "dates"], v), history(z, longest=5400))),
        "kwh": (120, lambda z, v: (tariff(everything, ["kwh"], v), history(z))),
        "electric": (100, lambda z, v: (tariff(everything, ["power", "current"], v), history(z, electric=True))),
        "duration": (100, lambda z, v: (tariff(everything, ["duration"], v), history(z))),
        "reservation": (120, reserved),
        "all": (200, lambda z, v: (limited(tariff(everything, ["hours", "days", "dates", "kwh", "power", "current", "duration"], v), v), history(z, electric=True))),
    }
    for family, (count, make) in families.items():
        for i in range(count):
            name = R.choice(ZONES)
            vat = R.choice(["20", "mixed", "mixed", None])
            made, past = make(name, vat)
            yield {"id": f"{family}-{i + 1:03d}", "zone": name, "tariff": made, "history": past, "expect": rate(made, name, past)}


def main():
    target = Path(__file__).parent.parent / "resources" / "golden" / "rating.jsonl"
    with target.open("w", encoding="utf-8", newline="\n") as out:
        for case in cases():
            out.write(json.dumps(case, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
