package network.opencharging.registry;

import network.opencharging.house.House;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/** The rooms of this module and the directions between them. */
class HouseTest {

    @TestFactory
    Stream<DynamicTest> house() {
        return House.of("network.opencharging.registry")
                .room("")
                .room("generated")
                .room("chain.rpc", "")
                .room("chain.key", "", "chain.rpc")
                .room("chain.log", "", "chain.rpc")
                .room("chain.tx", "", "chain.rpc", "chain.key")
                .room("chain.dev", "")
                .room("directory", "")
                .room("contract", "", "generated", "chain.rpc", "chain.tx", "directory")
                .room("directory.onchain", "", "directory", "contract", "chain.rpc", "chain.log")
                .room("directory.memory", "", "directory")
                .room("directory.subgraph", "", "directory")
                .room("consent", "", "contract", "directory", "chain.rpc")
                .room("listing", "", "contract", "directory", "chain.rpc", "chain.key", "chain.tx")
                .only("network.opencharging.registry.generated", "contract", "generated")
                .only(
                        "org.web3j",
                        "",
                        "generated",
                        "chain.rpc",
                        "chain.key",
                        "chain.log",
                        "chain.tx",
                        "contract")
                .rules();
    }
}
