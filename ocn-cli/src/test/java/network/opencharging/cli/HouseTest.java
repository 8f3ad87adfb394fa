package network.opencharging.cli;

import network.opencharging.house.House;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/** The rooms of this module and the directions between them. */
class HouseTest {
    private static final String[] NOUNS = {
        "up",
        "key",
        "network",
        "node",
        "party",
        "modules",
        "offer",
        "agreement",
        "certificate",
        "credentials",
        "admin",
        "doctor",
        "account",
        "watch",
        "manual"
    };

    @TestFactory
    Stream<DynamicTest> house() {
        return nouns(House.of("network.opencharging.cli"))
                .room("output")
                .room("connect")
                .room("check", "connect", "output")
                .room("write", "connect", "output")
                .room("up", "up.place", "up.site", "up.story")
                .room("up.place")
                .room("up.site")
                .room("up.story", "up.site")
                .edge("write", "network", "account", "doctor", "credentials")
                .rules();
    }

    /** One room a noun; none knows another. */
    private static House nouns(House house) {
        return house.room(
                        "",
                        Stream.concat(Stream.of("connect"), Stream.of(NOUNS))
                                .toArray(String[]::new))
                .room("manual")
                .room("key", "connect", "output")
                .room("network", "connect", "output", "check")
                .room("doctor", "connect", "output", "check")
                .room("node", "connect", "output", "write")
                .room("party", "connect", "output", "write")
                .room("modules", "connect", "output", "write")
                .room("offer", "connect", "output", "write")
                .room("agreement", "connect", "output", "write")
                .room("certificate", "connect", "output", "write")
                .room("account", "connect", "output", "write")
                .room("watch", "connect", "output")
                .room("credentials", "connect", "output")
                .room("admin", "connect", "output");
    }
}
