package network.opencharging.tools.mock;

import static network.opencharging.tools.mock.Cast.ALICE;
import static network.opencharging.tools.mock.Cast.BOB;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.exchange.Verdict;
import network.opencharging.tools.ocpi.Signing;
import network.opencharging.tools.ocpi.call.Reply;
import network.opencharging.tools.ocpi.sign.OcnSigning;
import network.opencharging.tools.ocpi.sign.Signatories;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What parties that sign find about each other's signatures. */
class SignedTest {
    private static final PrivateKey ALICES_KEY = key("a1");
    private static final PrivateKey BOBS_KEY = key("b0");
    private static final PrivateKey STRANGERS_KEY = key("ee");
    private static final Signatories REGISTRY =
            Signatories.of(
                    Map.of(
                            ALICE, Set.of(ALICES_KEY.address()),
                            BOB, Set.of(BOBS_KEY.address())),
                    Set.of());

    @Test
    void bothEndsFindTheOthersSignatureValid() throws IOException {
        try (Cast cast = signed(BOBS_KEY)) {
            Reply reply = cast.bob.pull(ALICE, ModuleId.LOCATIONS, "?limit=2&offset=1");

            assertThat(reply.isSuccess()).isTrue();
            assertThat(reply.exchange().answer().verdict())
                    .isEqualTo(new Verdict.Valid(ALICES_KEY.address().text(), List.of()));
            assertThat(heard(cast, reply).request().verdict())
                    .isEqualTo(new Verdict.Valid(BOBS_KEY.address().text(), List.of()));
        }
    }

    @Test
    void aStrangersSignatureIsRefused() throws IOException {
        try (Cast cast = signed(STRANGERS_KEY)) {
            Reply reply = cast.bob.pull(ALICE, ModuleId.LOCATIONS, "");

            assertThat(reply.envelope().orElseThrow().status().code()).isEqualTo(2001);
            assertThat(heard(cast, reply).request().verdict())
                    .isInstanceOf(Verdict.Refused.class)
                    .asString()
                    .contains("may not sign for NL/BOB");
        }
    }

    @Test
    void whoDoesNotSignIsFoundUnsigned() throws IOException {
        try (Cast cast = Cast.connected(new OcnSigning(ALICES_KEY, REGISTRY), Signing.none())) {
            Reply reply = cast.bob.pull(ALICE, ModuleId.LOCATIONS, "");

            assertThat(reply.isSuccess()).isTrue();
            assertThat(heard(cast, reply).request().verdict()).isEqualTo(new Verdict.Unsigned());
        }
    }

    private static Cast signed(PrivateKey bobsKey) throws IOException {
        return Cast.connected(
                new OcnSigning(ALICES_KEY, REGISTRY), new OcnSigning(bobsKey, REGISTRY));
    }

    private static Exchange heard(Cast cast, Reply reply) {
        return cast.alice
                .platform()
                .log()
                .find(Exchange.Direction.RECEIVED, reply.exchange().correlationId())
                .orElseThrow();
    }

    private static PrivateKey key(String pair) {
        return PrivateKey.parse(pair.repeat(32)).orElseThrow();
    }
}
