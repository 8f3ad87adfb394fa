package network.opencharging.benchmarks;

import network.opencharging.house.House;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/** The rooms of this module and the directions between them. */
class HouseTest {

    @TestFactory
    Stream<DynamicTest> house() {
        return House.of("network.opencharging.benchmarks")
                .room("", "place", "load", "report", "curve", "profile", "stations", "charging")
                .room("charging")
                .room("curve")
                .room("parts")
                .room("profile")
                .room("stub")
                .room("stations")
                .room("place")
                .room("load", "place")
                .room("report", "load", "place", "stations", "charging")
                .edge("", "stub", "place", "load", "stations", "charging")
                .rules();
    }
}
