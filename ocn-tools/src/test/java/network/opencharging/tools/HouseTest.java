package network.opencharging.tools;

import network.opencharging.house.House;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/** The rooms of this module and the directions between them. */
class HouseTest {

    @TestFactory
    Stream<DynamicTest> house() {
        return House.of("network.opencharging.tools")
                .room("", "terminal", "explain", "mock.command")
                .room("terminal")
                .room("explain")
                .room("http")
                .room("json")
                .room("exchange")
                .room("ocpi", "json", "http", "exchange")
                .room("ocpi.call", "ocpi", "json", "http", "exchange")
                .room("ocpi.register", "ocpi", "ocpi.call", "json")
                .room("ocpi.door", "ocpi", "ocpi.register", "json", "http", "exchange")
                .room("ocpi.sign", "ocpi", "http", "exchange")
                .room("mock.stock", "json")
                .room("mock.shelf", "ocpi")
                .room("mock.charging", "mock.shelf", "json")
                .room("mock.module", "mock.charging", "mock.shelf", "mock.stock", "ocpi", "json")
                .room(
                        "mock",
                        "mock.module",
                        "mock.charging",
                        "mock.shelf",
                        "mock.stock",
                        "ocpi",
                        "ocpi.call",
                        "ocpi.register",
                        "ocpi.door",
                        "exchange",
                        "http",
                        "json")
                .room(
                        "mock.command",
                        "mock",
                        "ocpi",
                        "ocpi.register",
                        "ocpi.sign",
                        "exchange",
                        "terminal")
                .room("local", "json")
                .edge("mock.command")
                .only("com.sun.net.httpserver", "http")
                .only("java.net.http", "http", "local")
                .rules();
    }
}
