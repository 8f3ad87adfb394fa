package network.opencharging.acceptance;

import static network.opencharging.protocol.route.InterfaceRole.RECEIVER;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.acceptance.dsl.Fixtures;
import network.opencharging.acceptance.dsl.Network;
import network.opencharging.acceptance.dsl.OcnProcess;
import network.opencharging.acceptance.dsl.Talk;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.exchange.Verdict;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.local.Cast;
import network.opencharging.tools.local.LocalKey;
import network.opencharging.tools.mock.MockEmsp;
import network.opencharging.tools.ocpi.Identity;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two eMSPs offer a service on a real chain, each at another node; a CPO agrees and revokes with
 * the real command line. The nodes copy what it sends as long as it has agreed, and nothing else.
 */
class AgreedServicesTest {
    private static final String CDRS = "FORWARD_MODULE_CDRS_RECEIVER";

    @TempDir private Path home = Path.of("");

    private final AtomicInteger numbers = new AtomicInteger();
    private Network network;

    @BeforeEach
    void open() throws Exception {
        network = Network.withServices();
        for (Identity identity : new Identity[] {Cast.ALICE, Cast.BOB, Network.CAROL}) {
            key(identity).writeTo(file(identity));
        }
        for (Identity service : new Identity[] {Cast.BOB, Network.CAROL}) {
            run("service set --name Billing --permission " + CDRS, service);
        }
    }

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void aServiceGetsACopyOfWhatItsPartyHasAgreedToUntilThatIsRevoked() throws Exception {
        agree(Cast.BOB);
        String first = awaitCopy(network.carol(), network.bob());
        assertThat(cdrs(network.carol())).contains(first);
        aSessionGoesToWhomItIsForOnly();

        run("agreement delete " + key(Cast.BOB).address(), Cast.ALICE);
        agree(Network.CAROL);
        awaitCopy(network.bob(), network.carol());

        // The node has read the later agreement, so it knows of the revocation as well.
        Set<String> later = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            later.add(posted(network.carol()));
        }
        String last = posted(network.bob());
        assertThat(cdrs(network.carol())).containsAll(later);
        assertThat(cdrs(network.bob())).contains(last).doesNotContainAnyElementsOf(later);
    }

    private void aSessionGoesToWhomItIsForOnly() throws Exception {
        toward(network.carol())
                .tell(
                        "PUT",
                        ModuleId.SESSIONS,
                        RECEIVER,
                        "/DE/ALC/S-1",
                        JsonText.object()
                                .put("country_code", "DE")
                                .put("party_id", "ALC")
                                .put("id", "S-1"));
        awaitCopy(network.carol(), network.bob());
        assertThat(network.carol().received().sessions().all()).hasSize(1);
        assertThat(network.bob().received().sessions().all()).as("not agreed to").isEmpty();
    }

    /** Posts CDRs, for the node reads the chain when it likes, and gives one that was copied. */
    private String awaitCopy(MockEmsp receiver, MockEmsp service) {
        Set<String> before = cdrs(service);
        String copied =
                await().atMost(Network.PATIENCE)
                        .until(
                                () -> {
                                    posted(receiver);
                                    Set<String> now = cdrs(service);
                                    now.removeAll(before);
                                    return now;
                                },
                                now -> !now.isEmpty())
                        .iterator()
                        .next();
        List<Exchange> copies =
                await().atMost(Network.PATIENCE)
                        .until(() -> about(copied, service), found -> !found.isEmpty());
        assertThat(copies)
                .as("one copy, signed so that the service can hold it against the registry")
                .singleElement()
                .satisfies(
                        it -> assertThat(it.request().verdict()).isInstanceOf(Verdict.Valid.class));
        return copied;
    }

    private static List<Exchange> about(String cdr, MockEmsp service) {
        return service.platform().log().all().stream()
                .filter(it -> it.direction() == Exchange.Direction.RECEIVED)
                .filter(it -> it.request().body().contains(cdr))
                .toList();
    }

    private String posted(MockEmsp receiver) throws Exception {
        // The end keeps CDR-1 from being found in CDR-10.
        String id = "CDR-" + numbers.incrementAndGet() + "-";
        toward(receiver).tell("POST", ModuleId.CDRS, RECEIVER, "", Fixtures.cdr(receiver, id));
        return id;
    }

    private static Set<String> cdrs(MockEmsp emsp) {
        Set<String> ids = new HashSet<>();
        emsp.received().cdrs().all().forEach(cdr -> ids.add(cdr.path("id").asString()));
        return ids;
    }

    private Talk toward(MockEmsp receiver) {
        return new Talk(network.alice().platform(), receiver.platform(), true);
    }

    private void agree(Identity service) throws Exception {
        run("agreement set %s --permission %s".formatted(key(service).address(), CDRS), Cast.ALICE);
    }

    private LocalKey key(Identity identity) {
        return network.cast().member(identity).key();
    }

    private Path file(Identity identity) {
        return home.resolve(identity.party().partyId() + ".key");
    }

    private void run(String line, Identity who) throws Exception {
        String all =
                "%s --rpc %s --registry %s --permissions %s --key %s"
                        .formatted(
                                line,
                                network.registry().chain().httpUrl(),
                                network.registry().address(),
                                network.permissions(),
                                file(who));
        try (OcnProcess process =
                OcnProcess.start(Map.of("OCN_HOME", home.toString()), all.split(" ", -1))) {
            assertThat(process.awaitEnd()).as("%s%n%s", all, process.output()).isZero();
        }
    }
}
