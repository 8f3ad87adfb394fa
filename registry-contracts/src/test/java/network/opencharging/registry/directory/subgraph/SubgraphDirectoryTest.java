package network.opencharging.registry.directory.subgraph;

import static network.opencharging.registry.Cast.ALC;
import static network.opencharging.registry.Cast.ALICE_KEY;
import static network.opencharging.registry.Cast.NORTH;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.registry.Cast;
import network.opencharging.registry.directory.Party;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class SubgraphDirectoryTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Pattern AFTER = Pattern.compile("id_gt: \\\\\"([^\\\\]*)\\\\\"");

    private final List<String> operators = new ArrayList<>();
    private final List<String> parties = new ArrayList<>();
    private IndexServer server;
    private SubgraphDirectory directory;

    @BeforeEach
    void anIndexServer() throws IOException {
        server = new IndexServer(this::answer);
        directory =
                new SubgraphDirectory(
                        new SubgraphEndpoint(
                                server.url(), Optional.of("s3cret"), Duration.ofSeconds(30)),
                        Clock.fixed(NOON, ZoneOffset.UTC));
        operators.add(operator(NORTH.url().toString()));
        parties.add(party("DE", "ALC", "\"CPO\"", false));
    }

    @AfterEach
    void close() {
        directory.close();
        server.close();
    }

    @Test
    void operatorsAndPartiesAreRead() {
        directory.read();

        assertThat(directory.freshness().trouble()).isEmpty();
        assertThat(directory.freshness().confirmedAt()).contains(NOON);
        assertThat(directory.snapshot().operatorOf(ALC)).contains(NORTH);
        assertThat(directory.snapshot().party(ALC).map(Party::address))
                .contains(Cast.address(ALICE_KEY));
    }

    @Test
    void theTokenIsSentAndNeverShown() {
        directory.read();

        assertThat(server.authorizations()).isNotEmpty().containsOnly("Bearer s3cret");
        server.answerWith(500, "s3cret");
        directory.read();
        assertThat(directory.freshness().toString()).doesNotContain("s3cret");
    }

    @Test
    void moreThanAThousandAreReadPageByPage() {
        parties.clear();
        for (int i = 0; i < 2500; i++) {
            String id = "%c%02d".formatted('A' + i / 100, i % 100);
            parties.add(party("DE", id, "\"EMSP\"", false));
        }

        directory.read();

        assertThat(directory.snapshot().parties()).hasSize(2500);
        assertThat(server.authorizations())
                .as("one page of operators, three of parties")
                .hasSize(4);
    }

    @Test
    void whatIsGoneOrCannotBeUsedIsLeftOut() {
        parties.add(party("DE", "OUT", "\"CPO\"", true));
        parties.add(party("DEU", "ALX", "\"CPO\"", false));
        parties.add(party("DE", "KNG", "\"KING\"", false));
        operators.add(operator("").replace(NORTH.address().lowerCase(), "0x" + "1".repeat(40)));

        directory.read();

        assertThat(directory.snapshot().parties()).extracting(Party::id).containsExactly(ALC);
        assertThat(directory.snapshot().operators()).containsExactly(NORTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errors\":[{\"message\":\"indexing failed\"}]}",
                "{\"data\":{}}",
                "<html>",
                "",
                "{\"data\":{\"operators\":7}}"
            })
    void whatWasKnownStaysWhenTheAnswerIsBad(String answer) {
        directory.read();
        server.answerWith(200, answer);

        directory.read();

        assertThat(directory.freshness().trouble()).isPresent();
        assertThat(directory.snapshot().parties()).extracting(Party::id).containsExactly(ALC);
    }

    /** As an index server does: in the order of ids, those behind the given one, a thousand. */
    private String answer(String query) {
        Matcher after = AFTER.matcher(query);
        String id = after.find() ? after.group(1) : "";
        String list = query.contains("operators(") ? "operators" : "parties";
        List<String> entries =
                (list.equals("operators") ? operators : parties)
                        .stream()
                                .sorted()
                                .filter(entry -> entry.compareTo("{\"id\":\"" + id + "\"~") > 0)
                                .limit(1000)
                                .toList();
        return "{\"data\":{\"%s\":[%s]}}".formatted(list, String.join(",", entries));
    }

    private static String operator(String domain) {
        return "{\"id\":\"%s\",\"domain\":\"%s\"}".formatted(NORTH.address().lowerCase(), domain);
    }

    private static String party(String country, String party, String roles, boolean deleted) {
        return "{\"id\":\"%s\",\"countryCode\":\"%s\",\"partyId\":\"%s\",\"partyAddress\":\"%s\",\"roles\":[%s],"
                        .formatted(
                                country + "/" + party,
                                country,
                                party,
                                Cast.address(ALICE_KEY).lowerCase(),
                                roles)
                + "\"active\":true,\"deleted\":%b,\"operator\":%s}"
                        .formatted(deleted, operator(NORTH.url().toString()));
    }
}
