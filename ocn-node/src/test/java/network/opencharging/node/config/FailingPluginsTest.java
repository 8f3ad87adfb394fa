package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.node.config.RunningNode.Answer;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.node.plugin.AdaptedRequest;
import network.opencharging.node.plugin.MessageObserver;
import network.opencharging.node.plugin.ModuleDecision;
import network.opencharging.node.plugin.ModulePlugin;
import network.opencharging.node.plugin.ModuleRequest;
import network.opencharging.node.plugin.ObservedMessage;
import network.opencharging.node.plugin.PlatformRequest;
import network.opencharging.node.plugin.Translated;
import network.opencharging.node.plugin.VersionAdapter;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
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
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Plug-ins with faults: who meets one is told so, and nobody else notices. */
class FailingPluginsTest {
    private static final FuzzParty ALICE = new FuzzParty(new PartyId("DE", "ALC"));
    private static final FuzzParty CAROL = new FuzzParty(new PartyId("FR", "CAR"));
    private static final FuzzParty DORA = new FuzzParty(new PartyId("IT", "DOR"));
    private static final AtomicInteger SAW = new AtomicInteger();

    @TempDir private static Path folder = Path.of("");
    private static RunningNode node;

    /** Nothing in here works. */
    @Configuration(proxyBeanMethods = false)
    static class Broken {
        @Bean
        ModulePlugin module() {
            return new ModulePlugin() {
                @Override
                public ModuleId module() {
                    return new ModuleId("xyz-parking");
                }

                @Override
                public ModuleDecision decide(ModuleRequest request) {
                    throw new IllegalStateException("a fault of the module");
                }
            };
        }

        @Bean
        MessageObserver observer() {
            return new MessageObserver() {
                @Override
                public String name() {
                    return "broken";
                }

                @Override
                public String purpose() {
                    return "None.";
                }

                @Override
                public void saw(ObservedMessage message) {
                    SAW.incrementAndGet();
                    throw new IllegalStateException("a fault of the observer");
                }
            };
        }

        @Bean
        VersionAdapter adapter() {
            return new BrokenAdapter();
        }
    }

    /** An adapter that knows its name. */
    private static final class BrokenAdapter implements VersionAdapter {
        @Override
        public String version() {
            return "2.1.1";
        }

        @Override
        public List<ModuleId> modules() {
            return List.of(ModuleId.LOCATIONS);
        }

        @Override
        public Json.Obj credentials(Json.Obj ours) {
            throw fault();
        }

        @Override
        public Json theirs(Json credentials, Function<PartyId, Set<Role>> roles) {
            throw fault();
        }

        @Override
        public Translated<AdaptedRequest> incoming(PlatformRequest request) {
            throw fault();
        }

        @Override
        public Body answered(AdaptedRequest request, Body envelope) {
            throw fault();
        }

        @Override
        public Translated<AdaptedRequest> outgoing(
                AdaptedRequest request, PartyId receiver, UnaryOperator<String> address) {
            throw fault();
        }

        @Override
        public Body answer(AdaptedRequest request, PartyId receiver, Body envelope) {
            throw fault();
        }

        private static IllegalStateException fault() {
            return new IllegalStateException("a fault of the adapter");
        }
    }

    @BeforeAll
    static void start() {
        node =
                RunningNode.start(
                        folder,
                        List.of("--spring.main.sources=" + Broken.class.getName()),
                        ALICE.id(),
                        CAROL.id(),
                        DORA.id());
        Platforms platforms = node.bean(Platforms.class);
        TokenVault vault = node.bean(TokenVault.class);
        ALICE.connect(platforms, vault);
        DORA.connect(platforms, vault);
        CAROL.connectSpeaking("2.1.1", platforms, vault);
        for (FuzzParty party : List.of(ALICE, DORA)) {
            node.call("PUT", "/ocpi/receiver/2.2.1/ocnobservers/broken", party.inbound());
        }
    }

    @AfterAll
    static void end() {
        node.close();
        ALICE.close();
        CAROL.close();
        DORA.close();
    }

    @Test
    void whoAsksAModuleThatFailsGetsAnEnvelopeThatSaysSo() {
        failed(ask(ALICE, DORA, "PUT", "/ocpi/custom/receiver/xyz-parking/1"));
    }

    @Test
    void whoIsTranslatedByAnAdapterThatFailsGetsAnEnvelopeToo() {
        failed(ask(CAROL, ALICE, "PUT", "/ocpi/2.1.1/locations/FR/CAR/L1"));
        failed(ask(CAROL, ALICE, "PUT", "/ocpi/2.1.1/credentials"));
        failed(ask(ALICE, CAROL, "PUT", "/ocpi/receiver/2.2.1/locations/DE/ALC/L1"));
    }

    @Test
    void anObserverThatFailsIsAskedAgainAndTakesNothingFromTheMessage() {
        int before = SAW.get();
        for (int i = 1; i <= 2; i++) {
            assertThat(ask(ALICE, DORA, "GET", "/ocpi/sender/2.2.1/tariffs").http()).isEqualTo(200);
            int seen = before + i;
            await().until(() -> SAW.get() >= seen);
        }
    }

    private static void failed(Answer answer) {
        assertThat(answer.http()).as(answer.body().text()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("3000");
        assertThat(answer.message()).contains("failed").doesNotContain("fault of the");
        assertThat(answer.response().headers().firstValue("X-Correlation-ID")).contains("c-7");
    }

    private static Answer ask(FuzzParty from, FuzzParty to, String method, String path) {
        Map<String, String> headers =
                new HashMap<>(
                        Map.of(
                                "Authorization", "Token " + StubPlatform.base64(from.inbound()),
                                "X-Correlation-ID", "c-7",
                                "OCPI-from-country-code", from.id().countryCode(),
                                "OCPI-from-party-id", from.id().partyId(),
                                "OCPI-to-country-code", to.id().countryCode(),
                                "OCPI-to-party-id", to.id().partyId()));
        return node.callWith(method, path, headers, method.equals("GET") ? "" : "{\"a\":1}");
    }
}
