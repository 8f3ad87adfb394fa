package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.fuzz.Campaign;
import network.opencharging.fuzz.Judge;
import network.opencharging.fuzz.Mutation;
import network.opencharging.fuzz.WireAnswer;
import network.opencharging.fuzz.WireRequest;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.node.plugin.MessageObserver;
import network.opencharging.node.plugin.ObservedMessage;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.signing.NodeSignature;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Requests made worse at random, at every entrance, to parties whose answers are worse too: never a
 * fault of the node, a page or a stack trace, never something of Dora's, who lets nobody through to
 * her, and never a token.
 *
 * <p>{@code -Dfuzz.requests=100000} (Maven's profile {@code nightly}) sends so many to each
 * entrance; {@code -Dfuzz.seed} begins elsewhere. What fails is printed so that it can be sent
 * again.
 */
class MutatedRequestsTest {
    /** Now and then parties are put back that a request has removed. */
    private static final int BETWEEN_REPAIRS = 50;

    /** Where the server goes on with what it cannot answer otherwise. */
    private static final String WHERE_ERRORS_END = "/error";

    private static final FuzzParty ALICE = new FuzzParty(new PartyId("DE", "ALC"));
    private static final FuzzParty CAROL = new FuzzParty(new PartyId("FR", "CAR"));
    private static final FuzzParty DORA = new FuzzParty(new PartyId("IT", "DOR"));

    @TempDir private static Path folder = Path.of("");
    private static RunningNode node;
    private static String cookie = "";
    private static String proof = "";

    /** Somebody to whom parties may show their messages. */
    @Configuration(proxyBeanMethods = false)
    static class Watching {
        @Bean
        MessageObserver counts() {
            return new MessageObserver() {
                @Override
                public String name() {
                    return "counts";
                }

                @Override
                public String purpose() {
                    return "Nothing.";
                }

                @Override
                public void saw(ObservedMessage message) {
                    assertThat(message).isNotNull();
                }
            };
        }
    }

    /** Where requests come in. */
    enum Entrance {
        PLATFORM_DOOR,
        NODE_DOOR,
        DESK,
        ADMINISTRATION,
        SIGN_IN;

        List<WireRequest> good() {
            EntryPoints points = new EntryPoints(ALICE, CAROL);
            return switch (this) {
                case PLATFORM_DOOR -> points.platformDoor();
                case NODE_DOOR -> points.nodeDoor();
                case DESK -> points.desk();
                case ADMINISTRATION -> AdminEntryPoints.all(CAROL.url());
                case SIGN_IN -> AdminEntryPoints.signIn(cookie, proof);
            };
        }
    }

    @BeforeAll
    static void start() {
        node =
                RunningNode.start(
                        folder,
                        List.of(
                                "--logging.level.network.opencharging=ERROR",
                                "--spring.main.sources=" + Watching.class.getName()),
                        ALICE.id(),
                        CAROL.id(),
                        DORA.id());
        repair();
        assertThat(
                        node.call("PUT", "/ocpi/receiver/2.2.1/ocnrules/block-all", DORA.inbound())
                                .code())
                .isEqualTo("1000");
        try (Browser browser = new Browser(node)) {
            browser.signIn("admin", RunningNode.ADMIN_KEY, "/admin/");
            cookie = browser.cookie().split(";", 2)[0];
            proof = browser.proof();
        }
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
        boolean operators = entrance == Entrance.ADMINISTRATION || entrance == Entrance.SIGN_IN;
        Random random = new Random(Campaign.SEED + entrance.name().hashCode());
        Mutation mutation = new Mutation(random);
        Campaign.Result result =
                new Campaign(
                                good,
                                mutation,
                                new Judge(operators ? tokens() : secrets()),
                                new Way(entrance, good.size(), random, mutation))
                        .run(Campaign.REQUESTS);
        System.out.printf(
                "%s: %d good and %d mutated requests, by status %s%n",
                entrance, good.size(), Campaign.REQUESTS, result.statuses());
        assertThat(result.wrong()).isEmpty();
        assertThat(result.statuses().getOrDefault(200, 0)).as("some get through").isPositive();
        assertThat(DORA.asked()).as("what has reached Dora").isZero();
    }

    @Test
    void nothingThatIsServedIsLeftOut() {
        List<WireRequest> all =
                Stream.of(Entrance.values()).flatMap(entrance -> entrance.good().stream()).toList();
        Set<String> missing = new TreeSet<>();
        node.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> missing.addAll(missing(mapping, all)));
        missing.removeIf(served -> served.contains(WHERE_ERRORS_END));

        assertThat(missing).isEmpty();
    }

    private static Set<String> missing(RequestMappingInfo mapping, List<WireRequest> asked) {
        Set<String> missing = new TreeSet<>();
        for (String served : mapping.getPatternValues()) {
            PathPattern pattern = PathPatternParser.defaultInstance.parse(served);
            mapping.getMethodsCondition().getMethods().stream()
                    .filter(method ->
                            asked.stream()
                                    .filter(one -> one.method().equals(method.name()))
                                    .map(one -> one.target().replaceAll("\\?.*", ""))
                                    .map(PathContainer::parsePath)
                                    .noneMatch(pattern::matches))
                    .forEach(method -> missing.add(method + " " + served));
        }
        return missing;
    }

    /**
     * How requests get to the node.
     *
     * @param good so many come first, to parties that answer as they should
     */
    private record Way(Entrance entrance, int good, Random random, Mutation mutation)
            implements Campaign.Way {
        @Override
        public WireRequest finished(WireRequest request, int number) {
            if (number % BETWEEN_REPAIRS == 0) {
                repair();
            }
            CAROL.answers(number < good ? CAROL.usual() : mutation.body(CAROL.usual()));
            return switch (entrance) {
                case NODE_DOOR -> signed(request, random);
                case ADMINISTRATION -> AdminEntryPoints.withTheKey(request);
                case PLATFORM_DOOR, DESK, SIGN_IN -> request;
            };
        }

        /** Who types wrong passwords is slowed down by his address: he has many. */
        @Override
        public WireAnswer sent(WireRequest request) throws IOException {
            byte[] address = {127, (byte) random.nextInt(256), (byte) random.nextInt(256), 7};
            return WireAnswer.to(request, node.port(), InetAddress.getByAddress(address));
        }

        @Override
        public String circumstances() {
            return "Carol says " + new String(CAROL.says(), StandardCharsets.UTF_8);
        }
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
