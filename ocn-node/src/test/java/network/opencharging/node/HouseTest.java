package network.opencharging.node;

import network.opencharging.house.House;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/** The rooms of this module and the directions between them. */
class HouseTest {

    @TestFactory
    Stream<DynamicTest> house() {
        return House.of("network.opencharging.node")
                .room("")
                // what is known
                .room("platform")
                .room("rules")
                .room("links")
                .room("client")
                // what the node does itself
                .room("store", "platform")
                .room("config", "platform", "store")
                .edge("config")
                .only(
                        "org.springframework",
                        "",
                        "door",
                        "desk",
                        "admin",
                        "operate",
                        "store",
                        "config")
                .rules();
    }
}
