package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.node.platform.Platforms;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.signing.NodeSignature;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Requests made worse at random, at every entrance: never a fault of the node, a page or a stack
 * trace, never something of Dora's, who lets nobody through to her, and never a token.
 *
 * <p>{@code -Dfuzz.requests=100000} (Maven's profile {@code nightly}) sends so many to each
 * entrance; {@code -Dfuzz.seed} begins elsewhere. What fails is printed so that it can be sent
 * again.
 */
class MutatedRequestsTest {
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 250);
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_128);
    private static final int ENOUGH = 5;

    /** Now and then parties are put back that a request has removed. */
    private static final int BETWEEN_REPAIRS = 50;

    private static final FuzzParty ALICE = new FuzzParty(new PartyId("DE", "ALC"));
    private static final FuzzParty CAROL = new FuzzParty(new PartyId("FR", "CAR"));
    private static final FuzzParty DORA = new FuzzParty(new PartyId("IT", "DOR"));

    @TempDir private static Path folder = Path.of("");
    private static RunningNode node;

    /** Where requests come in. */
    enum Entrance {
        PLATFORM_DOOR,
        NODE_DOOR,
        DESK,
        ADMINISTRATION;

        List<WireRequest> good() {
            EntryPoints points = new EntryPoints(ALICE, CAROL);
            return switch (this) {
                case PLATFORM_DOOR -> points.platformDoor();
                case NODE_DOOR -> points.nodeDoor();
                case DESK -> points.desk();
                case ADMINISTRATION -> points.administration();
            };
        }
    }

    @BeforeAll
    static void start() {
        node =
                RunningNode.start(
                        folder,
                        List.of("--logging.level.network.opencharging=ERROR"),
                        ALICE.id(),
                        CAROL.id(),
                        DORA.id());
        repair();
        assertThat(
                        node.call("PUT", "/ocpi/receiver/2.2.1/ocnrules/block-all", DORA.inbound())
                                .code())
                .isEqualTo("1000");
    }

    @AfterAll
    static void end() {
        node.close();
        ALICE.close();
        CAROL.close();
        DORA.close();
    }

    @ParameterizedTest
    @EnumSource(Entrance.class)
    void noAnswerIsAFaultOrTellsOfOthers(Entrance entrance) throws IOException {
        List<WireRequest> good = entrance.good();
        Random random = new Random(SEED + entrance.name().hashCode());
        Mutation mutation = new Mutation(random);
        Judge judge = new Judge(entrance == Entrance.ADMINISTRATION ? tokens() : secrets());
        TreeMap<Integer, Integer> statuses = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < good.size() + REQUESTS && wrong.size() < ENOUGH; i++) {
            if (i % BETWEEN_REPAIRS == 0) {
                repair();
            }
            WireRequest request = i < good.size() ? good.get(i) : mutation.of(mutation.one(good));
            WireRequest sent =
                    switch (entrance) {
                        case NODE_DOOR -> signed(request, random);
                        case ADMINISTRATION -> EntryPoints.withTheKey(request);
                        case PLATFORM_DOOR, DESK -> request;
                    };
            WireAnswer answer = WireAnswer.to(sent, node.port());
            statuses.merge(answer.status(), 1, Integer::sum);
            int number = i - good.size();
            judge.objection(sent, answer)
                    .map(why -> "#%d %s%n%s%n---%n%s".formatted(number, why, sent, answer.text()))
                    .ifPresent(wrong::add);
        }
        System.out.printf(
                "%s: %d good and %d mutated requests, by status %s%n",
                entrance, good.size(), REQUESTS, statuses);
        assertThat(wrong).isEmpty();
        assertThat(statuses.getOrDefault(200, 0)).as("some get through").isPositive();
        assertThat(DORA.asked()).as("what has reached Dora").isZero();
    }

    /** Most are signed as they are, so that they are looked into. */
    private static WireRequest signed(WireRequest request, Random random) {
        return random.nextInt(5) == 0
                ? request
                : request.with(
                        "OCN-Signature",
                        NodeSignature.sign(request.body().bytes(), RunningNode.SOUTH_KEY));
    }

    private static List<String> secrets() {
        Stream<String> foreign =
                Stream.of(DORA.inbound(), DORA.data(), DORA.url(), CAROL.inbound());
        return Stream.concat(tokens().stream(), foreign).toList();
    }

    /** Not even the operator is shown these. */
    private static List<String> tokens() {
        return Stream.of(ALICE, CAROL, DORA)
                .flatMap(party -> Stream.of(party.outbound(), base64(party.outbound())))
                .toList();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void repair() {
        Platforms platforms = node.bean(Platforms.class);
        TokenVault vault = node.bean(TokenVault.class);
        Stream.of(ALICE, CAROL, DORA).forEach(party -> party.connect(platforms, vault));
    }
}
