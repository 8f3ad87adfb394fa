package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.directory.Party;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a forwarded message costs in memory that has to be collected again: a figure that does not
 * vary with the machine, so that speed is not lost unseen. Sender and receiver of this test are
 * plain sockets that allocate nothing, so all of it is that of the node, or of both.
 */
class AllocationTest {
    private static final int MESSAGES = 1_000;
    private static final int ROUNDS = 3;

    // Each a third above what was measured when it was written.
    private static final long MOST_UNSIGNED = 62_000;
    private static final long MOST_SIGNED = 160_000;
    private static final long MOST_FAR = 370_000;

    private static final String BODY = "{\"id\":\"S1\",\"kwh\":1.5,\"status\":\"ACTIVE\"}";

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void aForwardedMessageAllocatesNoMoreThanItDid() throws IOException {
        try (Cast cast = new Cast()) {
            assertThat(each(cast, cast.carol, false)).isBetween(1_000L, MOST_UNSIGNED);
        }
    }

    @Test
    void aSignedOneWithASignedAnswerNeither() throws IOException {
        try (Cast cast = new Cast()) {
            assertThat(each(cast, cast.carol, true)).isBetween(1_000L, MOST_SIGNED);
        }
    }

    @Test
    void aSignedOneThroughTwoNodesNeither() throws IOException {
        try (Cast cast = new Cast()) {
            assertThat(each(cast, cast.bob, true)).isBetween(1_000L, MOST_FAR);
        }
    }

    /** The same number of bytes: nothing on the way is copied or walked that grows with them. */
    @Test
    void itDoesNotMatterHowManyPartiesThereAre() throws IOException {
        try (Cast few = new Cast();
                Cast many = new Cast()) {
            many.directory.listAll(crowd(many, 50_000));
            connect(many, 1_000);

            long alone = each(few, few.carol, false);
            long inTheCrowd = each(many, many.carol, false);

            assertThat(inTheCrowd).isBetween(alone - alone / 10, alone + alone / 10);
        }
    }

    private static List<Party> crowd(Cast cast, int number) {
        List<Party> crowd = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            crowd.add(
                    new Party(
                            member(i),
                            new Address("0xA0%038d".formatted(i)),
                            Set.of(Role.EMSP),
                            Modules.UNDECLARED,
                            cast.south.operator().address(),
                            true));
        }
        return crowd;
    }

    private static void connect(Cast cast, int number) {
        for (int i = 0; i < number; i++) {
            try (StubParty member = new StubParty(member(i), Role.EMSP, Cast.key(5))) {
                cast.north.connect(member);
            }
        }
    }

    private static PartyId member(int number) {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        int rest = number / 1_000;
        return new PartyId(
                "" + letters.charAt(rest / 26) + letters.charAt(rest % 26),
                "%03d".formatted(number % 1_000));
    }

    /** Bytes for each message of Alice to the receiver. */
    private long each(Cast cast, StubParty receiver, boolean signed) throws IOException {
        Asking plain =
                cast.from(cast.alice, receiver)
                        .asks("PUT", "/ocpi/receiver/2.2.1/sessions/DE/ALC/S1")
                        .body(BODY);
        byte[] request = PlainParty.written(signed ? plain.signedBy(cast.alice.key()) : plain);
        TestNode north = cast.nodeOf(cast.alice);
        try (PlainParty _ = PlainParty.instead(receiver, cast.nodeOf(receiver), signed);
                Socket sender =
                        new Socket(
                                InetAddress.getLoopbackAddress(),
                                URI.create(north.url()).getPort())) {
            pass(sender, request);
            // The least of some rounds: what is done once beside them, such as the multiples of a
            // key that has become known, is not what a message costs.
            long least = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                long before = threads.getTotalThreadAllocatedBytes();
                pass(sender, request);
                least = Math.min(least, threads.getTotalThreadAllocatedBytes() - before);
            }
            return least / MESSAGES;
        }
    }

    private static void pass(Socket sender, byte[] request) throws IOException {
        byte[] buffer = new byte[16_384];
        for (int i = 0; i < MESSAGES; i++) {
            sender.getOutputStream().write(request);
            PlainParty.readMessage(sender, buffer);
            assertThat(buffer[9]).as("HTTP 2xx").isEqualTo((byte) '2');
        }
    }
}
