"""A deliberately naive rater, written from the text of OCPI 2.2.1 (sections 10 and 11) and docs/rating.md.

It shares nothing with the engine in Java: it goes second by second and watt-hour by watt-hour, asks for each of them which
price applies, and adds up fractions. It cuts nothing, so it cannot cut at the wrong place.
"""

from datetime import datetime, timezone
from fractions import Fraction
from functools import lru_cache
from zoneinfo import ZoneInfo

DAYS = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]


def number(text):
    """Decimals are written as text in the golden file, so that no parser makes doubles of them."""
    return Fraction(text)


@lru_cache(maxsize=None)
def zone(name):
    return ZoneInfo(name)


@lru_cache(maxsize=4096)
def wall(minute, name):
    """Local (HH:MM, YYYY-MM-DD, day of week) in a minute since 1970; no zone here has offsets finer than a minute."""
    local = datetime.fromtimestamp(minute * 60, timezone.utc).astimezone(zone(name))
    return local.strftime("%H:%M"), local.strftime("%Y-%m-%d"), DAYS[local.weekday()]


def holds(r, second, name, wh, watts, milliamps, seconds):
    """Do all restrictions hold in this second?"""
    if not r:
        return True
    if "start_time" in r or "end_time" in r or "start_date" in r or "end_date" in r or "day_of_week" in r:
        time, date, day = wall(second // 60, name)
        start, end = r.get("start_time", "00:00"), r.get("end_time", "00:00")
        if end == "00:00":
            end = "24:00"
        if start < end:
            if not start <= time < end:
                return False
        elif not (time >= start or time < end):
            return False
        if "start_date" in r and date < r["start_date"]:
            return False
        if "end_date" in r and date >= r["end_date"]:
            return False
        if r.get("day_of_week") and day not in r["day_of_week"]:
            return False
    if "min_kwh" in r and wh < number(r["min_kwh"]) * 1000:
        return False
    if "max_kwh" in r and wh >= number(r["max_kwh"]) * 1000:
        return False
    if "min_power" in r and watts < number(r["min_power"]) * 1000:
        return False
    if "max_power" in r and watts >= number(r["max_power"]) * 1000:
        return False
    if "min_current" in r and (milliamps is None or milliamps < number(r["min_current"]) * 1000):
        return False
    if "max_current" in r and (milliamps is None or milliamps >= number(r["max_current"]) * 1000):
        return False
    if "min_duration" in r and seconds < r["min_duration"]:
        return False
    if "max_duration" in r and seconds >= r["max_duration"]:
        return False
    return True


class Used:
    """What was used of one dimension, price by price, in the order in which it was used."""

    def __init__(self):
        self.by_price = {}
        self.last = None

    def one(self, price):
        key = id(price)
        self.by_price.setdefault(key, [price, 0])[1] += 1
        self.last = key

    def total(self):
        return sum(amount for _, amount in self.by_price.values())

    def round_up(self):
        if self.last is None:
            return
        step = self.by_price[self.last][0]["step_size"]
        missing = -self.total() % step
        self.by_price[self.last][1] += missing


def price_of(elements, dimension, *state):
    """First element that has this dimension and whose restrictions hold."""
    for element in elements:
        for price in element["price_components"]:
            if price["type"] == dimension and holds(element.get("restrictions"), *state):
                return price, element
    return None


def rate(tariff, name, history):
    """Returns sums, billed amounts and the total as exact numbers rounded as docs/rating.md says."""
    energy, time, parking, reserved = Used(), Used(), Used(), Used()
    fees = {"fixed": [], "parking": [], "reservation": []}
    charged = False
    begun = now = history["start"]
    wh = 0
    fee_taken = False
    plain = [e for e in tariff["elements"] if "reservation" not in e.get("restrictions", {})]
    for period in history["periods"]:
        kind = period["kind"]
        if kind == "RESERVED":
            normal = [e for e in tariff["elements"] if e.get("restrictions", {}).get("reservation") == "RESERVATION"]
            late = [e for e in tariff["elements"] if e.get("restrictions", {}).get("reservation") == "RESERVATION_EXPIRES"]
            elements = late + normal if period["end"] == "EXPIRED" else normal
        else:
            elements = plain
            if not charged:
                charged, begun, fee_taken = True, now, False
        from_second, until = now, period["until"]
        length, amount = until - from_second, period.get("wh", 0)
        # a period's power is measured, or its energy by its time, in whole watts
        watts = period.get("w", amount * 3600 // length)
        milliamps = period.get("ma", None if kind == "CHARGING" else 0)
        before = wh
        for second in range(from_second, until):
            def look(dimension):
                return price_of(elements, dimension, second, name, wh, watts, milliamps, second - begun)

            def fee():
                found = look("FLAT")
                if found is None:
                    return False
                types = {c["type"] for c in found[1]["price_components"]}
                where = "fixed"
                if kind == "RESERVED":
                    where = "reservation"
                elif "PARKING_TIME" in types and "TIME" not in types and "ENERGY" not in types:
                    where = "parking"
                fees[where].append(found[0])
                return True

            fee_taken = fee_taken or fee()
            found = look("PARKING_TIME" if kind == "PARKED" else "TIME")
            if found:
                {"RESERVED": reserved, "CHARGING": time, "PARKED": parking}[kind].one(found[0])
            # a Wh belongs to the second in which it is complete
            complete = before + amount * (second + 1 - from_second) // length
            while wh < complete:
                fee_taken = fee_taken or fee()
                found = look("ENERGY")
                if found:
                    energy.one(found[0])
                wh += 1
        now = until
    used = {"energy": energy.total(), "time": time.total(), "parking": parking.total(), "reservation": reserved.total()}
    energy.round_up()
    reserved.round_up()
    (parking if parking.last is not None else time).round_up()
    billed = {"energy": energy.total(), "time": time.total(), "parking": parking.total(), "reservation": reserved.total()}
    return costs(tariff, charged, fees, {"energy": energy, "time": time, "parking": parking, "reservation": reserved}) | {
        "used": used,
        "billed": billed,
    }


def four(amount):
    """Half up (away from zero is the same: nothing is negative here) to four decimals."""
    return Fraction(int(amount * 10000 + Fraction(1, 2)), 10000)


def gross(price, amount):
    return amount * (1 + number(price.get("vat", "0")) / 100)


def costs(tariff, charged, fees, used):
    tells_vat = any("vat" in c for e in tariff["elements"] for c in e["price_components"])
    result = {}
    for field in ["fixed", "energy", "time", "parking", "reservation"]:
        net = with_vat = Fraction(0)
        for price in fees.get(field, []):
            net += number(price["price"])
            with_vat += gross(price, number(price["price"]))
        if field in used:
            for price, amount in used[field].by_price.values():
                cost = number(price["price"]) * amount / (1000 if field == "energy" else 3600)
                net += cost
                with_vat += gross(price, cost)
        result[field] = [four(net), four(with_vat)]
    total = [sum(result[f][i] for f in result) for i in (0, 1)]
    result["subtotal"] = list(total)
    if charged:
        for i, key in enumerate(["excl_vat", "incl_vat"]):
            if key in tariff.get("min_price", {}):
                total[i] = max(total[i], number(tariff["min_price"][key]))
            if key in tariff.get("max_price", {}):
                total[i] = min(total[i], number(tariff["max_price"][key]))
    result["total"] = total
    return {
        "costs": {
            field: [written(net), written(with_vat) if tells_vat else None] for field, (net, with_vat) in result.items()
        }
    }


def written(amount):
    scaled = amount * 10000
    assert scaled.denominator == 1
    whole, rest = divmod(int(scaled), 10000)
    return f"{whole}.{rest:04d}"
