package network.opencharging.acceptance;

import network.opencharging.house.House;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/** The rooms of this module and the directions between them. */
class HouseTest {

    @TestFactory
    Stream<DynamicTest> house() {
        return House.of("network.opencharging.acceptance")
                .room("", "dsl")
                .room("docs", "dsl")
                .room("dsl")
                .rulesOfTests();
    }
}
