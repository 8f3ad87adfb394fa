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
                .room("", "up")
                .room("up", "up.place", "up.story")
                .room("up.place")
                .room("up.story")
                .rules();
    }
}
