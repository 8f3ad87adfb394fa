package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.node.copies.ServiceCopies;
import network.opencharging.node.relay.Copying;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.consent.Consent;
import network.opencharging.registry.contract.Permission;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A copy for the service that a party has agreed to: Dora's at its own node, or Bob's at another.
 */
class ServiceCopiesTest {
    private static final String CDRS = "/ocpi/receiver/2.2.1/cdrs";
    private static final String SESSION = "/ocpi/receiver/2.2.1/sessions/DE/ALC/S1";

    private final Cast cast = new Cast();
    private final StubParty dora =
            new StubParty(new PartyId("IT", "DOR"), Role.OTHER, Cast.key(21));
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<PartyId, List<Consent>> agreed = new ConcurrentHashMap<>();

    @BeforeEach
    void begin() {
        cast.list(dora, cast.north);
        cast.north.connect(dora);
        ServiceCopies copies =
                new ServiceCopies(
                        user -> agreed.getOrDefault(user, List.of()),
                        cast.north.bean(Copying.class),
                        threads);
        cast.north.tell(copies::on);
    }

    @AfterEach
    void end() {
        threads.close();
        dora.close();
        cast.close();
    }

    @Test
    void whatAPartySendsIsCopiedByModuleAndSideAndOnlyThat() {
        lets(dora, Permission.FORWARD_MODULE_CDRS_RECEIVER);

        session().send();
        cdr().send();

        await().until(() -> !dora.seen().isEmpty());
        Seen copy = dora.last();
        assertThat(dora.seen()).hasSize(1);
        assertThat(copy.method()).isEqualTo("POST");
        assertThat(copy.target()).isEqualTo("/ocpi/2.2.1/receiver/cdrs");
        assertThat(copy.text()).isEqualTo("{ \"kwh\":1.0 }");
        assertThat(copy.header(HeaderNames.FROM_PARTY_ID)).isEqualTo("ALC");
        assertThat(copy.header(HeaderNames.TO_PARTY_ID)).isEqualTo("DOR");
        assertThat(copy.header(HeaderNames.X_CORRELATION_ID)).isEqualTo("correlation-1");
        assertThat(cast.carol.seen()).hasSize(2);
    }

    @Test
    void aSignedCopyTellsForWhomItWasAndStaysVerifiableForSeveralServices() {
        agreed.put(
                cast.alice.id(),
                List.of(
                        consent(dora, Permission.FORWARD_ALL),
                        consent(cast.bob, Permission.FORWARD_ALL)));

        cdr().signedBy(cast.alice.key()).send();

        for (StubParty service : List.of(dora, cast.bob)) {
            await().until(() -> !service.seen().isEmpty());
            assertThat(Signed.signersOf(service.last(), Map.of()))
                    .containsExactly(cast.north.key().address(), cast.alice.key().address());
        }
    }

    @Test
    void aSlowServiceKeepsNobodyWaiting() {
        CountDownLatch never = new CountDownLatch(1);
        dora.answers(seen -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Said.ok();
        });
        lets(dora, Permission.FORWARD_ALL);

        assertThat(cdr().send().code()).isEqualTo(1000);

        await().until(() -> !dora.seen().isEmpty());
        never.countDown();
    }

    @Test
    void theUrlForALaterResultStaysAsItWasSoThatAServiceCannotAnswer() {
        lets(dora, Permission.FORWARD_ALL);
        String original = cast.alice.url() + "/results/1";

        cast.from(cast.alice, cast.carol)
                .asks("POST", "/ocpi/receiver/2.2.1/commands/STOP_SESSION")
                .body("{\"response_url\":\"" + original + "\"}")
                .send();

        await().until(() -> !dora.seen().isEmpty());
        assertThat(dora.last().text()).contains(original).doesNotContain(cast.north.url());
        assertThat(cast.carol.last().text()).contains(cast.north.url());
    }

    @Test
    void whatWasRevokedRefusedOrComesFromElsewhereIsNotCopied() {
        lets(dora, Permission.FORWARD_ALL);
        agreed.put(cast.bob.id(), List.of(consent(dora, Permission.FORWARD_ALL)));
        cast.from(cast.bob, cast.alice).asks("GET", "/ocpi/sender/2.2.1/locations").send();
        cdr().with(HeaderNames.TO_PARTY_ID, "ZZZ").send();
        agreed.clear();
        session().send();
        lets(dora, Permission.FORWARD_MODULE_CDRS_RECEIVER);
        cdr().send();

        await().until(() -> !dora.seen().isEmpty());
        assertThat(dora.seen())
                .extracting(Seen::target)
                .containsExactly("/ocpi/2.2.1/receiver/cdrs");
    }

    private void lets(StubParty service, Permission permission) {
        agreed.put(cast.alice.id(), List.of(consent(service, permission)));
    }

    private static Consent consent(StubParty service, Permission permission) {
        return new Consent(service.id(), Set.of(permission));
    }

    private Asking cdr() {
        return cast.from(cast.alice, cast.carol).asks("POST", CDRS).body("{ \"kwh\":1.0 }");
    }

    private Asking session() {
        return cast.from(cast.alice, cast.carol).asks("PUT", SESSION).body("{}");
    }
}
