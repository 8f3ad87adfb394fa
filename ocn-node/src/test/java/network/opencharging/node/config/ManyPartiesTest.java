package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;

import network.opencharging.node.admin.AdminDesk;
import network.opencharging.node.desk.ClientInfoDesk;
import network.opencharging.node.desk.RegistryDesk;
import network.opencharging.node.handshake.Handshakes;
import network.opencharging.node.handshake.Invitations;
import network.opencharging.node.watch.PartiesDesk;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Ten thousand parties are told in pages and one by one: what a page costs does not grow with them.
 * Counted is what the asking thread allocates.
 */
class ManyPartiesTest {
    private static final int MANY = 10_000;
    private static final int INVITED = 1_000;
    private static final int PIECE = 64 * 1024;
    private static final PartyId ALICE = new PartyId("DE", "ALC");
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir private static Path folder = Path.of("");
    @TempDir private static Path small = Path.of("");
    private static final StubPlatform PLATFORM = new StubPlatform();
    private static RunningNode many;
    private static RunningNode few;
    private static String token;

    @BeforeAll
    static void start() {
        PartyId[] listed =
                IntStream.range(0, MANY).mapToObj(ManyPartiesTest::party).toArray(PartyId[]::new);
        listed[0] = ALICE;
        many = RunningNode.start(folder, listed);
        few = RunningNode.start(small, ALICE);
        token =
                many.call(
                                "POST",
                                "/ocpi/2.2.1/credentials",
                                many.invite(ALICE),
                                PLATFORM.credentials(ALICE))
                        .token();
    }

    private static PartyId party(int number) {
        String id = "%3s".formatted(Integer.toString(number % 46_656, 36)).replace(' ', '0');
        return new PartyId("XX", id.toUpperCase(java.util.Locale.ROOT));
    }

    @AfterAll
    static void stop() {
        many.close();
        few.close();
        PLATFORM.close();
    }

    @Test
    void aPageOfPartiesCostsTheSameHoweverManyThereAre() throws Exception {
        Map<String, String> wanted = Map.of("limit", "2");
        PartiesDesk desk = many.bean(PartiesDesk.class);

        assertThat(
                        new String(
                                desk.parties(wanted).getBody(),
                                java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"total\":" + 2 * (MANY + 1));
        long among = allocated(() -> desk.parties(wanted));
        long alone = allocated(() -> few.bean(PartiesDesk.class).parties(wanted));

        assertThat(among).isLessThan(alone + 50_000);
    }

    @Test
    void aPageOfHubClientInfoCostsNoMoreThanItsOwnLines() throws Exception {
        ClientInfoDesk desk = many.bean(ClientInfoDesk.class);
        MockHttpServletRequest request =
                new MockHttpServletRequest("GET", "/ocpi/2.2.1/hubclientinfo");
        request.addHeader("Authorization", "Token " + StubPlatform.base64(token));
        request.addParameter("limit", "2");
        request.setQueryString("limit=2");

        assertThat(desk.list("2.2.1", request).getHeaders().getFirst("X-Total-Count"))
                .isEqualTo(Integer.toString(2 * (MANY + 1)));

        // Every client is looked at, and none of them is kept: a few bytes each for the looking.
        assertThat(allocated(() -> desk.list("2.2.1", request))).isLessThan(200L * 2 * MANY);
    }

    @Test
    void longListsAreWrittenEntryByEntry() throws Exception {
        Invitations invitations = many.bean(Handshakes.class).invitations();
        for (int i = 0; i < INVITED; i++) {
            var _ = invitations.plan(Set.of(party(i)), Duration.ofDays(1));
        }

        inPieces(response -> many.bean(RegistryDesk.class).parties(response));
        inPieces(response -> many.bean(AdminDesk.class).platforms(response));
    }

    /** Writes a list into a response. */
    private interface Writing {
        void to(MockHttpServletResponse response) throws Exception;
    }

    /** The whole is larger than what is ever in hand. */
    private static void inPieces(Writing writing) throws Exception {
        AtomicLong most = new AtomicLong();
        AtomicLong all = new AtomicLong();
        MockHttpServletResponse response =
                new MockHttpServletResponse() {
                    @Override
                    public jakarta.servlet.ServletOutputStream getOutputStream() {
                        return new org.springframework.mock.web.DelegatingServletOutputStream(
                                OutputStream.nullOutputStream()) {
                            @Override
                            public void write(byte[] bytes, int offset, int length) {
                                most.accumulateAndGet(length, Math::max);
                                all.addAndGet(length);
                            }
                        };
                    }
                };
        writing.to(response);
        assertThat(all).hasValueGreaterThan(2 * PIECE);
        assertThat(most).hasValueLessThan(PIECE);
    }

    private static long allocated(Callable<?> asking) throws Exception {
        for (int i = 0; i < 3; i++) {
            asking.call();
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        assertThat(asking.call()).isNotNull();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void itIsTheSameOverTheWire() {
        Json parties = many.admin("GET", "/parties?limit=200&offset=20000", "").body();
        assertThat(parties.text()).contains("\"total\":" + 2 * (MANY + 1));
    }
}
