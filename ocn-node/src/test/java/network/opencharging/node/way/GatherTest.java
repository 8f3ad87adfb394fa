package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.node.message.Query;
import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.rules.PartyRules;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * GET All: what is asked of the hub is gathered from all. Alice and Erin are CPOs at north where
 * Carol asks, Sam is one at south.
 */
class GatherTest {
    private final Cast cast = new Cast("ocn.node.relay.list-deadline=6s");
    private final StubParty erin = new StubParty(new PartyId("IE", "ERI"), Role.CPO, Cast.key(22));
    private final StubParty sam = new StubParty(new PartyId("SE", "SAM"), Role.CPO, Cast.key(23));

    @BeforeEach
    void begin() {
        cast.list(erin, cast.north);
        cast.north.connect(erin);
        cast.list(sam, cast.south);
        cast.south.connect(sam);
    }

    @AfterEach
    void end() {
        cast.close();
        erin.close();
        sam.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 100})
    void aListIsGatheredFromAllNodesAndNothingIsMissingOrTwice(int limit) {
        serves(cast.alice, "a", 5, 2);
        serves(erin, "e", 4, 10);
        serves(sam, "s", 7, 3);

        assertThat(crawled("limit=" + limit, limit))
                .containsExactly(
                        "a0", "a1", "a2", "a3", "a4", "e0", "e1", "e2", "e3", "s0", "s1", "s2",
                        "s3", "s4", "s5", "s6");
        for (StubParty owner : List.of(cast.alice, erin, sam)) {
            assertThat(owner.last().header(HeaderNames.FROM_PARTY_ID)).isEqualTo("CAR");
            assertThat(owner.last().header(HeaderNames.TO_PARTY_ID))
                    .isEqualTo(owner.id().partyId());
            assertThat(owner.last().header(HeaderNames.X_CORRELATION_ID))
                    .isEqualTo("correlation-1");
        }
        assertThat(cast.bob.seen()).as("an eMSP has no locations").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 6, 9, 12, 15, 16, 40})
    void anOffsetIsCountedOverAllParties(int offset) {
        serves(cast.alice, "a", 5, 2);
        serves(erin, "e", 4, 10);
        serves(sam, "s", 7, 3);
        List<String> whole = crawled("limit=100", 100);

        assertThat(crawled("offset=" + offset + "&limit=4", 4))
                .isEqualTo(whole.subList(Math.min(offset, 16), 16));
    }

    @Test
    void whoCountsNotMakesAnOffsetImpossibleAndIsNamed() {
        cast.alice.answers(Said.data("[]"));

        Said said = gather("offset=3").send();

        assertThat(said.code()).isEqualTo(2001);
        assertThat(said.sentence()).contains("DE/ALC", "Link");
    }

    @Test
    void filtersGoToEverybodyAndObjectsComeByteForByte() {
        cast.alice.answers(Said.data("[ 1.0 , {\"x\":[ ]} ]"));
        erin.answers(Said.data("[]"));
        sam.answers(Said.data("[{\"kwh\":7.500,  \"z\":1e2}]"));

        Said said = gather("date_from=2026-01-01T00:00:00Z&date_to=2027-01-01T00:00:00Z").send();

        assertThat(said.text()).contains("[ 1.0 , {\"x\":[ ]} ,{\"kwh\":7.500,  \"z\":1e2}]");
        assertThat(said.header(HeaderNames.X_TOTAL_COUNT)).isEqualTo("3");
        assertThat(said.header(HeaderNames.LINK)).isEmpty();
        for (StubParty owner : List.of(cast.alice, erin)) {
            assertThat(owner.last().target())
                    .contains("date_from=2026-01-01T00:00:00Z&date_to=2027-01-01T00:00:00Z");
        }
        assertThat(sam.last().target()).contains("date_from=2026-01-01T00", "date_to=2027-01-01");
    }

    @Test
    void allAreAskedSideBySide() {
        CyclicBarrier all = new CyclicBarrier(3);
        for (StubParty owner : List.of(cast.alice, erin, sam)) {
            owner.answers(seen -> {
                meet(all);
                return Said.data("[\"" + owner.id().partyId() + "\"]");
            });
        }

        Said said = gather("limit=10").send();

        assertThat(items(said)).as(said.text()).containsExactly("ALC", "ERI", "SAM");
    }

    @Test
    void whoRefusesOrHangsIsLeftOutAndNamedAndNoTotalIsTold() {
        CountDownLatch never = new CountDownLatch(1);
        cast.alice.answers(Said.json(500, "down"));
        sam.answers(seen -> {
            awaitQuietly(never);
            return Said.ok();
        });
        serves(erin, "e", 2, 10);

        Said said = gather("limit=10").send();

        assertThat(said.code()).isEqualTo(1000);
        assertThat(said.sentence()).contains("DE/ALC", "SE/SAM").doesNotContain("IE/ERI");
        assertThat(items(said)).containsExactly("e0", "e1");
        assertThat(said.header(HeaderNames.X_TOTAL_COUNT)).isEmpty();
        assertThat(said.header(HeaderNames.LINK)).isEmpty();
        never.countDown();
    }

    @Test
    void whomTheRulesHideIsNeitherAskedNorNamed() {
        serves(cast.alice, "a", 2, 10);
        serves(erin, "e", 2, 10);
        serves(sam, "s", 1, 10);
        cast.north.rules().change(new PlatformId("platform-ALC"), PartyRules::blocked);

        Said said = gather("limit=10").send();

        assertThat(items(said)).containsExactly("e0", "e1", "s0");
        assertThat(said.sentence()).isEmpty();
        assertThat(said.header(HeaderNames.X_TOTAL_COUNT)).isEqualTo("3");
        assertThat(cast.alice.seen()).isEmpty();
    }

    @Test
    void whoSendsMoreThanAskedForFillsAPageAlone() {
        cast.alice.answers(Said.data("[1]"));
        erin.answers(Said.data("[2,3,4,5,6,7,8,9]"));
        sam.answers(Said.data("[10]"));

        Said first = gather("limit=4").send();
        Said second = next(first).send();
        Said third = next(second).send();

        assertThat(items(first)).containsExactly("1");
        assertThat(items(second)).containsExactly("2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(items(third)).containsExactly("10");
        assertThat(third.header(HeaderNames.LINK)).isEmpty();
    }

    @Test
    void whatTheCallerSignedItsNodeSignsForIt() {
        serves(cast.alice, "a", 5, 2);
        serves(sam, "s", 5, 2);

        Said said = gather("limit=3").signedBy(cast.carol.key()).send();
        List<String> all = new ArrayList<>(items(said));
        while (!said.header(HeaderNames.LINK).isEmpty()) {
            said = next(said).signedBy(cast.carol.key()).send();
            assertThat(said.code()).as(said.text()).isEqualTo(1000);
            all.addAll(items(said));
        }

        assertThat(all).containsExactly("a0", "a1", "a2", "a3", "a4", "s0", "s1", "s2", "s3", "s4");
        assertThat(Signed.signersOf(said)).containsExactly(cast.north.key().address());
        for (StubParty owner : List.of(cast.alice, sam)) {
            assertThat(owner.seen())
                    .allSatisfy(asked ->
                            assertThat(Signed.signersOf(asked, query(asked)))
                                    .containsExactly(cast.north.key().address()));
        }
    }

    @Test
    void aGatheredPageIsNobodyElses() {
        StubParty dora = new StubParty(new PartyId("IT", "DOR"), Role.EMSP, Cast.key(21));
        cast.list(dora, cast.north);
        cast.north.connect(dora);
        serves(cast.alice, "a", 5, 2);
        Said first = gather("limit=2").send();
        String link = first.header(HeaderNames.LINK);

        Said stolen =
                Asking.at(cast.north.url(), dora, TestNode.HUB)
                        .asks("GET", link.substring(1, link.indexOf('>')))
                        .send();

        assertThat(stolen.status()).isEqualTo(404);
        dora.close();
    }

    private Asking gather(String query) {
        return Asking.at(cast.north.url(), cast.carol, TestNode.HUB)
                .asks("GET", "/ocpi/sender/2.2.1/locations?" + query);
    }

    private Asking next(Said said) {
        String link = said.header(HeaderNames.LINK);
        return gather("").asks("GET", link.substring(1, link.indexOf('>')));
    }

    /** Follows the links to the end. */
    private List<String> crawled(String query, int limit) {
        List<String> all = new ArrayList<>();
        Asking asking = gather(query);
        for (int page = 0; page < 50; page++) {
            Said said = asking.send();
            assertThat(said.code()).as(said.text()).isEqualTo(1000);
            assertThat(said.header(HeaderNames.X_LIMIT)).isEqualTo(Integer.toString(limit));
            List<String> items = items(said);
            assertThat(items).hasSizeLessThanOrEqualTo(limit);
            all.addAll(items);
            if (said.header(HeaderNames.LINK).isEmpty()) {
                return all;
            }
            asking = next(said);
        }
        throw new AssertionError("the list has no end: " + all);
    }

    private static List<String> items(Said said) {
        String data = said.envelope().member("data").orElseThrow().text();
        return Arrays.stream(data.replaceAll("[\\[\\]\"]", "").split(","))
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** Locations, so many at once as the server likes. */
    private static void serves(StubParty owner, String name, int number, int most) {
        owner.answers(seen -> {
            Map<String, String> asked = query(seen);
            int offset = Integer.parseInt(asked.getOrDefault("offset", "0"));
            int limit = Math.min(most, Integer.parseInt(asked.getOrDefault("limit", "50")));
            int end = Math.min(number, offset + limit);
            Said page =
                    Said.data(
                            IntStream.range(Math.min(offset, end), end)
                                    .mapToObj(item -> "\"" + name + item + "\"")
                                    .toList()
                                    .toString()
                                    .replace(" ", ""));
            String next =
                    "<%s/ocpi/2.2.1/sender/locations?offset=%d&limit=%d>; rel=\"next\""
                            .formatted(owner.url(), end, limit);
            Said counted = page.with(HeaderNames.X_TOTAL_COUNT, Integer.toString(number));
            return end < number ? counted.with(HeaderNames.LINK, next) : counted;
        });
    }

    private static Map<String, String> query(Seen asked) {
        String target = asked.target();
        return new Query(target.substring(target.indexOf('?') + 1)).parameters();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(2, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("nobody else was asked meanwhile", e);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
