package network.opencharging.cpo.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.browser.Browser;
import network.opencharging.browser.Screen;
import network.opencharging.browser.Shade;
import network.opencharging.cpo.account.AuthMethod;
import network.opencharging.cpo.account.Driver;
import network.opencharging.cpo.account.RoamingTokens;
import network.opencharging.cpo.account.TokenType;
import network.opencharging.cpo.admin.AdminClient;
import network.opencharging.cpo.admin.PartnersDesk;
import network.opencharging.cpo.effect.Effect;
import network.opencharging.cpo.effect.EffectHandler;
import network.opencharging.cpo.ocpp.door.RawStation;
import network.opencharging.cpo.outbox.PartnerBook;
import network.opencharging.cpo.people.HandClock;
import network.opencharging.cpo.session.SiteUnderTest;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Bob's eMSP cannot be reached for a whole day, in which one of his drivers charges. */
class PartnerAwayForADayTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final PartyId BOB = new PartyId("NL", "BOB");

    @TempDir private Path folder;
    private final HandClock clock = new HandClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    private final Partner bob = new Partner();
    private CpoUnderTest cpo;
    private AdminClient operator;

    /** Bob, who is outside: takes what he is told, or is away. */
    private static final class Partner {
        private final List<String> taken = new CopyOnWriteArrayList<>();
        private volatile boolean away;

        EffectHandler.Result hears(Effect effect) {
            if (away) {
                return new EffectHandler.Result.Later("Bob does not answer");
            }
            taken.add(effect.purpose());
            return new EffectHandler.Result.Done();
        }
    }

    private HandsConfig.PartnersHand hand(ObjectProvider<PartnerBook> book) {
        return (effect, _) -> {
            if (!(effect instanceof Effect.OfSession)) {
                return new EffectHandler.Result.Done();
            }
            EffectHandler.Result result = bob.hears(effect);
            Optional<String> trouble =
                    result instanceof EffectHandler.Result.Later(String why)
                            ? Optional.of(why)
                            : Optional.empty();
            book.getObject().told(BOB.toString(), trouble, clock.instant());
            return result;
        };
    }

    private static RoamingTokens tokens() {
        return (uid, _) ->
                new RoamingTokens.Permission.Allowed(
                        new Driver(BOB, uid, TokenType.RFID, uid),
                        AuthMethod.WHITELIST,
                        Optional.empty());
    }

    private CpoUnderTest started() {
        return CpoUnderTest.start(
                folder,
                context -> {
                    context.registerBean("clock", Clock.class, () -> clock);
                    context.registerBean(
                            HandsConfig.PartnersHand.class,
                            () -> hand(context.getBeanProvider(PartnerBook.class)));
                    context.registerBean(
                            PartnersDesk.Line.class,
                            () -> new PartnersDesk.Line(true, () -> true, () -> true, "CH/OCN"));
                    context.registerBean(RoamingTokens.class, PartnerAwayForADayTest::tokens);
                },
                "--ocn.cpo.sessions.party=DE/ALC");
    }

    private JsonNode health() {
        for (JsonNode partner : operator.gets("/admin/partners").body().path("partners")) {
            if (partner.path("partner").asString().equals("NL/BOB")) {
                return partner;
            }
        }
        return operator.gets("/admin/partners/none").body();
    }

    private void is(String state) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(health().path("state").asString("")).isEqualTo(state));
    }

    private String charges(SiteUnderTest site, int number) {
        try (RawStation station = RawStation.connect(cpo, "STREET-1", "ocpp1.6")) {
            station.asks(
                    "StatusNotification",
                    "{'connectorId':1,'status':'Available','errorCode':'NoError'}");
            int transaction =
                    station.asks(
                                    "StartTransaction",
                                    ("{'connectorId':1,'idTag':'BOBS-CARD-%d','meterStart':0,"
                                                    + "'timestamp':'%s'}")
                                            .formatted(number, clock.instant()))
                            .path("transactionId")
                            .asInt();
            station.asks(
                    "StopTransaction",
                    "{'transactionId':%d,'meterStop':8000,'timestamp':'%s','reason':'Local'}"
                            .formatted(transaction, clock.instant()));
        }
        String session = site.newestSession();
        await().atMost(PATIENCE)
                .until(() ->
                        operator.gets("/admin/sessions/" + session)
                                .body()
                                .path("session")
                                .path("phase")
                                .asString()
                                .equals("CLOSED"));
        return session;
    }

    @BeforeEach
    void start() {
        cpo = started();
        operator = AdminClient.of(cpo);
    }

    @AfterEach
    void stop() {
        cpo.close();
    }

    @Test
    void whatWaitsIsKeptAndShownAndGoesOutInOrderOnceHeIsBack() throws IOException {
        SiteUnderTest.tariff(operator, "ENERGY-40", "0.40");
        cpo.knowsWorking("STREET-1");
        SiteUnderTest site = SiteUnderTest.at(operator, "STREET-1", "ENERGY-40");
        charges(site, 1);
        is("GOOD");
        int before = bob.taken.size();
        bob.away = true;
        Instant left = clock.instant();

        clock.passes(Duration.ofMinutes(1));
        String session = charges(site, 2);
        is("TROUBLE");
        passesADay();
        assertThat(bob.taken).hasSize(before);
        waits(left);
        isShown();

        stop();
        start();
        bob.away = false;
        clock.passes(Duration.ofMinutes(6));

        is("GOOD");
        assertThat(bob.taken.subList(before, bob.taken.size()))
                .containsExactly("tell-session/" + session, "tell-cdr/" + cdr(session));
    }

    private String cdr(String session) {
        return operator.gets("/admin/sessions/" + session)
                .body()
                .path("session")
                .path("cdr")
                .asString();
    }

    private void waits(Instant since) {
        JsonNode health = health();
        assertThat(health.path("state").asString()).isEqualTo("TROUBLE");
        assertThat(health.path("waiting").asInt()).isEqualTo(2);
        assertThat(health.path("trouble").asString()).isEqualTo("Bob does not answer");
        assertThat(Instant.parse(health.path("oldestAt").asString()))
                .isBetween(since, since.plusSeconds(120));
        assertThat(health.path("advice").asString()).contains("Nothing is lost");
    }

    /** In steps of an hour; each is waited for until it was tried again. */
    private void passesADay() {
        for (int hour = 0; hour < 24; hour++) {
            clock.passes(Duration.ofHours(1));
            Instant now = clock.instant();
            await().atMost(PATIENCE)
                    .until(() ->
                            !Instant.parse(health().path("failureAt").asString()).isBefore(now));
        }
    }

    private void isShown() throws IOException {
        try (Browser browser = Browser.start()) {
            browser.open("http://127.0.0.1:" + cpo.adminPort() + "/admin/#trouble");
            browser.type("#key", cpo.adminKey() + "\n");
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(browser.text("#partners"))
                                    .contains(
                                            "NL/BOB",
                                            "trouble",
                                            "Bob does not answer",
                                            "Nothing is lost"));
            Path pictures = Files.createDirectories(Path.of("target", "pictures"));
            for (Screen screen : Screen.values()) {
                for (Shade shade : Shade.values()) {
                    browser.look(screen, shade);
                    assertThat(browser.fits()).as("%s, %s", screen, shade).isTrue();
                    browser.screenshot(
                            pictures.resolve("cpo-partners-%s-%s.png".formatted(screen, shade)));
                }
            }
        }
    }
}
