package network.opencharging.node.links;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

class LinkSealTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final byte[] SECRET =
            "a secret of the node, 32 bytes long".getBytes(StandardCharsets.US_ASCII);
    private static final PartyId ALICE = new PartyId("DE", "ALC");
    private static final PartyId BOB = new PartyId("NL", "BOB");
    private static final LinkScope PAGE =
            new LinkScope(LinkKind.PAGE, ModuleId.LOCATIONS, BOB, ALICE);
    private static final String URL =
            "https://alice.example/ocpi/cpo/2.2.1/locations?offset=50&limit=50&key=a%2Fb";

    private final LinkSeal seal = at(NOON);

    @Test
    void aLinkOpensForThePairItWasMadeForAndMoreThanOnce() {
        String token = seal.seal(PAGE, URL);

        assertThat(seal.open(PAGE, token)).contains(URL);
        assertThat(seal.open(PAGE, token)).contains(URL);
    }

    @Test
    void itOpensAtAnotherReplicaWithTheSameSecret() {
        assertThat(at(NOON.plusSeconds(60)).open(PAGE, seal.seal(PAGE, URL))).contains(URL);
    }

    @Test
    void itIsClosedToEveryOtherScope() {
        String token = seal.seal(PAGE, URL);

        assertThat(seal.open(new LinkScope(LinkKind.PAGE, ModuleId.LOCATIONS, ALICE, BOB), token))
                .isEmpty();
        assertThat(seal.open(new LinkScope(LinkKind.PAGE, ModuleId.TARIFFS, BOB, ALICE), token))
                .isEmpty();
        assertThat(
                        seal.open(
                                new LinkScope(LinkKind.LOCATION, ModuleId.LOCATIONS, BOB, ALICE),
                                token))
                .isEmpty();
    }

    @Test
    void itIsClosedUnderAnotherSecret() {
        LinkSeal other =
                LinkSeal.fromSecret(
                        "another secret, of 32 bytes or more".getBytes(StandardCharsets.US_ASCII),
                        LinkLifetimes.STANDARD,
                        Clock.fixed(NOON, ZoneOffset.UTC));

        assertThat(other.open(PAGE, seal.seal(PAGE, URL))).isEmpty();
    }

    @Test
    void itExpires() {
        String token = seal.seal(PAGE, URL);
        Duration life = LinkLifetimes.STANDARD.page();

        assertThat(at(NOON.plus(life).minusSeconds(60)).open(PAGE, token)).isPresent();
        assertThat(at(NOON.plus(life)).open(PAGE, token)).isEmpty();
    }

    @Test
    void everyChangedCharacterMakesItGarbage() {
        String token = seal.seal(PAGE, URL);

        for (int i = 0; i < token.length() - 1; i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(seal.open(PAGE, changed)).as("character %d", i).isEmpty();
        }
    }

    @Test
    void garbageIsGarbage() {
        assertThat(seal.open(PAGE, "")).isEmpty();
        assertThat(seal.open(PAGE, "17")).isEmpty();
        assertThat(seal.open(PAGE, "not base64!")).isEmpty();
        assertThat(seal.open(PAGE, "A".repeat(100_000))).isEmpty();
    }

    @Test
    void aCallbackWithAnUuidStaysWellWithinAnOcpiUrl() {
        LinkScope callback = new LinkScope(LinkKind.CALLBACK, ModuleId.COMMANDS, BOB, ALICE);
        String original =
                "https://ocpi.bob-mobility.example/ocpi/emsp/2.2.1/commands/START_SESSION/"
                        + UUID.fromString("f3b1e0c2-6a0f-4d53-9f7d-0b9a2a3a4b5c");

        String link =
                "https://node.north.example/ocpi/sender/2.2.1/commands/START_SESSION/"
                        + seal.seal(callback, original);

        assertThat(link.length()).isLessThan(200);
        assertThat(seal.open(callback, link.substring(link.lastIndexOf('/') + 1)))
                .contains(original);
    }

    @Test
    void urlsOfEveryKindSurvive() {
        for (String url :
                new String[] {
                    "x", "https://ü.example/ä?€", "http://[::1]:8080/" + "q".repeat(4000)
                }) {
            assertThat(seal.open(PAGE, seal.seal(PAGE, url))).contains(url);
        }
    }

    private static LinkSeal at(Instant now) {
        return LinkSeal.fromSecret(
                SECRET, LinkLifetimes.STANDARD, Clock.fixed(now, ZoneOffset.UTC));
    }
}
