package network.opencharging.protocol;

import network.opencharging.house.House;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/** The rooms of this module and the directions between them. */
class HouseTest {

    @TestFactory
    Stream<DynamicTest> house() {
        return House.of("network.opencharging.protocol")
                .room("")
                .room("json")
                .room("party")
                .room("route", "party")
                .room("message", "party", "route", "json")
                .room("key")
                .room("pack")
                .room("signing", "message", "party", "json", "key", "pack")
                .only("org.bouncycastle", "key")
                .only("org.brotli", "pack")
                .only("com.aayushatharva", "pack")
                .only("tools.jackson", "json")
                .rules();
    }
}
