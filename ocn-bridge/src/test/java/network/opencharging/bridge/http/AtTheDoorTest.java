package network.opencharging.bridge.http;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.ObjectKey;
import network.opencharging.bridge.backoffice.Receiver;
import network.opencharging.bridge.backoffice.Verdict;
import network.opencharging.bridge.journal.Passage;
import network.opencharging.bridge.model.RandomObjects;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.route.ModuleId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Who may come in, what every answer carries, and what a backoffice cannot break. */
class AtTheDoorTest {
    private static final String LIST = "sender/2.2.1/locations";
    private static final String SESSION = "receiver/2.2.1/sessions/NL/BOB/s-1";
    private static final Duration LONG = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(
            strings = {"Token c2VjcmV0LW9mLWJvYg==", "Token secret-of-bob", "c2VjcmV0LW9mLWJvYg=="})
    void theTokenOpensInEveryFormThatIsSent(String header) {
        try (Bridge bridge = memory();
                Partner bob = bridge.bob().with("Authorization", header)) {
            assertThat(bob.get(LIST).code()).isEqualTo(1000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Token d3Jvbmc=", "Bearer c2VjcmV0LW9mLWJvYg=="})
    void withoutTheTokenNobodyComesIn(String header) {
        try (Bridge bridge = memory();
                Partner stranger =
                        header.isEmpty()
                                ? bridge.bob().without("Authorization")
                                : bridge.bob().with("Authorization", header)) {
            assertThat(stranger.get(LIST).http()).isEqualTo(401);

            assertThat(bridge.passages).singleElement().satisfies(AtTheDoorTest::isAStranger);
        }
    }

    /** Enough to see who tries what; nothing that would open another door. */
    private static void isAStranger(Passage passage) {
        assertThat(passage.ending()).isInstanceOf(Passage.Ending.TurnedAway.class);
        assertThat(passage.http()).isEqualTo(401);
        assertThat(passage.subject().module()).isEqualTo(ModuleId.LOCATIONS);
        assertThat(passage.trouble())
                .containsPattern("127.0.0.1 showed (no token|an unknown token \\(SHA-256 begins)")
                .doesNotContain("wrong", "d3Jvbmc=", "secret-of-bob");
        assertThat(passage.request().headers().get("Authorization")).isEmpty();
    }

    @Test
    void anAnswerRepeatsTheIdsAndExchangesSenderAndReceiver() {
        try (Bridge bridge = memory();
                Partner bob = bridge.bob()) {
            Partner.Answer answer = bob.get(LIST);

            assertThat(answer.header("X-Request-ID")).contains("req-1");
            assertThat(answer.header("X-Correlation-ID")).contains("corr-1");
            assertThat(answer.header("OCPI-from-party-id")).contains("ALC");
            assertThat(answer.header("OCPI-to-party-id")).contains("BOB");
            assertThat(answer.envelope().textOf("timestamp")).contains("2026-11-21T10:00:00.000Z");
        }
    }

    @ParameterizedTest
    @CsvSource({"OCPI-from-party-id", "OCPI-to-country-code"})
    void aMissingRoutingHeaderIsNamed(String header) {
        try (Bridge bridge = memory();
                Partner bob = bridge.bob().without(header)) {
            assertThat(bob.get(LIST).code()).isEqualTo(2001);
            assertThat(bob.get(LIST).message()).contains(header);
            assertThat(bridge.passages)
                    .extracting(Passage::trouble)
                    .allMatch(why -> why.contains(header));
        }
    }

    @Test
    void aMessageForAnotherPartyIsRefused() {
        try (Bridge bridge = memory();
                Partner bob = bridge.bob().with("OCPI-to-party-id", "XYZ")) {
            assertThat(bob.get(LIST).message())
                    .isEqualTo("OCPI-to must name a party of this platform.");
        }
    }

    @Test
    void aModuleThatTheBackofficeLacksIsNotOffered() {
        try (Bridge bridge = memory();
                Partner bob = bridge.bob()) {
            Partner.Answer answer = bob.get("sender/2.2.1/tariffs");

            assertThat(answer.http()).isEqualTo(404);
            assertThat(answer.message()).isEqualTo("GET of tariffs (SENDER) is not offered here.");
        }
    }

    @Test
    void aBackofficeThatThrowsCostsA3000AndTellsThePartnerNoSecret() {
        Receiver<Session> throwing =
                sessions(() -> {
                    throw new IllegalStateException("password of the database: 1234");
                });
        try (Bridge bridge = bridge(throwing, LONG);
                Partner bob = bridge.bob()) {
            Partner.Answer answer = bob.put(SESSION, session());

            assertThat(answer.code()).isEqualTo(3000);
            assertThat(answer.message()).isEqualTo("The backoffice failed.");
            assertThat(bridge.complaints).containsExactly("failed: password of the database: 1234");
        }
    }

    @Test
    void aBackofficeThatHangsCostsItsCallerA3000AndNobodyElseAnything() {
        CountDownLatch never = new CountDownLatch(1);
        Receiver<Session> hanging =
                sessions(() -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return Verdict.kept();
                });
        try (Bridge bridge = bridge(hanging, Duration.ofMillis(300));
                Partner bob = bridge.bob()) {
            assertThat(bob.put(SESSION, session()).message())
                    .isEqualTo("The backoffice did not answer in time.");
            assertThat(bob.get(LIST).code()).isEqualTo(1000);
            assertThat(bridge.complaints).containsExactly("late for NL/BOB");
        }
    }

    @Test
    void aBackofficeThatDoesNotWantAnObjectSaysWhy() {
        try (Bridge bridge =
                        bridge(
                                sessions(() -> new Verdict.Refused("No contract with NL/BOB.")),
                                LONG);
                Partner bob = bridge.bob()) {
            Partner.Answer answer = bob.put(SESSION, session());

            assertThat(answer.code()).isEqualTo(2000);
            assertThat(answer.message()).isEqualTo("No contract with NL/BOB.");
        }
    }

    private static Bridge memory() {
        return new Bridge(new MemoryBackoffice().parts().build(), LONG);
    }

    private static Bridge bridge(Receiver<Session> sessions, Duration patience) {
        return new Bridge(new MemoryBackoffice().parts().keepSessions(sessions).build(), patience);
    }

    private interface Keeping {
        Verdict keep();
    }

    private static Receiver<Session> sessions(Keeping keeping) {
        return new Receiver<>() {
            @Override
            public Optional<Session> find(Context context, ObjectKey key) {
                return Optional.empty();
            }

            @Override
            public Verdict keep(Context context, ObjectKey key, Session session) {
                return keeping.keep();
            }
        };
    }

    private static Json.Obj session() {
        return RandomObjects.full(21)
                .next(Session.SHAPE)
                .with("country_code", "NL")
                .with("party_id", "BOB")
                .with("id", "s-1");
    }
}
