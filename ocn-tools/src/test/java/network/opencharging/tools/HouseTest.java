package network.opencharging.tools;

import network.opencharging.house.House;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/** The rooms of this module and the directions between them. */
class HouseTest {

    @TestFactory
    Stream<DynamicTest> house() {
        House house =
                House.of("network.opencharging.tools")
                        .room(
                                "",
                                "terminal",
                                "audit",
                                "check",
                                "client",
                                "conformance",
                                "explain",
                                "load",
                                "mock.command",
                                "proxy",
                                "scenario",
                                "seam",
                                "simulate.command",
                                "watch");
        House parties = party(commanded(played(mock(ocpi(ground(house))))));
        return SimulatedRooms.of(lasting(scenario(proxy(live(parties))))).edge("seam").rules();
    }

    /** What stands on nothing, or on little. */
    private static House ground(House house) {
        return house.room("terminal")
                .room("secret", "terminal")
                .room("explain", "secret", "terminal")
                .room("check.rule")
                .room("check", "check.rule", "http", "terminal")
                .room("http")
                .room("json")
                .room("exchange")
                .room("seam")
                .room("yaml")
                .only("org.yaml", "yaml")
                .room(
                        "local",
                        "json",
                        "http",
                        "mock",
                        "ocpi",
                        "ocpi.register",
                        "ocpi.sign",
                        "terminal")
                .only("com.sun.net.httpserver", "http")
                .only("java.net.http", "http", "simulate.line");
    }

    private static House scenario(House house) {
        return house.room(
                "scenario",
                "http",
                "mock",
                "mock.script",
                "mock.shelf",
                "mock.stock",
                "exchange",
                "expect",
                "yaml",
                "report",
                "ocpi",
                "ocpi.call",
                "ocpi.register",
                "ocpi.sign",
                "json",
                "seam",
                "secret",
                "terminal");
    }

    /** What reckons, and what goes on while somebody watches. */
    private static House lasting(House house) {
        return house.room("audit", "terminal")
                .room("live")
                .room("watch", "http", "live", "terminal")
                .room("load", "http", "live", "ocpi", "reach", "report", "seam", "terminal", "wire")
                .only("io.netty", "load")
                .only("org.HdrHistogram", "load")
                .only("org.jline", "live");
    }

    /** What stands between two systems. */
    private static House proxy(House house) {
        return house.room("proxy.pass", "http", "wire")
                .room("proxy.rule", "proxy.pass", "check.rule", "manner", "wire", "http")
                .room("proxy", "http", "live", "proxy.pass", "proxy.rule", "wire", "terminal");
    }

    /** What speaks to live systems, whoever made them. */
    private static House live(House house) {
        return house.room("wire", "http", "json", "ocpi")
                .room("manner", "http", "wire")
                .room(
                        "reach",
                        "wire",
                        "http",
                        "mock",
                        "mock.fault",
                        "ocpi",
                        "ocpi.register",
                        "ocpi.sign",
                        "seam",
                        "secret",
                        "terminal")
                .room(
                        "client",
                        "manner",
                        "reach",
                        "wire",
                        "http",
                        "json",
                        "ocpi",
                        "seam",
                        "terminal")
                .room("conformance.suite", "manner", "wire", "http", "ocpi")
                .room("report")
                .room(
                        "conformance",
                        "conformance.suite",
                        "manner",
                        "reach",
                        "report",
                        "wire",
                        "seam",
                        "terminal");
    }

    private static House party(House house) {
        return house.room(
                "party",
                "local",
                "mock",
                "mock.charging",
                "mock.module",
                "mock.shelf",
                "mock.stock",
                "exchange",
                "json",
                "ocpi",
                "seam");
    }

    private static House ocpi(House house) {
        return house.room("ocpi", "json", "http", "exchange")
                .room("ocpi.call", "ocpi", "json", "http", "exchange")
                .room("ocpi.register", "ocpi", "ocpi.call", "json")
                .room("ocpi.door", "ocpi", "ocpi.register", "json", "http", "exchange")
                .room("ocpi.sign", "ocpi", "http", "exchange");
    }

    private static House mock(House house) {
        String[] everythingOfOcpi = {
            "ocpi", "ocpi.call", "ocpi.register", "ocpi.door", "exchange", "http", "json",
        };
        return house.room("mock.stock", "json")
                .room("mock.shelf", "ocpi")
                .room("expect")
                .room("mock.answer", "expect", "ocpi", "json")
                .room("mock.fault", "http")
                .room("mock.charging", "mock.shelf", "json")
                .room("mock.module", "mock.charging", "mock.shelf", "mock.stock", "ocpi", "json")
                .room(
                        "mock",
                        Stream.concat(
                                        Stream.of(everythingOfOcpi),
                                        Stream.of(
                                                "mock.answer",
                                                "mock.module",
                                                "mock.fault",
                                                "mock.charging",
                                                "mock.shelf",
                                                "mock.stock",
                                                "seam"))
                                .toArray(String[]::new));
    }

    private static House hub(House house) {
        return house.room(
                "mock.hub",
                "mock",
                "mock.fault",
                "ocpi",
                "ocpi.call",
                "ocpi.door",
                "ocpi.register",
                "exchange",
                "http",
                "json");
    }

    /** Mocks that play a script, a hub between them, and who looks at them. */
    private static House played(House house) {
        return hub(house)
                .room(
                        "mock.script",
                        "mock",
                        "mock.answer",
                        "mock.charging",
                        "mock.fault",
                        "mock.hub",
                        "mock.shelf",
                        "expect",
                        "yaml",
                        "ocpi",
                        "ocpi.call",
                        "json",
                        "seam")
                .room(
                        "mock.admin",
                        "mock",
                        "mock.fault",
                        "mock.script",
                        "ocpi",
                        "ocpi.call",
                        "exchange",
                        "http",
                        "json",
                        "report");
    }

    private static House commanded(House house) {
        return house.room(
                "mock.command",
                "live",
                "mock",
                "mock.admin",
                "mock.fault",
                "mock.script",
                "yaml",
                "ocpi",
                "ocpi.call",
                "ocpi.register",
                "ocpi.sign",
                "exchange",
                "seam",
                "secret",
                "terminal");
    }
}
