package network.opencharging.bridge.http;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.backoffice.TokenAuthorizer.Authorization;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.RandomObjects;
import network.opencharging.bridge.model.v221.AllowedType;
import network.opencharging.bridge.model.v221.AuthorizationInfo;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.protocol.json.Json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A partner asks for what the backoffice owns. */
class OwnObjectsTest {
    private final MemoryBackoffice backoffice = new MemoryBackoffice();
    private final Bridge bridge = new Bridge(backoffice.parts().build(), Duration.ofSeconds(20));
    private final Partner bob = bridge.bob();

    @AfterEach
    void close() {
        bob.close();
        bridge.close();
    }

    @Test
    void aListComesInPagesAndEveryLocationComesOnce() {
        givenLocations(5);

        List<String> seen = new ArrayList<>();
        Optional<String> next = Optional.of("sender/2.2.1/locations");
        while (next.isPresent()) {
            Partner.Answer page = bob.get(next.get());
            assertThat(page.header("X-Total-Count")).contains("5");
            assertThat(page.header("X-Limit")).contains("2");
            seen.addAll(ids(page));
            next = page.header("Link").map(OwnObjectsTest::here);
        }

        assertThat(seen).containsExactly("loc-0", "loc-1", "loc-2", "loc-3", "loc-4");
    }

    @Test
    void aListIsFilteredByTimeAndTheNextPageKeepsTheFilter() {
        givenLocations(6);

        Partner.Answer page =
                bob.get(
                        "sender/2.2.1/locations?limit=2&date_from=2026-01-01T00:01:00Z"
                                + "&date_to=2026-01-01T00:04:00Z");

        assertThat(ids(page)).containsExactly("loc-1", "loc-2");
        assertThat(page.header("X-Total-Count")).contains("3");
        assertThat(page.header("Link"))
                .contains(
                        "<https://alice.example/ocpi/sender/2.2.1/locations?offset=2&limit=2"
                            + "&date_from=2026-01-01T00%3A01%3A00Z&date_to=2026-01-01T00%3A04%3A00Z>;"
                            + " rel=\"next\"");
    }

    @Test
    void aPageIsNeverLongerThanTheBridgeAllows() {
        givenLocations(5);

        assertThat(ids(bob.get("sender/2.2.1/locations?limit=1000"))).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=abc",
                "limit=0",
                "offset=-1",
                "date_from=yesterday",
                "limit=9999999999"
            })
    void aWrongParameterIsRefusedByName(String parameter) {
        Partner.Answer answer = bob.get("sender/2.2.1/locations?" + parameter);

        assertThat(answer.code()).isEqualTo(2001);
        assertThat(answer.message()).contains(parameter.substring(0, parameter.indexOf('=')));
    }

    @Test
    void oneLocationItsEvseAndItsConnectorAreFound() {
        givenLocations(1);
        Location location = backoffice.own.getFirst();
        String path = "sender/2.2.1/locations/LOC-0";
        String evse = path + "/" + location.evses().getFirst().uid();
        String plug = evse + "/" + location.evses().getFirst().connectors().getFirst().id();

        assertThat(bob.get(path).data()).isEqualTo(location.json());
        assertThat(bob.get(evse).data()).isEqualTo(location.evses().getFirst().json());
        assertThat(bob.get(plug).data())
                .isEqualTo(location.evses().getFirst().connectors().getFirst().json());
    }

    @Test
    void aLocationThatIsNotThereIsNotFound() {
        Partner.Answer answer = bob.get("sender/2.2.1/locations/nowhere");

        assertThat(answer.http()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo(2003);
    }

    @Test
    void anInvalidOwnLocationIsHeldBackAndTheBackofficeHearsWhichField() {
        givenLocations(2);
        backoffice.own.set(0, backoffice.own.getFirst().toBuilder().city("x".repeat(46)).build());

        assertThat(ids(bob.get("sender/2.2.1/locations"))).containsExactly("loc-1");
        assertThat(bob.get("sender/2.2.1/locations/loc-0").code()).isEqualTo(3000);
        assertThat(bridge.complaints)
                .containsOnly(
                        "locations loc-0 [$.city: must have at most 45 characters and has 46]");
    }

    @Test
    void aKnownTokenIsDecidedAboutWithTheWholeAnswer() {
        AuthorizationInfo allowed =
                AuthorizationInfo.SHAPE
                        .read(RandomObjects.sparse(4).next(AuthorizationInfo.SHAPE))
                        .orThrow()
                        .toBuilder()
                        .allowed(AllowedType.ALLOWED)
                        .build();
        backoffice.authorizations.put("04A1/APP_USER/true", new Authorization.Known(allowed));

        Partner.Answer answer =
                bob.send(
                        "POST",
                        "sender/2.2.1/tokens/04A1/authorize?type=APP_USER",
                        "{\"location_id\":\"loc-0\"}");

        assertThat(answer.data()).isEqualTo(allowed.json());
    }

    @Test
    void anUnknownTokenIsNotFoundAndOneThatNeedsAPlaceSaysSo() {
        backoffice.authorizations.put("04A1/RFID/false", new Authorization.Unknown());
        backoffice.authorizations.put("04A2/RFID/false", new Authorization.NeedsLocation());

        Partner.Answer unknown = bob.send("POST", "sender/2.2.1/tokens/04A1/authorize", "");
        Partner.Answer needsPlace = bob.send("POST", "sender/2.2.1/tokens/04A2/authorize", "");

        assertThat(unknown.http()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo(2004);
        assertThat(needsPlace.http()).isEqualTo(200);
        assertThat(needsPlace.code()).isEqualTo(2002);
    }

    private void givenLocations(int count) {
        IntStream.range(0, count).forEach(i -> backoffice.own.add(location(i)));
    }

    private static Location location(int number) {
        return Location.SHAPE
                .read(RandomObjects.full(number).next(Location.SHAPE))
                .orThrow()
                .toBuilder()
                .id(CiString.of("loc-" + number))
                .lastUpdated(Instant.parse("2026-01-01T00:0" + number + ":00Z"))
                .build();
    }

    private static List<String> ids(Partner.Answer page) {
        return ((Json.Arr) page.data())
                .items().stream()
                        .map(item -> ((Json.Obj) item).textOf("id").orElseThrow())
                        .toList();
    }

    /** The link with the public name taken off, as a reverse proxy would. */
    private static String here(String link) {
        return link.substring(link.indexOf("/ocpi/") + 6, link.indexOf('>'));
    }
}
