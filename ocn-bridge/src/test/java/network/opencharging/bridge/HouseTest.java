package network.opencharging.bridge;

import network.opencharging.house.House;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/** The rooms of this module and the directions between them. */
class HouseTest {

    @TestFactory
    Stream<DynamicTest> house() {
        return theWiring(
                        theServer(
                                theWay(
                                        theObjects(
                                                House.of("network.opencharging.bridge").room("")))))
                .only("org.springframework", "store", "config")
                .only("com.sun.net.httpserver", "http", "api", "operate")
                .only("org.bouncycastle", "metering")
                .catchesOnly("Lost", "model.convert")
                .edge("config")
                .rules();
    }

    private static House theObjects(House house) {
        return house.room("complaint")
                .room("model")
                .room("model.v221", "model")
                .room("model.v230", "model")
                .room("model.convert", "model", "model.v221", "model.v230")
                .room("backoffice", "model", "model.v221")
                .room("unit")
                .room("tariff", "unit")
                .room("metering", "unit");
    }

    /** Between a backoffice and a hub. */
    private static House theWay(House house) {
        return house.room("sign")
                .room("command", "model", "model.v221")
                .room("journal", "sign")
                .room("quirk")
                .room(
                        "receive",
                        "backoffice",
                        "command",
                        "journal",
                        "model",
                        "model.v221",
                        "quirk",
                        "sign")
                .room("call", "journal", "model", "model.v221", "sign")
                .room(
                        "deliver",
                        "backoffice",
                        "call",
                        "command",
                        "complaint",
                        "model",
                        "model.v221")
                .room("register", "call", "quirk")
                .room("http", "journal", "receive", "register", "sign");
    }

    /** What keeps, and what a backoffice that is not Java needs. */
    private static House theServer(House house) {
        return house.room("webhook", "backoffice", "call", "command", "model", "model.v221")
                .room(
                        "api",
                        "call",
                        "command",
                        "complaint",
                        "deliver",
                        "model",
                        "model.v221",
                        "webhook")
                .room("operate", "api", "complaint", "deliver", "journal", "sign")
                .room(
                        "store",
                        "backoffice",
                        "call",
                        "command",
                        "complaint",
                        "deliver",
                        "journal",
                        "model",
                        "model.v221",
                        "register",
                        "webhook");
    }

    /** Everything is put together here, and nobody imports it. */
    private static House theWiring(House house) {
        return house.room(
                "config",
                "api",
                "backoffice",
                "call",
                "command",
                "complaint",
                "deliver",
                "http",
                "journal",
                "model",
                "model.v221",
                "operate",
                "quirk",
                "receive",
                "register",
                "sign",
                "store",
                "webhook");
    }
}
