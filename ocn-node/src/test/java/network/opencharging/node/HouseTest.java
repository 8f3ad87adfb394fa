package network.opencharging.node;

import network.opencharging.house.House;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

/** The rooms of this module and the directions between them. */
class HouseTest {
    private static final String[] STEPS = {
        "step.authenticate",
        "step.address",
        "step.verify",
        "step.permit",
        "step.resolve",
        "step.rewrite",
        "step.send"
    };

    @TestFactory
    Stream<DynamicTest> house() {
        return theWiring(
                        theOperators(
                                theNodeItself(
                                        theWay(
                                                theKnown(
                                                        House.of("network.opencharging.node")
                                                                .room(""))))))
                .only(
                        "org.springframework",
                        "",
                        "desk",
                        "index",
                        "admin",
                        "watch",
                        "operate",
                        "store",
                        "config")
                .only("io.netty", "door", "client", "config")
                .only("com.nimbusds", "oidc")
                .only("io.micrometer", "operate", "config")
                .only("io.opentelemetry", "operate", "config")
                .catchesOnly("Refused", "relay")
                .edge("config")
                .rules();
    }

    private static House theKnown(House house) {
        return house.room("platform")
                .room("rules", "platform")
                .room("links")
                .room("plugin")
                .room("adapt", "plugin", "platform")
                .room("client")
                .room("network")
                .room("pace")
                .room("replica");
    }

    /** The way of a message: the steps never import one another, and only the relay walks them. */
    private static House theWay(House house) {
        return house.room("message", "platform")
                .room("observe", "message", "platform", "plugin")
                .room("step.authenticate", "message", "platform", "network", "pace")
                .room("step.address", "message", "platform", "network")
                .room("step.verify", "message", "network", "rules")
                .room("step.permit", "message", "rules")
                .room("step.resolve", "message", "platform", "network", "links")
                .room("step.rewrite", "message", "platform", "links", "network")
                .room("step.send", "message", "platform", "client", "network", "adapt", "plugin")
                .room("relay", and(STEPS, "plugin", "message", "platform"))
                .room("door", "message", "relay", "platform", "adapt", "plugin");
    }

    /** What the node does itself. */
    private static House theNodeItself(House house) {
        return house.room("handshake", "platform", "client", "plugin")
                .room("probe", "network", "client")
                .room("clientinfo", "platform", "client", "network")
                .room(
                        "desk",
                        "platform",
                        "handshake",
                        "clientinfo",
                        "rules",
                        "network",
                        "probe",
                        "observe",
                        "plugin")
                .room("copies", "message", "relay")
                .room("index")
                .room("journal", "message");
    }

    /** What is the operator's, and where everything is kept. */
    private static House theOperators(House house) {
        return house.room("access", "platform")
                .room("oidc", "client")
                .room("audit")
                .room(
                        "admin",
                        "platform",
                        "handshake",
                        "journal",
                        "message",
                        "access",
                        "oidc",
                        "audit",
                        "rules",
                        "network")
                .room("watch", "platform", "handshake", "journal", "network", "clientinfo", "admin")
                .room("operate", "platform", "handshake", "message")
                .room(
                        "store",
                        "platform",
                        "handshake",
                        "links",
                        "rules",
                        "journal",
                        "message",
                        "network",
                        "access",
                        "audit",
                        "observe",
                        "clientinfo",
                        "replica");
    }

    /** Puts everything together; nobody imports it. */
    private static House theWiring(House house) {
        return house.room(
                "config",
                and(
                        STEPS,
                        "platform",
                        "plugin",
                        "adapt",
                        "observe",
                        "rules",
                        "links",
                        "client",
                        "network",
                        "pace",
                        "journal",
                        "access",
                        "audit",
                        "replica",
                        "message",
                        "relay",
                        "door",
                        "oidc",
                        "handshake",
                        "clientinfo",
                        "probe",
                        "copies",
                        "desk",
                        "index",
                        "admin",
                        "watch",
                        "operate",
                        "store"));
    }

    private static String[] and(String[] some, String... others) {
        return Stream.of(some, others).flatMap(Stream::of).toArray(String[]::new);
    }
}
