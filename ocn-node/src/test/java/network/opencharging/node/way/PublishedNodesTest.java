package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.node.admin.PeersDesk;
import network.opencharging.node.client.HttpCaller;
import network.opencharging.node.network.KnownPeer;
import network.opencharging.node.network.PeerProfile;
import network.opencharging.node.network.PeerProfiles;
import network.opencharging.node.network.PeerStore;
import network.opencharging.node.probe.PeerProbe;
import network.opencharging.node.probe.PeerRounds;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.NodeMessage;
import network.opencharging.protocol.message.NodeMessage.Proxy;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RouteKey;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Operator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Nodes of the published generations: found out by asking, and then spoken to as they read. */
class PublishedNodesTest {
    private static final PrivateKey WEST = Cast.key(7);
    private static final PartyId MAX = new PartyId("BE", "MAX");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        threads.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = PeerProfile.class,
            names = {"P1", "P2", "P3"})
    void whatItReadsIsFoundOutWithRequestsThatChangeNothingThere(PeerProfile generation) {
        try (Cast cast = new Cast();
                PublishedNode west = west(cast, generation)) {
            found(cast, west, generation);

            assertThat(west.asked()).isNotEmpty().allMatch(asked -> asked.startsWith("GET "));
            assertThat(west.party().seen())
                    .noneMatch(seen -> seen.headers().get(HeaderNames.AUTHORIZATION).isPresent());
            int before = west.asked().size();
            rounds(cast).round();
            assertThat(west.asked()).as("who is known is left alone").hasSize(before);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = PeerProfile.class,
            names = {"P1", "P2", "P3"})
    void signedMessagesPassInBothDirections(PeerProfile generation) {
        try (Cast cast = new Cast();
                PublishedNode west = west(cast, generation)) {
            found(cast, west, generation);
            Asking command = command(cast);

            assertThat(command.signedBy(cast.carol.key()).send().code()).isEqualTo(1000);
            assertThat(command.send().code()).isEqualTo(1000);

            NodeMessage message =
                    NodeLetter.of(
                                    new RouteKey(
                                            ModuleId.LOCATIONS,
                                            InterfaceRole.SENDER,
                                            HttpMethod.GET,
                                            ""),
                                    MAX,
                                    cast.alice.id(),
                                    WEST)
                            .message();
            cast.alice.answers(Said.data("[1]"));
            assertThat(west.sends(cast.north, message).text()).contains("[1]");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = PeerProfile.class,
            names = {"P1", "P2", "P3"})
    void theResultOfAChargingProfileComesBackFromWhereItIsServedThere(PeerProfile generation) {
        try (Cast cast = new Cast();
                PublishedNode west = west(cast, generation)) {
            found(cast, west, generation);
            String original = cast.carol.url() + "/results/9";
            Asking.at(cast.north.url(), cast.carol, MAX)
                    .asks("PUT", "/ocpi/receiver/2.2.1/chargingprofiles/S1")
                    .body("{\"response_url\":\"" + original + "\"}")
                    .send();

            NodeMessage sent = west.last();
            String uid = sent.proxy().uid().orElseThrow();
            assertThat(sent.body().orElseThrow().text())
                    .contains(
                            "%s/ocpi/%s/sender/chargingprofiles/result/%s"
                                    .formatted(west.party().url(), generation.version(), uid));
            NodeMessage result =
                    NodeLetter.of(
                                    new RouteKey(
                                            ModuleId.CHARGING_PROFILES,
                                            InterfaceRole.SENDER,
                                            HttpMethod.POST,
                                            uid),
                                    MAX,
                                    cast.carol.id(),
                                    WEST)
                            .body("{\"result\":\"ACCEPTED\"}")
                            .proxy(new Proxy(Optional.empty(), Optional.of(original)))
                            .message();
            assertThat(west.sends(cast.north, result).code()).isEqualTo(1000);
            assertThat(cast.carol.last().target()).isEqualTo("/results/9");
        }
    }

    @Test
    void theOperatorHasItAskedAtOnce() {
        try (Cast cast = new Cast()) {
            Operator self = new Operator(Cast.key(9).address(), URI.create("http://self.example"));
            PeersDesk desk =
                    new PeersDesk(
                            cast.north.bean(Directory.class),
                            self,
                            cast.north.bean(PeerProfiles.class),
                            rounds(cast)::ask);
            String operator = WEST.address().toString();
            try (PublishedNode west = west(cast, PeerProfile.P2)) {
                assertThat(text(desk.one(operator))).contains("OPEN", "ASSUMED");

                assertThat(text(desk.probe(operator, new MockHttpServletRequest())))
                        .contains("\"profile\":\"P2\"", "FOUND", west.party().url());
            }
            assertThat(desk.probe(operator, new MockHttpServletRequest()).getStatusCode().value())
                    .isEqualTo(502);
            assertThat(text(desk.one(operator))).as("what was known stays").contains("P2");
        }
    }

    private static String text(ResponseEntity<byte[]> answer) {
        return new String(Objects.requireNonNull(answer.getBody()), StandardCharsets.UTF_8);
    }

    @Test
    void aWrongGuessCostsOneMessageAndThenTheNodeIsAskedAgain() {
        try (Cast cast = new Cast();
                PublishedNode west = west(cast, PeerProfile.P3)) {
            Asking command = command(cast).signedBy(cast.carol.key());

            assertThat(command.send().code()).as("its signature check fails there").isEqualTo(4003);
            found(cast, west, PeerProfile.P3);
            assertThat(command.send().code()).isEqualTo(1000);
        }
    }

    @Test
    void whatWasFoundOutIsDoubtedWhenAMessageIsNotUnderstoodAndNotBefore() {
        try (Cast cast = new Cast();
                PublishedNode west = west(cast, PeerProfile.P3)) {
            PeerProfiles profiles = cast.north.bean(PeerProfiles.class);
            cast.north
                    .bean(PeerStore.class)
                    .save(
                            new KnownPeer(
                                    west.operator(),
                                    PeerProfile.P2,
                                    Instant.now().minus(Duration.ofMinutes(10))));
            profiles.recall();
            assertThat(profiles.isDue(west.operator())).isFalse();

            assertThat(command(cast).send().code()).isEqualTo(4003);

            assertThat(profiles.isDue(west.operator())).isTrue();
            found(cast, west, PeerProfile.P3);
            assertThat(command(cast).send().code()).isEqualTo(1000);
            assertThat(profiles.isDue(west.operator())).isFalse();
        }
    }

    @Test
    void whatIsConfiguredIsNeverAsked() {
        try (Cast cast = new Cast("ocn.node.relay.peers." + WEST.address() + "=P2");
                PublishedNode west = west(cast, PeerProfile.P3)) {
            rounds(cast).round();

            assertThat(west.asked()).isEmpty();
            assertThat(cast.north.bean(PeerProfiles.class).of(west.operator()))
                    .isEqualTo(PeerProfile.P2);
        }
    }

    @Test
    void aNodeLikeThisOneIsRecognisedByHowItRefuses() {
        try (Cast cast = new Cast()) {
            HttpCaller http = cast.north.bean(HttpCaller.class);
            assertThat(new PeerProbe(http, Duration.ofSeconds(30)).ask(cast.south.operator()))
                    .contains(PeerProfile.OPEN);
        }
    }

    @Test
    void whoIsSilentOrStrangeStaysUnknown() {
        try (Cast cast = new Cast();
                PublishedNode west = west(cast, PeerProfile.P1)) {
            west.party().answers(Said.json(200, "<html>"));
            HttpCaller http = cast.north.bean(HttpCaller.class);
            assertThat(new PeerProbe(http, Duration.ofSeconds(30)).ask(west.operator())).isEmpty();
        }
    }

    private static PublishedNode west(Cast cast, PeerProfile generation) {
        PublishedNode west = new PublishedNode(generation, MAX, Role.CPO, WEST, cast.north.key());
        cast.directory.list(west.operator());
        cast.directory.list(Cast.listing(west.party(), west.operator()));
        return west;
    }

    private void found(Cast cast, PublishedNode west, PeerProfile generation) {
        rounds(cast).round();
        await().until(
                        () -> cast.north.bean(PeerProfiles.class).of(west.operator()),
                        profile -> profile == generation);
    }

    private PeerRounds rounds(Cast cast) {
        return new PeerRounds(
                cast.directory,
                cast.north.key().address(),
                cast.north.bean(PeerProfiles.class),
                new PeerProbe(cast.north.bean(HttpCaller.class), Duration.ofSeconds(30)),
                threads);
    }

    private static Asking command(Cast cast) {
        return Asking.at(cast.north.url(), cast.carol, MAX)
                .asks("POST", "/ocpi/receiver/2.2.1/commands/START_SESSION")
                .body("{\"response_url\":\"" + cast.carol.url() + "/results/1\"}");
    }
}
