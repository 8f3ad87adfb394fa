package network.opencharging.cli;

import network.opencharging.house.House;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/** The rooms of this module and the directions between them. */
class HouseTest {

    @TestFactory
    Stream<DynamicTest> house() {
        return House.of("network.opencharging.cli")
                .room(
                        "", "up", "key", "network", "node", "party", "modules", "account", "watch",
                        "manual")
                .room("output")
                .room("connect")
                .room("write", "connect", "output")
                .room("manual")
                .room("key", "connect", "output")
                .room("network", "connect", "output")
                .room("node", "connect", "output", "write")
                .room("party", "connect", "output", "write")
                .room("modules", "connect", "output", "write")
                .room("account", "connect", "output", "write")
                .room("watch", "connect", "output")
                .room("up", "up.place", "up.story")
                .room("up.place")
                .room("up.story")
                .edge("write", "network", "account")
                .rules();
    }
}
