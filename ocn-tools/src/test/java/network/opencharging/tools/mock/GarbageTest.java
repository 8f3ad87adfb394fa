package network.opencharging.tools.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.Mutations;
import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.http.HttpDoor;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.ocpi.Endpoints;
import network.opencharging.tools.ocpi.Peer;
import network.opencharging.tools.ocpi.call.Reply;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What a party does when the other end does not behave. */
class GarbageTest {
    private Cast cast;
    private HttpCalls calls;

    @BeforeEach
    void connect() throws IOException {
        cast = Cast.connected();
        calls = HttpCalls.within(Duration.ofSeconds(30));
    }

    @AfterEach
    void close() {
        calls.close();
        cast.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Token", "Token !", "Bearer abc", "Token dW5rbm93bg=="})
    void withoutAKnownTokenNothingOpens(String authorization) throws IOException {
        Answer answer = ask(valid().with("Authorization", authorization), "GET", "/locations", "");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("\"status_code\":2000");
    }

    @Test
    void aTokenThatIsNotBase64IsRefused() throws IOException {
        Answer answer =
                ask(valid().with("Authorization", "Token " + token()), "GET", "/locations", "");

        assertThat(answer.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "OCPI-to-party-id",
        "OCPI-to-country-code",
        "OCPI-from-party-id",
        "OCPI-from-country-code"
    })
    void aMissingRoutingHeaderIsNamed(String header) throws IOException {
        Answer answer = ask(valid().without(header), "GET", "/locations", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status_code\":2001").contains("OCPI-");
    }

    @Test
    void aMessageForSomebodyElseIsRefused() throws IOException {
        Answer answer = ask(valid().with("OCPI-to-party-id", "XXX"), "GET", "/locations", "");

        assertThat(answer.body()).contains("\"status_code\":2001").contains("DE/XXX");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /commands/START_SESSION, {not json, 400",
        "GET, /unheardof, '', 404",
        "POST, /locations, {}, 405",
        "POST, /commands/START_SESSION, [1], 200"
    })
    void oddRequestsAreAnsweredInOcpi(String method, String path, String body, int http)
            throws IOException {
        String side = path.startsWith("/commands") ? "receiver" : "sender";

        Answer answer = ask(valid(), method, side, path, body);

        assertThat(answer.status()).isEqualTo(http);
        assertThat(answer.body()).contains("status_code");
    }

    @Test
    void aBodyOfTwentyMegabytesIsRefusedAndTheDoorStaysOpen() throws IOException {
        Answer answer = ask(valid(), "POST", "receiver", "/commands/X", "x".repeat(20_000_000));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(ask(valid(), "GET", "/locations", "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"status_code\":\"1000\"}",
                "{\"status_code\":77}",
                "{\"status_code\":99999999999999999999}",
                "<html>502 Bad Gateway</html>",
                "{\"status_code\":1000"
            })
    void anAnswerWithoutAnEnvelopeIsNoSuccess(String body) throws IOException {
        try (HttpDoor hub = HttpDoor.open(0, request -> Answer.of(200, Headers.NONE, body))) {
            connectBobTo(hub.url());

            Reply reply = cast.bob.pull(Cast.ALICE, ModuleId.LOCATIONS, "");

            assertThat(reply.isSuccess()).isFalse();
            assertThat(reply.envelope()).isEmpty();
            assertThat(reply.summary()).contains("no OCPI envelope");
        }
    }

    /** Whatever is sent to a mock, it answers in OCPI, and as if it had expected it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    alice | PUT   | receiver/2.2.1/tokens/NL/BOB/T1?type=RFID | {"country_code":"NL","party_id":"BOB","uid":"T1","type":"RFID","contract_id":"C","issuer":"B","valid":true,"whitelist":"ALLOWED","last_updated":"2026-01-01T00:00:00Z"}
                    alice | PATCH | receiver/2.2.1/tokens/NL/BOB/T1 | {"valid":false,"last_updated":"2026-01-01T00:00:00Z"}
                    alice | POST  | receiver/2.2.1/commands/START_SESSION | {"response_url":"http://127.0.0.1:9/x","token":{"uid":"T1","contract_id":"C","type":"RFID"},"location_id":"LOC1","evse_uid":"LOC1-E1"}
                    alice | POST  | receiver/2.2.1/commands/RESERVE_NOW | {"response_url":"http://127.0.0.1:9/x","token":{"uid":"T1"},"expiry_date":"2026-01-01T00:00:00Z","reservation_id":"R1","location_id":"LOC1"}
                    alice | PUT   | receiver/2.2.1/chargingprofiles/S1 | {"response_url":"http://127.0.0.1:9/x","charging_profile":{"charging_rate_unit":"W","charging_profile_period":[{"start_period":0,"limit":1.5}]}}
                    alice | GET   | sender/2.2.1/locations?offset=0&limit=2&date_from=2026-01-01T00:00:00Z | {}
                    bob   | PUT   | receiver/2.2.1/sessions/DE/ALC/S1 | {"id":"S1","kwh":1.5,"status":"ACTIVE","charging_periods":[{"start_date_time":"2026-01-01T00:00:00Z","dimensions":[{"type":"ENERGY","volume":1.5}]}],"last_updated":"2026-01-01T00:00:00Z"}
                    bob   | PATCH | receiver/2.2.1/locations/DE/ALC/LOC1/LOC1-E1/1 | {"status":"CHARGING","last_updated":"2026-01-01T00:00:00Z"}
                    bob   | POST  | receiver/2.2.1/cdrs | {"country_code":"DE","party_id":"ALC","id":"C1","total_cost":{"excl_vat":1.5},"last_updated":"2026-01-01T00:00:00Z"}
                    bob   | POST  | sender/2.2.1/tokens/04B0B0B0C0FFEE/authorize?type=RFID | {"location_id":"LOC1","evse_uids":["LOC1-E1"]}
                    """)
    void nothingThatIsSentBreaksAMock(String who, String method, String path, String body)
            throws IOException {
        boolean alices = who.equals("alice");
        String base =
                (alices ? cast.alice.platform() : cast.bob.platform()).layout().base() + "/ocpi/";
        Headers headers =
                RoutingHeaders.of(alices ? Cast.BOB : Cast.ALICE, alices ? Cast.ALICE : Cast.BOB)
                        .writeTo(Headers.NONE)
                        .with("Authorization", base64(alices ? token() : tokenOfAlice()));
        Random random = new Random(20261128);
        for (int i = 0; i < Integer.getInteger("ocn.mutations", 60); i++) {
            String sent = i % 3 == 0 ? body : changed(body, random);
            Optional<URI> target = address(base + (i % 3 == 0 ? changed(path, random) : path));
            if (target.isPresent()) {
                Answer answer = calls.send(new Request(method, target.get(), headers, sent));

                assertThat(answer.status())
                        .as("%s %s: %s", target.get(), sent, answer.body())
                        .isLessThan(500);
            }
        }
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text)).filter(url -> url.getHost() != null);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static String changed(String text, Random random) {
        byte[] good = text.getBytes(StandardCharsets.UTF_8);
        return new String(Mutations.changed(good, random), StandardCharsets.UTF_8);
    }

    private String tokenOfAlice() {
        return cast.alice.platform().connection().peer().orElseThrow().token();
    }

    @Test
    void aHubThatDoesNotAnswerIsRememberedWithTheReason() throws IOException {
        connectBobTo(URI.create("http://127.0.0.1:1"));

        assertThatThrownBy(() -> cast.bob.pull(Cast.ALICE, ModuleId.LOCATIONS, ""))
                .isInstanceOf(IOException.class);
        Exchange last = cast.bob.platform().log().all().getLast();
        assertThat(last.answer().line()).startsWith("no answer");
    }

    @Test
    void aLinkThatIsNoAddressIsNotFollowed() throws IOException {
        Headers odd = Headers.NONE.with("Link", "<ftp:somewhere>; rel=\"next\"");
        try (HttpDoor hub =
                HttpDoor.open(0, request -> Answer.of(200, odd, "{\"status_code\":1000}"))) {
            connectBobTo(hub.url());

            assertThat(cast.bob.pull(Cast.ALICE, ModuleId.LOCATIONS, "").next()).isEmpty();
        }
    }

    private void connectBobTo(URI hub) {
        Endpoints endpoints = new Endpoints(Map.of("locations sender", hub));
        cast.bob.platform().connection().registered("b", new Peer("c", hub, endpoints, List.of()));
    }

    private String token() {
        return cast.bob.platform().connection().peer().orElseThrow().token();
    }

    private static String base64(String token) {
        return CredentialsToken.of(token).orElseThrow().header(CredentialsToken.Encoding.BASE64);
    }

    private Headers valid() {
        return RoutingHeaders.of(Cast.BOB, Cast.ALICE)
                .writeTo(Headers.NONE)
                .with("Authorization", base64(token()));
    }

    private Answer ask(Headers headers, String method, String path, String body)
            throws IOException {
        return ask(headers, method, "sender", path, body);
    }

    private Answer ask(Headers headers, String method, String side, String path, String body)
            throws IOException {
        URI target =
                URI.create(
                        cast.alice.platform().layout().base() + "/ocpi/" + side + "/2.2.1" + path);
        return calls.send(new Request(method, target, headers, body));
    }
}
