package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.node.message.RelayEvent;
import network.opencharging.node.message.Step;
import network.opencharging.node.message.Step.Name;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.List;

/** Every message tells step by step where it went and which verdicts it met, on each node. */
class PathTest {
    private static final Cast CAST = new Cast();
    private static final String OBJECT = "/ocpi/receiver/2.2.1/locations/DE/ALC/L1";

    @AfterAll
    static void end() {
        CAST.close();
    }

    @BeforeEach
    void forget() {
        CAST.forget();
    }

    @Test
    void oneCorrelationIdLeadsAlongBothNodes() {
        Asking asking =
                CAST.from(CAST.alice, CAST.bob)
                        .asks("PUT", OBJECT)
                        .with("X-Correlation-ID", "both-nodes")
                        .body("{\"kwh\":1}")
                        .signedBy(CAST.alice.key());

        assertThat(asking.send().code()).isEqualTo(1000);

        List<Step> north = path(CAST.north, "both-nodes");
        List<Step> south = path(CAST.south, "both-nodes");
        assertThat(north)
                .extracting(Step::name)
                .containsExactlyElementsOf(EnumSet.allOf(Name.class));
        assertThat(south)
                .extracting(Step::name)
                .containsExactlyElementsOf(EnumSet.allOf(Name.class));
        assertThat(north).isSortedAccordingTo(java.util.Comparator.comparing(Step::at));
        assertThat(found(north, Name.AUTHENTICATE)).startsWith("DE/ALC by the token of platform");
        assertThat(found(north, Name.VERIFY)).isEqualTo("signed for DE/ALC, good");
        assertThat(found(north, Name.RESOLVE)).isEqualTo("node " + CAST.south.url());
        assertThat(found(south, Name.AUTHENTICATE))
                .isEqualTo("DE/ALC by the signature of node " + CAST.north.url());
        assertThat(found(south, Name.VERIFY)).isEqualTo("signed for DE/ALC, good");
        assertThat(found(south, Name.RESOLVE)).startsWith("platform ").contains("127.0.0.1");
        assertThat(found(south, Name.VERIFY_ANSWER)).isEqualTo("not signed");
    }

    @Test
    void theStepThatRefusesIsTheLastAndSaysWhy() {
        Asking asking =
                CAST.from(CAST.alice, CAST.carol)
                        .asks("PUT", OBJECT)
                        .with("X-Correlation-ID", "changed")
                        .body("{\"kwh\":1}")
                        .signedBy(CAST.alice.key());

        asking.body("{\"kwh\":2}").send();

        Step last = path(CAST.north, "changed").getLast();
        assertThat(last.name()).isEqualTo(Name.VERIFY);
        assertThat(last.passed()).isFalse();
        assertThat(last.found()).contains("SignatureWrong");
    }

    @Test
    void eachCopyToManyHasItsOwnPath() {
        CAST.from(CAST.alice, CAST.carol)
                .asks("PUT", OBJECT)
                .with("X-Correlation-ID", "to-all")
                .with("OCPI-to-country-code", TestNode.HUB.countryCode())
                .with("OCPI-to-party-id", TestNode.HUB.partyId())
                .body("{\"id\":\"L1\"}")
                .send();

        await().untilAsserted(() ->
                assertThat(
                                events(CAST.north, "to-all").stream()
                                        .map(event -> event.path().getLast().name()))
                        .contains(Name.VERIFY, Name.RESTORE));
    }

    private static List<RelayEvent> events(TestNode node, String correlation) {
        return node.events().stream()
                .filter(it -> it.received().message().ids().correlationId().equals(correlation))
                .toList();
    }

    private static List<Step> path(TestNode node, String correlation) {
        await().until(() -> !events(node, correlation).isEmpty());
        return events(node, correlation).getFirst().path();
    }

    private static String found(List<Step> path, Name name) {
        return path.stream().filter(it -> it.name() == name).findFirst().orElseThrow().found();
    }
}
