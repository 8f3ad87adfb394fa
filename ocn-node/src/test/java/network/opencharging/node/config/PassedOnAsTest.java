package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.node.config.RunningNode.Answer;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.node.plugin.ModuleDecision;
import network.opencharging.node.plugin.ModulePlugin;
import network.opencharging.node.plugin.ModuleRequest;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A plug-in that changes what passes: the receiver gets the changed body, but nothing signed is
 * changed.
 */
class PassedOnAsTest {
    private static final FuzzParty ALICE = new FuzzParty(new PartyId("DE", "ALC"));
    private static final FuzzParty CAROL = new FuzzParty(new PartyId("FR", "CAR"));
    private static final PartyId HUB = new PartyId("CH", "OCN");

    @TempDir private static Path folder = Path.of("");
    private static RunningNode node;

    /** Writes in capitals. */
    @Configuration(proxyBeanMethods = false)
    static class Loud {
        @Bean
        ModulePlugin capitals() {
            return new ModulePlugin() {
                @Override
                public ModuleId module() {
                    return new ModuleId("xyz-parking");
                }

                @Override
                public ModuleDecision decide(ModuleRequest request) {
                    return new ModuleDecision.PassedOnAs(
                            Body.of(request.body().text().toUpperCase(java.util.Locale.ROOT)));
                }
            };
        }
    }

    @BeforeAll
    static void start() {
        node =
                RunningNode.start(
                        folder,
                        List.of("--spring.main.sources=" + Loud.class.getName()),
                        ALICE.id(),
                        CAROL.id());
        Platforms platforms = node.bean(Platforms.class);
        TokenVault vault = node.bean(TokenVault.class);
        ALICE.connect(platforms, vault);
        CAROL.connect(platforms, vault);
    }

    @AfterAll
    static void end() {
        node.close();
        ALICE.close();
        CAROL.close();
    }

    @Test
    void theReceiverGetsWhatThePluginMadeOfIt() {
        Answer answer = put(CAROL.id(), Map.of());

        assertThat(answer.code()).as(answer.message()).isEqualTo("1000");
        assertThat(CAROL.said()).isEqualTo("{\"A\":\"WORD\"}");
    }

    @Test
    void whatIsSignedIsNotChangedButRefused() {
        int before = CAROL.asked();

        Answer answer = put(CAROL.id(), Map.of("OCN-Signature", "x"));

        assertThat(answer.code()).isNotEqualTo("1000");
        assertThat(CAROL.asked()).isEqualTo(before);
    }

    @Test
    void whatIsForTheHubHasNowhereToBePassedOnTo() {
        assertThat(put(HUB, Map.of()).code()).isEqualTo("2001");
    }

    private static Answer put(PartyId to, Map<String, String> more) {
        Map<String, String> headers =
                new HashMap<>(
                        Map.of(
                                "Authorization", "Token " + StubPlatform.base64(ALICE.inbound()),
                                "OCPI-from-country-code", ALICE.id().countryCode(),
                                "OCPI-from-party-id", ALICE.id().partyId(),
                                "OCPI-to-country-code", to.countryCode(),
                                "OCPI-to-party-id", to.partyId()));
        headers.putAll(more);
        return node.callWith(
                "PUT", "/ocpi/custom/receiver/xyz-parking/1", headers, "{\"a\":\"word\"}");
    }
}
