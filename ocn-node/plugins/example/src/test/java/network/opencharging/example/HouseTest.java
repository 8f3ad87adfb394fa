package network.opencharging.example;

import network.opencharging.house.House;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/** The rooms of this module; see docs/architecture.md. */
class HouseTest {
    @TestFactory
    Stream<DynamicTest> house() {
        return House.of("network.opencharging.example")
                .room("")
                .room("config", "")
                .only("org.springframework", "config")
                .edge("config")
                .rules();
    }
}
