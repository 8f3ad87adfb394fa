package network.opencharging.cpo;

import network.opencharging.house.House;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.stream.Stream;

/** The rooms of this module and the directions between them. */
class HouseTest {

    /** The rooms of stations. */
    private static final List<String> OCPP =
            List.of(
                    "ocpp.evidence",
                    "ocpp.held",
                    "ocpp.away",
                    "ocpp.frame",
                    "ocpp.schema",
                    "ocpp.message",
                    "ocpp.v16",
                    "ocpp.v201",
                    "ocpp.station",
                    "ocpp.central",
                    "ocpp.command",
                    "ocpp.driver",
                    "ocpp.door");

    /** All others that are wired. */
    private static final List<String> ALL =
            List.of(
                    "people",
                    "api",
                    "oidc",
                    "process",
                    "plug.away",
                    "secret",
                    "unit",
                    "account",
                    "effect",
                    "site",
                    "session",
                    "start",
                    "supply",
                    "outbox",
                    "cdr",
                    "roaming",
                    "device",
                    "admin",
                    "ops",
                    "plug.dialect",
                    "plug.port",
                    "plug.broker",
                    "plug.http",
                    "plug.roll",
                    "store");

    @TestFactory
    Stream<DynamicTest> house() {
        return wired(above(around(sessions(devices(House.of("network.opencharging.cpo"))))))
                .room("")
                .room("secret")
                .room("process")
                .room("people", "unit", "device", "site")
                .room("oidc", "people")
                .room("ops", "people", "oidc")
                .room("api", "unit", "account", "device", "site", "session", "cdr", "people", "ops")
                .edge("config")
                .only("org.springframework", "ocpp.door", "admin", "ops", "api", "store", "config")
                .only("org.eclipse.jetty", "config")
                .only("org.postgresql", "store")
                .only("com.networknt", "ocpp.schema")
                .only("graphql", "api")
                .only("com.nimbusds", "oidc")
                .only("network.opencharging.bridge.backoffice", "roaming")
                .only("network.opencharging.bridge.call", "roaming")
                .only("network.opencharging.bridge.config", "roaming")
                .only("io.vertx", "plug.broker")
                .only("com.hivemq", "plug.broker")
                .rules();
    }

    private static House devices(House house) {
        return house.room("device")
                .room("ocpp.frame")
                .room("ocpp.schema", "ocpp.frame")
                .room("ocpp.message")
                .room("ocpp.v16", "ocpp.message")
                .room("ocpp.v201", "ocpp.message")
                .room("ocpp.station", "ocpp.frame", "ocpp.schema", "ocpp.message")
                .room("ocpp.central", "device", "ocpp.message")
                .room("ocpp.evidence", "ocpp.message", "ocpp.central")
                .room("ocpp.command", "ocpp.schema", "ocpp.station")
                .room("ocpp.held", "ocpp.frame", "ocpp.schema", "ocpp.message", "ocpp.station")
                .room(
                        "ocpp.away",
                        "process",
                        "ocpp.frame",
                        "ocpp.schema",
                        "ocpp.station",
                        "ocpp.central",
                        "ocpp.command")
                .room(
                        "ocpp.driver",
                        "device",
                        "ocpp.frame",
                        "ocpp.message",
                        "ocpp.station",
                        "ocpp.central")
                .room(
                        "ocpp.door",
                        "secret",
                        "ocpp.frame",
                        "ocpp.message",
                        "ocpp.station",
                        "ocpp.central");
    }

    private static House sessions(House house) {
        return house.room("unit")
                .room("account", "unit")
                .room("effect", "unit")
                .room("site", "unit", "device")
                .room("session", "unit", "account", "effect", "device", "site")
                .room("start", "unit", "account", "effect", "device", "site", "session")
                .room("supply", "unit", "account", "effect", "device", "site", "session", "start")
                .room("outbox", "effect")
                .room("cdr", "unit", "account", "effect", "site", "session")
                .room(
                        "roaming", "unit", "account", "effect", "device", "site", "session",
                        "start", "outbox", "cdr");
    }

    private static House around(House house) {
        return house.room("plug.dialect")
                .room("plug.port", "device", "plug.dialect")
                .room("plug.broker", "plug.dialect", "plug.port")
                .room("plug.http", "plug.dialect", "plug.port")
                .room("plug.roll", "device", "plug.dialect", "plug.port")
                .room("plug.away", "process", "device", "plug.roll")
                .room(
                        "store",
                        "process",
                        "ocpp.evidence",
                        "ocpp.held",
                        "unit",
                        "account",
                        "device",
                        "effect",
                        "site",
                        "session",
                        "outbox",
                        "cdr",
                        "roaming",
                        "ocpp.message",
                        "ocpp.station",
                        "ocpp.central",
                        "ocpp.command",
                        "plug.dialect",
                        "plug.port",
                        "plug.roll",
                        "people");
    }

    private static House above(House house) {
        return house.room(
                "admin",
                "people",
                "process",
                "ocpp.evidence",
                "ocpp.held",
                "ocpp.away",
                "secret",
                "unit",
                "account",
                "effect",
                "site",
                "session",
                "start",
                "outbox",
                "cdr",
                "device",
                "plug.dialect",
                "plug.port",
                "plug.roll",
                "ocpp.message",
                "ocpp.frame",
                "ocpp.schema",
                "ocpp.station",
                "ocpp.central",
                "ocpp.command",
                "ocpp.door");
    }

    private static House wired(House house) {
        return house.room(
                "config", Stream.concat(ALL.stream(), OCPP.stream()).toArray(String[]::new));
    }
}
