package network.opencharging.adapter211.words;

import network.opencharging.protocol.json.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Objects of OCPI 2.1.1 as its tables allow them, by chance: optional members come and go, numbers
 * are written in many ways, members that no version knows stand among the others.
 */
public final class Random211 {
    private static final String[] NUMBERS = {
        "0", "1", "0.1", "10.50", "3.000", "1E2", "-0.25", "12345678901234567890.123456789"
    };

    private final RandomGenerator random;

    /** The same objects for the same seed. */
    public Random211(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** A Location. */
    public Json.Obj location() {
        Json.Obj place =
                text(Json.Obj.EMPTY, "id", "address", "city", "postal_code", "country")
                        .with("type", one("ON_STREET", "PARKING_GARAGE", "UNKNOWN", "PARKING_LOT"))
                        .with("coordinates", text(Json.Obj.EMPTY, "latitude", "longitude"))
                        .with("time_zone", "Europe/Zurich")
                        .with("last_updated", time());
        place = perhapsText(place, "name", "x_unknown");
        place = perhaps(place, "evses", list(this::evse));
        place = perhaps(place, "operator", text(Json.Obj.EMPTY, "name"));
        place = perhaps(place, "facilities", Json.array(List.of(Json.text("HOTEL"))));
        place = perhaps(place, "charging_when_closed", Json.bool(random.nextBoolean()));
        place = perhaps(place, "opening_times", hours());
        return perhaps(place, "energy_mix", mix());
    }

    private Json hours() {
        return Json.Obj.EMPTY.with("twentyfourseven", Json.bool(random.nextBoolean()));
    }

    private Json mix() {
        Json.Obj impact = Json.Obj.EMPTY.with("source", "CARBON_DIOXIDE").with("amount", number());
        return Json.Obj.EMPTY
                .with("is_green_energy", Json.bool(true))
                .with("environ_impact", Json.array(List.of(impact)));
    }

    /** An EVSE. */
    public Json.Obj evse() {
        Json.Obj evse =
                text(Json.Obj.EMPTY, "uid")
                        .with("status", one("AVAILABLE", "CHARGING", "OUTOFORDER"))
                        .with("connectors", Json.array(List.of(connector(), connector())))
                        .with("last_updated", time());
        evse = perhapsText(evse, "evse_id", "floor_level", "physical_reference");
        return perhaps(
                evse,
                "capabilities",
                Json.array(List.of(Json.text("RFID_READER"), Json.text("RESERVABLE"))));
    }

    /** A Connector. */
    public Json.Obj connector() {
        Json.Obj connector =
                text(Json.Obj.EMPTY, "id")
                        .with("standard", one("IEC_62196_T2", "CHADEMO", "TESLA_S"))
                        .with("format", one("SOCKET", "CABLE"))
                        .with("power_type", one("AC_1_PHASE", "AC_3_PHASE", "DC"))
                        .with("voltage", number())
                        .with("amperage", number())
                        .with("last_updated", time());
        return perhapsText(connector, "tariff_id", "terms_and_conditions");
    }

    /** A Session. */
    public Json.Obj session() {
        Json.Obj session =
                text(Json.Obj.EMPTY, "id", "currency")
                        .with("start_datetime", time())
                        .with("kwh", number())
                        .with("auth_id", "DE8ACC12E46L89")
                        .with("auth_method", one("AUTH_REQUEST", "WHITELIST"))
                        .with("location", location().with("evses", Json.array(List.of(evse()))))
                        .with("status", one("ACTIVE", "COMPLETED", "INVALID", "PENDING"))
                        .with("last_updated", time());
        session = perhaps(session, "end_datetime", time());
        session = perhaps(session, "charging_periods", list(this::period));
        session = perhapsText(session, "meter_id", "x_unknown");
        return perhaps(session, "total_cost", number());
    }

    private Json.Obj period() {
        Json.Obj dimension =
                Json.Obj.EMPTY
                        .with("type", one("ENERGY", "TIME", "MAX_CURRENT"))
                        .with("volume", number());
        return Json.Obj.EMPTY
                .with("start_date_time", time())
                .with("dimensions", Json.array(List.of(dimension)));
    }

    /** A CDR. */
    public Json.Obj cdr() {
        Json.Obj cdr =
                text(Json.Obj.EMPTY, "id", "currency")
                        .with("start_date_time", time())
                        .with("stop_date_time", time())
                        .with("auth_id", "DE8ACC12E46L89")
                        .with("auth_method", one("AUTH_REQUEST", "WHITELIST"))
                        .with("location", location().with("evses", Json.array(List.of(evse()))))
                        .with("charging_periods", list(this::period))
                        .with("total_cost", number())
                        .with("total_energy", number())
                        .with("total_time", number())
                        .with("last_updated", time());
        cdr = perhaps(cdr, "tariffs", list(this::tariff));
        cdr = perhaps(cdr, "total_parking_time", number());
        return perhapsText(cdr, "meter_id", "remark");
    }

    /** A Tariff. */
    public Json.Obj tariff() {
        Json.Obj component =
                Json.Obj.EMPTY
                        .with("type", one("ENERGY", "FLAT", "TIME", "PARKING_TIME"))
                        .with("price", number())
                        .with("step_size", number());
        Json.Obj element =
                perhaps(
                        Json.Obj.EMPTY.with("price_components", Json.array(List.of(component))),
                        "restrictions",
                        Json.Obj.EMPTY.with("start_time", "08:00").with("max_kwh", number()));
        Json.Obj tariff =
                text(Json.Obj.EMPTY, "id", "currency")
                        .with("elements", Json.array(List.of(element)))
                        .with("last_updated", time());
        return perhaps(perhapsText(tariff, "tariff_alt_url"), "energy_mix", mix());
    }

    /** A Token. */
    public Json.Obj token() {
        Json.Obj token =
                text(Json.Obj.EMPTY, "uid", "auth_id", "issuer")
                        .with("type", one("RFID", "OTHER"))
                        .with("valid", Json.bool(random.nextBoolean()))
                        .with("whitelist", one("ALWAYS", "NEVER"))
                        .with("last_updated", time());
        return perhapsText(token, "visual_number", "language", "x_unknown");
    }

    private Json.Obj text(Json.Obj object, String... names) {
        Json.Obj filled = object;
        for (String name : names) {
            filled = filled.with(name, "%s-%d".formatted(name, random.nextInt(1000)));
        }
        return filled;
    }

    private Json.Obj perhapsText(Json.Obj object, String... names) {
        Json.Obj filled = object;
        for (String name : names) {
            filled = random.nextBoolean() ? text(filled, name) : filled;
        }
        return filled;
    }

    private Json.Obj perhaps(Json.Obj object, String name, Json value) {
        return random.nextBoolean() ? object.with(name, value) : object;
    }

    private Json list(java.util.function.Supplier<Json.Obj> item) {
        List<Json> items = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            items.add(item.get());
        }
        return Json.array(items);
    }

    private Json number() {
        return new Json.Num(NUMBERS[random.nextInt(NUMBERS.length)]);
    }

    private Json time() {
        return Json.text("2026-11-%02dT12:00:00Z".formatted(random.nextInt(1, 29)));
    }

    private String one(String... words) {
        return words[random.nextInt(words.length)];
    }
}
