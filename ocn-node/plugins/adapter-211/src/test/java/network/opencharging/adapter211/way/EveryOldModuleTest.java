package network.opencharging.adapter211.way;

import static network.opencharging.adapter211.way.Cast.NILS;
import static network.opencharging.adapter211.way.Cast.NINA;
import static network.opencharging.adapter211.way.Cast.OLGA;
import static network.opencharging.adapter211.way.Cast.OTTO;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.adapter211.way.Partner.Said;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.Route;
import network.opencharging.protocol.route.RouteKey;
import network.opencharging.protocol.route.RouteTable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every request that both versions have, over sockets in both directions: from a platform of 2.1.1
 * to one of 2.2.1, and back.
 */
class EveryOldModuleTest {
    private static final RouteTable TABLE = RouteTable.ocpi221();

    @TempDir private static Path folder = Path.of("");
    private static Cast cast;

    @BeforeAll
    static void start() throws IOException {
        cast = new Cast(folder);
    }

    @AfterAll
    static void stop() {
        cast.close();
    }

    @BeforeEach
    void forget() {
        cast.forget();
    }

    static Stream<Trip> trips() {
        return Stream.of(
                        Trip.byCpo(OLGA, NILS),
                        Trip.byCpo(NINA, OTTO),
                        Trip.byProvider(OTTO, NINA),
                        Trip.byProvider(NILS, OLGA))
                .flatMap(trips -> trips);
    }

    @ParameterizedTest
    @MethodSource("trips")
    void itArrivesInTheWordsOfTheOtherAndTheAnswerComesBackInOnesOwn(Trip trip) {
        Partner from = partner(trip.from());
        Partner to = partner(trip.to());
        Json given = trip.answer().said(to.isOld(), trip.to());
        to.answers(_ -> given instanceof Json.Null ? Said.done() : Said.data(given.text()));

        WholeNode.Reply reply =
                from.asks(
                        cast.node,
                        trip.key().method().name(),
                        target(trip, from),
                        trip.to(),
                        body(trip, from));

        assertThat(reply.code()).as(reply.body().text()).isEqualTo("1000");
        assertThat(reply.header("x-request-id")).isNotEmpty();
        assertThat(reply.header("x-correlation-id")).isNotEmpty();
        assertThat(to.last().method()).isEqualTo(trip.key().method().name());
        assertThat(to.last().target()).isEqualTo(arrives(trip, to));
        assertSaid(to.last().body(), trip.request().said(to.isOld(), trip.from()));
        assertSaid(
                reply.body().member("data").orElse(Json.Null.NULL),
                trip.answer().said(from.isOld(), trip.to()));
    }

    @Test
    void nothingThatBothVersionsHaveIsLeftOut() {
        Set<Route> both =
                TABLE.routes().stream()
                        .filter(route -> route.given() == Route.Given.NOTHING)
                        .filter(route -> Operations.isBoth(key(route)))
                        .collect(Collectors.toSet());

        for (boolean old : new boolean[] {true, false}) {
            assertThat(
                            trips().filter(trip -> partner(trip.from()).isOld() == old)
                                    .map(trip -> TABLE.find(trip.key()).route()))
                    .containsAll(both);
        }
    }

    private static RouteKey key(Route route) {
        String path = route.path().toString().replaceAll("[\\[\\]{}]", "");
        return new RouteKey(route.module(), route.role(), route.method(), path);
    }

    private static Partner partner(PartyId id) {
        return Stream.of(cast.olga, cast.otto, cast.nina, cast.nils)
                .filter(partner -> partner.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String body(Trip trip, Partner from) {
        return switch (trip.request().said(from.isOld(), trip.from())) {
            case Json.Obj order when trip.key().module().equals(ModuleId.COMMANDS) ->
                    order.with("response_url", from.url() + "/result").text();
            case Json.Null _ -> "";
            case Json other -> other.text();
        };
    }

    private static String target(Trip trip, Partner from) {
        return from.isOld()
                ? "/ocpi/2.1.1/at/%s/%s/%s".formatted(trip.to(), side(trip), place(trip))
                : "/ocpi/%s/2.2.1/%s".formatted(side(trip), place(trip));
    }

    private static String arrives(Trip trip, Partner to) {
        return to.isOld() ? "/" + place(trip) : "/" + trip.key().role() + "/" + place(trip);
    }

    private static String side(Trip trip) {
        return trip.key().role().name().toLowerCase(Locale.ROOT);
    }

    private static String place(Trip trip) {
        String path = trip.key().path();
        return path.isEmpty() ? trip.key().module().toString() : trip.key().module() + "/" + path;
    }

    /** Whatever is supplied beside: these members are there, as they are. */
    private static void assertSaid(Json heard, Json said) {
        switch (said) {
            case Json.Obj(var members) ->
                    assertThat(((Json.Obj) heard).members())
                            .as(heard.text())
                            .containsAllEntriesOf(members);
            case Json.Arr(List<Json> items) -> {
                assertThat(((Json.Arr) heard).items()).hasSameSizeAs(items);
                for (int i = 0; i < items.size(); i++) {
                    assertSaid(((Json.Arr) heard).items().get(i), items.get(i));
                }
            }
            default -> assertThat(heard).isEqualTo(said);
        }
    }
}
