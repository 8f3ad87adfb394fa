package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.message.NodeMessage;
import network.opencharging.protocol.message.VerificationStatus;
import network.opencharging.protocol.pack.Packing;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.signing.OcnSignature;
import network.opencharging.registry.directory.Operator;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.util.Optional;

/** A node of a published generation gets the one form that it reads. */
class PeerProfileTest {
    private static final PrivateKey WEST = Cast.key(7);

    @ParameterizedTest
    @CsvSource({"P1,2.2,BROTLI,", "P2,2.2.1,GZIP,", "P3,2.2.1,GZIP,VERIFIED"})
    void pathsPackingAndStatusAreThoseOfItsGeneration(
            String profile, String version, Packing packing, VerificationStatus status) {
        try (Cast cast = new Cast("ocn.node.relay.peers." + WEST.address() + "=" + profile);
                StubParty max = west(cast)) {
            Asking command = command(cast, max);

            command.signedBy(cast.carol.key()).send();

            NodeMessage sent = message(max);
            assertThat(sent.body().orElseThrow().text())
                    .contains(max.url() + "/ocpi/sender/" + version + "/commands/START_SESSION/");
            assertThat(OcnSignature.read(sent.headers().signature().orElseThrow()))
                    .isInstanceOfSatisfying(
                            OcnSignature.Reading.Read.class,
                            read -> assertThat(read.packing()).isEqualTo(packing));
            assertThat(sent.headers().status()).isEqualTo(Optional.ofNullable(status));

            command.send();
            assertThat(message(max).headers().status())
                    .isEqualTo(
                            Optional.ofNullable(status).map(_ -> VerificationStatus.NOT_PRESENTED));
        }
    }

    private static StubParty west(Cast cast) {
        StubParty max = new StubParty(new PartyId("BE", "MAX"), Role.CPO, WEST);
        Operator operator = new Operator(WEST.address(), URI.create(max.url()));
        cast.directory.list(operator);
        cast.directory.list(Cast.listing(max, operator));
        return max;
    }

    private static Asking command(Cast cast, StubParty to) {
        return Asking.at(cast.north.url(), cast.carol, to.id())
                .asks("POST", "/ocpi/receiver/2.2.1/commands/START_SESSION")
                .body("{\"response_url\":\"" + cast.carol.url() + "/results/1\"}");
    }

    private static NodeMessage message(StubParty node) {
        assertThat(node.last().target()).isEqualTo("/ocn/message");
        return ((NodeMessage.Reading.Read) NodeMessage.read(node.last().content())).message();
    }
}
