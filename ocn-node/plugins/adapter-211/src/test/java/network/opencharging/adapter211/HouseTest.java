package network.opencharging.adapter211;

import network.opencharging.house.House;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/** The rooms of this module; see docs/architecture.md. */
class HouseTest {
    @TestFactory
    Stream<DynamicTest> house() {
        return House.of("network.opencharging.adapter211")
                .room("")
                .room("words")
                .room("way", "words")
                .room("config", "way")
                .only("org.springframework", "config")
                .edge("config")
                .rules();
    }
}
