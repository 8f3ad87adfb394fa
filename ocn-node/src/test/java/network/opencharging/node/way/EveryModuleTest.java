package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.route.Answer;
import network.opencharging.protocol.route.Callback;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.RequestPath;
import network.opencharging.protocol.route.Route;
import network.opencharging.protocol.route.RouteTable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every row of the route table, both interfaces, to a party at the same node and at another. */
class EveryModuleTest {
    private static final Cast CAST = new Cast();

    @AfterAll
    static void end() {
        CAST.close();
    }

    @BeforeEach
    void forget() {
        CAST.forget();
    }

    /** One request of the table between two parties. */
    record Trip(Route route, String version, StubParty from, StubParty to, boolean signed) {
        @Override
        public String toString() {
            return "%s %s %s/%s (%s) %s to %s%s"
                    .formatted(
                            route.method(),
                            route.role(),
                            route.module(),
                            route.path(),
                            version,
                            from.id(),
                            to.id(),
                            signed ? ", signed" : "");
        }
    }

    static Stream<Trip> trips() {
        return RouteTable.ocpi221().routes().stream()
                .filter(route -> route.given() == Route.Given.NOTHING)
                .flatMap(route ->
                        Stream.of(
                                new Trip(route, "2.2.1", CAST.alice, CAST.carol, false),
                                new Trip(route, "2.2", CAST.carol, CAST.alice, false),
                                new Trip(route, "2.2.1", CAST.alice, CAST.carol, true),
                                new Trip(route, "2.2.1", CAST.alice, CAST.bob, false),
                                new Trip(route, "2.2.1", CAST.bob, CAST.alice, true)));
    }

    @ParameterizedTest
    @MethodSource("trips")
    void itArrivesAsItWasSentAndTheAnswerComesBackAsItWasGiven(Trip trip) {
        Said given =
                Said.json(
                        trip.route().answer() == Answer.CREATED ? 201 : 200,
                        "{ \"data\":[ 25.00 ],\"status_code\":1901, \"x\":1.10," + Said.TIME + "}");
        trip.to().answers(given);
        Asking asking = asking(trip);

        Said said = (trip.signed() ? asking.signedBy(trip.from().key()) : asking).send();

        assertThat(said.text()).isEqualTo(given.text());
        assertThat(said.status()).isEqualTo(given.status());
        assertAnswered(said, trip);
        assertThat(trip.to().seen()).hasSize(1);
        assertArrived(trip.to().last(), asking, trip);
    }

    private static Asking asking(Trip trip) {
        Route route = trip.route();
        String callback = trip.from().url() + "/results/17?x=a%2Fb";
        String query =
                route.callback() == Callback.QUERY_RESPONSE_URL
                        ? "?duration=900&response_url=" + callback.replace("?", "%3F")
                        : "?date_from=2026-01-01T00:00:00Z&limit=2&x=A%2FB%20c";
        String path =
                RequestPath.endpoint(trip.version(), route.module(), route.role())
                        + separated(path(route));
        boolean body = route.method() != HttpMethod.GET && route.method() != HttpMethod.DELETE;
        Asking asking = CAST.from(trip.from(), trip.to()).asks(route.method().name(), path + query);
        return body ? asking.body(body(callback)) : asking;
    }

    private static String path(Route route) {
        Map<String, String> ids = new HashMap<>();
        for (String place :
                List.of(
                        "location_id",
                        "evse_uid",
                        "connector_id",
                        "session_id",
                        "tariff_id",
                        "token_uid")) {
            ids.put(place, place.toUpperCase(java.util.Locale.ROOT) + "%2F1");
        }
        ids.put("country_code", "DE");
        ids.put("party_id", "ALC");
        ids.put("command", "START_SESSION");
        return route.path().fill(ids);
    }

    private static String body(String callback) {
        return ("{ \"id\" : \"L1\",\n \"kwh\":25.00 , \"n\":1E3,\"big\":12345678901234567890.10,"
                        + " \"new_field\":[null,\"\\u00e9\", \"ü\"], \"response_url\":\"")
                + callback
                + "\" }";
    }

    private static String separated(String path) {
        return path.isEmpty() ? "" : "/" + path;
    }

    private static void assertAnswered(Said said, Trip trip) {
        assertThat(said.header(HeaderNames.X_REQUEST_ID)).isEqualTo("request-1");
        assertThat(said.header(HeaderNames.X_CORRELATION_ID)).isEqualTo("correlation-1");
        assertThat(said.header(HeaderNames.FROM_COUNTRY_CODE))
                .isEqualTo(trip.to().id().countryCode());
        assertThat(said.header(HeaderNames.FROM_PARTY_ID)).isEqualTo(trip.to().id().partyId());
        assertThat(said.header(HeaderNames.TO_COUNTRY_CODE))
                .isEqualTo(trip.from().id().countryCode());
        assertThat(said.header(HeaderNames.TO_PARTY_ID)).isEqualTo(trip.from().id().partyId());
        assertThat(said.header(HeaderNames.CONTENT_TYPE)).startsWith("application/json");
    }

    private static void assertArrived(Seen seen, Asking asking, Trip trip) {
        Route route = trip.route();
        assertThat(seen.method()).isEqualTo(route.method().name());
        assertThat(seen.header(HeaderNames.AUTHORIZATION))
                .isEqualTo(Asking.token(trip.to().outboundToken()));
        assertThat(seen.header(HeaderNames.X_REQUEST_ID)).isNotBlank().isNotEqualTo("request-1");
        assertThat(seen.header(HeaderNames.X_CORRELATION_ID)).isEqualTo("correlation-1");
        assertThat(seen.header(HeaderNames.FROM_PARTY_ID)).isEqualTo(trip.from().id().partyId());
        assertThat(seen.header(HeaderNames.TO_PARTY_ID)).isEqualTo(trip.to().id().partyId());
        assertThat(seen.headers().get(HeaderNames.OCN_SIGNATURE).isPresent())
                .isEqualTo(trip.signed());
        String endpoint = StubParty.path(route.module(), route.role()) + separated(path(route));
        assertThat(seen.target()).startsWith(endpoint + "?");
        if (route.callback() == Callback.QUERY_RESPONSE_URL) {
            assertThat(seen.target()).startsWith(endpoint + "?duration=900&response_url=http%3A");
        } else if (trip.to() != CAST.bob && trip.from() != CAST.bob) {
            assertThat(seen.target())
                    .isEqualTo(endpoint + asking.path().substring(asking.path().indexOf('?')));
        }
        if (route.callback() == Callback.BODY_RESPONSE_URL) {
            String replaced = seen.text().replaceAll("\"response_url\":\"[^\"]*\"", "-");
            String sent = asking.body().text().replaceAll("\"response_url\":\"[^\"]*\"", "-");
            assertThat(replaced).isEqualTo(sent);
            assertThat(seen.text())
                    .contains(
                            "\"response_url\":\""
                                    + CAST.nodeOf(trip.to()).url()
                                    + "/ocpi/sender/2.2.1/"
                                    + route.module());
        } else {
            assertThat(seen.text()).isEqualTo(asking.body().text());
        }
    }
}
