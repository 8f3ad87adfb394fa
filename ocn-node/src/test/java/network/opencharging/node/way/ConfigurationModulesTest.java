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
import network.opencharging.protocol.signing.NodeSignature;
import network.opencharging.registry.directory.Operator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.util.Optional;

/** What is between a platform and its node stays there, whatever another node asks. */
class ConfigurationModulesTest {
    private static final Cast CAST = new Cast();
    private static final PrivateKey WEST = Cast.key(7);
    private static final StubParty MAX = new StubParty(new PartyId("BE", "MAX"), Role.EMSP, WEST);
    private static final RouteKey LOCATIONS =
            new RouteKey(ModuleId.LOCATIONS, InterfaceRole.SENDER, HttpMethod.GET, "");

    @BeforeAll
    static void west() {
        Operator operator = new Operator(WEST.address(), URI.create(MAX.url()));
        CAST.directory.list(operator);
        CAST.directory.list(Cast.listing(MAX, operator));
    }

    @AfterAll
    static void end() {
        CAST.close();
        MAX.close();
    }

    @BeforeEach
    void forget() {
        CAST.forget();
    }

    @ParameterizedTest
    @CsvSource({
        "CREDENTIALS,SENDER,GET,,2001",
        "CREDENTIALS,SENDER,DELETE,,2001",
        "CREDENTIALS,RECEIVER,PUT,,2001",
        "Credentials,SENDER,GET,x,2001",
        "HUB_CLIENT_INFO,RECEIVER,PUT,DE/ALC,2001",
        "VERSIONS,SENDER,GET,2.2.1,2001",
        "VERSIONS,SENDER,POST,,2001",
        "VERSIONS,RECEIVER,GET,,2001"
    })
    void whatIsBetweenAPlatformAndItsNodeIsReachedByNobodyElse(
            String module, InterfaceRole side, HttpMethod method, String path, int code) {
        RouteKey target =
                new RouteKey(
                        new ModuleId(module.replace("_", "")),
                        side,
                        method,
                        Optional.ofNullable(path).orElse(""));

        refused(letter(target).body("{}"), code);

        assertThat(CAST.alice.seen()).isEmpty();
    }

    @Test
    void credentialsAreNotReachedUnderTheNameOfACustomModule() {
        Body text =
                Body.of(
                        letter(LOCATIONS)
                                .message()
                                .toBody()
                                .text()
                                .replace(
                                        "{\"module\":\"LOCATIONS\"",
                                        "{\"module\":\"CUSTOM\",\"custom_module_id\":\"credentials\""));

        assertThat(NodeLetter.raw(CAST.north, text, NodeSignature.sign(text.bytes(), WEST)).code())
                .isEqualTo(2001);
        assertThat(CAST.alice.seen()).isEmpty();
    }

    @Test
    void versionsOfAPartyAreReadThroughItsNode() {
        CAST.alice.answers(Said.data("[{\"version\":\"2.2.1\"}]"));

        Said said =
                letter(new RouteKey(ModuleId.VERSIONS, InterfaceRole.SENDER, HttpMethod.GET, ""))
                        .sendTo(CAST.north);

        assertThat(said.text()).contains("[{\"version\":\"2.2.1\"}]");
        assertThat(CAST.alice.last().target()).isEqualTo("/ocpi/versions");
    }

    private static NodeLetter letter(RouteKey target) {
        return NodeLetter.of(target, MAX.id(), CAST.alice.id(), WEST);
    }

    private static void refused(NodeLetter letter, int code) {
        assertThat(letter.sendTo(CAST.north).code()).isEqualTo(code);
    }
}
