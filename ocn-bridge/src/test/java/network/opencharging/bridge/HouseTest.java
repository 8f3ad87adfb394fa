package network.opencharging.bridge;

import network.opencharging.house.House;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/** The rooms of this module and the directions between them. */
class HouseTest {

    @TestFactory
    Stream<DynamicTest> house() {
        return House.of("network.opencharging.bridge")
                .room("")
                .room("model")
                .room("model.v221", "model")
                .room("model.v230", "model")
                .room("model.convert", "model", "model.v221", "model.v230")
                .room("backoffice", "model", "model.v221")
                .room("sign")
                .room("command", "model", "model.v221")
                .room("receive", "backoffice", "command", "model", "model.v221", "sign")
                .room("http", "receive", "register")
                .room("call", "model", "sign")
                .room("deliver", "call", "command", "model", "model.v221")
                .room("register", "call")
                .room("store", "deliver", "command", "register", "call", "model.v221")
                .only("org.springframework", "store", "config")
                .only("com.sun.net.httpserver", "http")
                .catchesOnly("Lost", "model.convert")
                .rules();
    }
}
