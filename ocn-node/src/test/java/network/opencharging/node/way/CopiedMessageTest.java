package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RouteKey;
import network.opencharging.registry.directory.Operator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;

/** Somebody has seen a signed message of node west on its way, and sends it again. */
class CopiedMessageTest {
    private static final Cast CAST = new Cast();
    private static final PrivateKey WEST = Cast.key(7);
    private static final PartyId MAX = new PartyId("BE", "MAX");

    @BeforeAll
    static void west() {
        Operator operator = new Operator(WEST.address(), URI.create("http://west.example"));
        CAST.directory.list(operator);
        try (StubParty max = new StubParty(MAX, Role.EMSP, WEST)) {
            CAST.directory.list(Cast.listing(max, operator));
        }
    }

    @AfterAll
    static void end() {
        CAST.close();
    }

    @BeforeEach
    void forget() {
        CAST.forget();
    }

    @Test
    void whatIsToBeDoneIsNotDoneAgain() {
        NodeLetter letter = letter(HttpMethod.POST, ModuleId.CDRS, "");
        Body formatted = Body.of(letter.message().toBody().text().replace(",", ",\n  "));

        assertThat(letter.sendTo(CAST.north).code()).isEqualTo(1000);
        Said again = letter.sendTo(CAST.north);

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.code()).isEqualTo(2001);
        assertThat(again.text()).contains("came before");
        assertThat(letter.sendTo(CAST.north, formatted).code()).isEqualTo(2001);
        assertThat(CAST.alice.seen()).as("it is done once").hasSize(1);
    }

    @Test
    void theSameUnderAnIdOfItsOwnIsAnotherMessage() {
        for (int i = 0; i < 2; i++) {
            NodeLetter letter = letter(HttpMethod.POST, ModuleId.CDRS, "");
            assertThat(letter.sendTo(CAST.north).code()).isEqualTo(1000);
        }
    }

    /** OCPI's PUT, PATCH and DELETE say how something is, with the time since when. */
    @Test
    void whatSaysHowSomethingIsMayBeSaidTwice() {
        NodeLetter letter = letter(HttpMethod.PUT, ModuleId.SESSIONS, "BE/MAX/S1");

        assertThat(letter.sendTo(CAST.north).code()).isEqualTo(1000);
        assertThat(letter.sendTo(CAST.north).code()).isEqualTo(1000);
    }

    @Test
    void whetherATokenIsGoodMayBeAskedTwice() {
        RouteKey target =
                new RouteKey(
                        ModuleId.TOKENS, InterfaceRole.SENDER, HttpMethod.POST, "T1/authorize");
        NodeLetter letter = NodeLetter.of(target, MAX, CAST.alice.id(), WEST).body("{}");

        letter.sendTo(CAST.north);
        letter.sendTo(CAST.north);

        assertThat(CAST.alice.seen()).hasSize(2);
    }

    private static NodeLetter letter(HttpMethod method, ModuleId module, String path) {
        RouteKey target = new RouteKey(module, InterfaceRole.RECEIVER, method, path);
        return NodeLetter.of(target, MAX, CAST.alice.id(), WEST).body("{\"id\":\"1\"}");
    }
}
