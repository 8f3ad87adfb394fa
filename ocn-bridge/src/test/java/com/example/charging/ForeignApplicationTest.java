package com.example.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.call.Hub;
import network.opencharging.bridge.command.CommandBook;
import network.opencharging.bridge.deliver.Outbox;
import network.opencharging.bridge.http.FakeHub;
import network.opencharging.bridge.http.Partner;
import network.opencharging.bridge.model.v221.CommandResult;
import network.opencharging.bridge.model.v221.CommandResultType;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

import javax.sql.DataSource;

/**
 * Somebody else's Spring Boot application with nothing but the starter on its class path: it
 * declares what it answers, and is in the network; two parties, CPO and eMSP both.
 */
class ForeignApplicationTest {
    private static final PartyId ALICE = new PartyId("DE", "ALC");
    private static final PartyId DUO = new PartyId("NL", "DUO");
    private static final PartyId BOB = new PartyId("FR", "BOB");
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Path folder;
    private final FakeHub hub = new FakeHub();
    private final int door;
    private final ConfigurableApplicationContext application;

    ForeignApplicationTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0)) {
            door = free.getLocalPort();
        }
        application =
                SpringApplication.run(
                        ForeignApplication.class,
                        "--ocn.bridge.door.url=http://localhost:" + door,
                        "--ocn.bridge.door.port=" + door,
                        "--ocn.bridge.parties.list[0].id=DE-ALC",
                        "--ocn.bridge.parties.list[0].role=CPO",
                        "--ocn.bridge.parties.list[0].key-file=" + key("alice", "1"),
                        "--ocn.bridge.parties.list[1].id=DE-ALC",
                        "--ocn.bridge.parties.list[1].role=EMSP",
                        "--ocn.bridge.parties.list[2].id=NL-DUO",
                        "--ocn.bridge.parties.list[2].role=CPO",
                        "--ocn.bridge.parties.list[2].key-file=" + key("duo", "2"),
                        "--ocn.bridge.hub.versions-url=" + hub.versions(),
                        "--ocn.bridge.hub.token=" + FakeHub.TOKEN_A.reveal(),
                        "--ocn.bridge.data.folder=" + folder.resolve("data"));
        await().atMost(LONG).until(() -> application.getBean(Hub.class).calls().isPresent());
    }

    private String key(String name, String digit) throws IOException {
        return Files.writeString(folder.resolve(name + ".key"), digit.repeat(64)).toString();
    }

    @AfterEach
    void stop() {
        application.close();
        hub.close();
    }

    @Test
    void theStarterAddsTheBridgeAndTakesNothingFromTheApplication() {
        assertThat(application.getBeansOfType(Outbox.class)).hasSize(1);
        assertThat(application.getBeansOfType(CommandBook.class)).hasSize(1);
        assertThat(application.getBeansOfType(Backoffice.class)).hasSize(1);
        // An executor of ours among the beans would keep Spring Boot from making the application's.
        assertThat(application.getBeansOfType(Executor.class))
                .containsOnlyKeys("applicationTaskExecutor");
        assertThat(application.getBeansOfType(HttpClient.class)).isEmpty();
        assertThat(application.getBeansOfType(DataSource.class)).isEmpty();
    }

    @Test
    void bothPartiesAndBothRolesAreIntroducedToTheHub() {
        assertThat(hub.roles()).containsExactly("CPO DE/ALC", "EMSP DE/ALC", "CPO NL/DUO");
    }

    @Test
    void eachPartyAnswersForItselfAndAStrangerIsNotAnsweredFor() {
        try (Partner asksAlice = partner(ALICE);
                Partner asksDuo = partner(DUO);
                Partner asksNobody = partner(BOB)) {
            assertThat(asksAlice.send("GET", "sender/2.2.1/locations", "").data().text())
                    .contains("of DE/ALC");
            assertThat(asksDuo.send("GET", "sender/2.2.1/locations", "").data().text())
                    .contains("of NL/DUO");
            assertThat(asksNobody.send("GET", "sender/2.2.1/locations", "").code()).isEqualTo(2001);
        }
    }

    @Test
    void eachPartyPushesInItsOwnNameAndSignsWithItsOwnKey() {
        Outbox outbox = application.getBean(Outbox.class);
        for (PartyId party : List.of(ALICE, DUO)) {
            Location location = ForeignApplication.location(party);
            assertThat(
                            outbox.push(
                                    party,
                                    BOB,
                                    ModuleId.LOCATIONS,
                                    Location.SHAPE,
                                    location,
                                    location.id().text()))
                    .isEmpty();
        }

        await().atMost(LONG).until(() -> hub.heard.size() == 2);
        assertThat(hub.heard)
                .extracting(heard -> heard.headers().get(HeaderNames.FROM_PARTY_ID).orElseThrow())
                .containsExactlyInAnyOrder("ALC", "DUO");
        assertThat(hub.heard)
                .extracting(heard -> heard.headers().get(HeaderNames.OCN_SIGNATURE).orElseThrow())
                .doesNotHaveDuplicates();
    }

    @Test
    void theResultOfACommandIsReportedThroughABean() {
        String stop =
                "{\"response_url\":\"%s\",\"session_id\":\"s-1\"}"
                        .formatted(hub.versions().resolve("/callback/7"));
        try (Partner bob = partner(DUO)) {
            assertThat(bob.send("POST", "receiver/2.2.1/commands/STOP_SESSION", stop).data().text())
                    .contains("ACCEPTED");
        }
        String id = application.getBean(ForeignApplication.class).commands.getFirst();

        assertThat(
                        application
                                .getBean(CommandBook.class)
                                .settle(
                                        id,
                                        CommandResult.builder()
                                                .result(CommandResultType.ACCEPTED)
                                                .build()))
                .isTrue();

        await().atMost(LONG)
                .until(() ->
                        hub.heard.stream().anyMatch(heard -> heard.path().equals("/callback/7")));
    }

    private Partner partner(PartyId asked) {
        return Partner.of(
                door, CredentialsToken.of(hub.tokenB.orElseThrow()).orElseThrow(), BOB, asked);
    }
}
