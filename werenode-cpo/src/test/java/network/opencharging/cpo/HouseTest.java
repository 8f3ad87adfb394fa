package network.opencharging.cpo;

import network.opencharging.house.House;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/** The rooms of this module and the directions between them. */
class HouseTest {

    @TestFactory
    Stream<DynamicTest> house() {
        return around(devices(House.of("network.opencharging.cpo")))
                .room("")
                .room("unit")
                .room("tariff", "unit")
                .room("metering", "unit")
                .room("cdr", "unit", "tariff", "metering")
                .edge("config")
                .only("org.bouncycastle", "metering")
                .only("org.springframework", "ocpp.door", "admin", "store", "config")
                .only("org.eclipse.jetty", "config")
                .only("com.networknt", "ocpp.schema")
                .rules();
    }

    private static House devices(House house) {
        return house.room("device", "unit")
                .room("ocpp.frame")
                .room("ocpp.schema", "ocpp.frame")
                .room("ocpp.message", "unit")
                .room("ocpp.v16", "unit", "ocpp.message")
                .room("ocpp.v201", "unit", "ocpp.message")
                .room("ocpp.station", "ocpp.frame", "ocpp.schema", "ocpp.message")
                .room("ocpp.central", "unit", "device", "ocpp.message")
                .room("ocpp.command", "ocpp.schema", "ocpp.station")
                .room(
                        "ocpp.driver",
                        "unit",
                        "device",
                        "ocpp.frame",
                        "ocpp.message",
                        "ocpp.station",
                        "ocpp.central")
                .room("ocpp.door", "ocpp.frame", "ocpp.message", "ocpp.station", "ocpp.central");
    }

    private static House around(House house) {
        return house.room("store", "ocpp.message", "ocpp.station", "ocpp.central", "ocpp.command")
                .room(
                        "admin",
                        "ocpp.message",
                        "ocpp.frame",
                        "ocpp.schema",
                        "ocpp.station",
                        "ocpp.central",
                        "ocpp.command",
                        "ocpp.door")
                .room(
                        "config",
                        "device",
                        "ocpp.frame",
                        "ocpp.schema",
                        "ocpp.message",
                        "ocpp.v16",
                        "ocpp.v201",
                        "ocpp.station",
                        "ocpp.central",
                        "ocpp.command",
                        "ocpp.driver",
                        "ocpp.door",
                        "admin",
                        "store");
    }
}
