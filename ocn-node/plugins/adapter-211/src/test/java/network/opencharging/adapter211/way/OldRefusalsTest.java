package network.opencharging.adapter211.way;

import static network.opencharging.adapter211.way.Cast.OLGA;
import static network.opencharging.adapter211.way.Cast.OTTO;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** What a platform of 2.1.1 cannot send or be sent is refused with what to do. */
class OldRefusalsTest {
    @TempDir private static Path folder = Path.of("");
    private static Cast cast;
    private static WholeNode node;
    private static Partner olga;
    private static Partner otto;
    private static Partner nina;
    private static Partner nils;

    @BeforeAll
    static void start() throws IOException {
        cast = new Cast(folder);
        node = cast.node;
        olga = cast.olga;
        otto = cast.otto;
        nina = cast.nina;
        nils = cast.nils;
    }

    @AfterAll
    static void stop() {
        cast.close();
    }

    @BeforeEach
    void forget() {
        cast.forget();
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH,/ocpi/2.1.1/tariffs/DE/OLG/T1,2.2.1 has no PATCH",
        "POST,/ocpi/2.1.1/commands/STOP_SESSION,cannot be found out",
        "POST,/ocpi/2.1.1/tokens/UNKNOWN/authorize,cannot be found out",
        "DELETE,/ocpi/2.1.1/tariffs/DE/OLG/T1,cannot be found out",
        "GET,/ocpi/2.1.1/chargingprofiles/1,2.2.1 has no GET",
        "POST,/ocpi/2.1.1/cdrs,cannot be found out",
        "PUT,/ocpi/2.1.1/at/NL/NIL/receiver/parking/1,2.2.1 has no PUT",
        "DELETE,/ocpi/2.1.1/at/NL/NIL/sender/tokens/T1/authorize,2.2.1 has no DELETE",
        "PATCH,/ocpi/2.1.1/at/NL/NIL/receiver/tariffs/DE/OLG/T1,2.2.1 has no PATCH"
    })
    void whatCannotBePassedOnIsRefusedByName(String method, String path, String sentence) {
        WholeNode.Reply reply = olga.asks(node, method, path, OLGA, "{}");

        assertThat(reply.code()).isIn("2000", "2001");
        assertThat(reply.body().textOf("status_message").orElse("")).contains(sentence);
        assertThat(reply.header("x-request-id")).isNotEmpty();
        assertThat(reply.header("x-correlation-id")).isNotEmpty();
    }

    @Test
    void codesOfHubsBecomeCodesThatTheOldVersionHas() {
        WholeNode.Reply reply =
                olga.asks(node, "GET", "/ocpi/2.1.1/at/FR/XXX/sender/tokens", OLGA, "");

        assertThat(reply.code()).as("4001 in 2.2.1").isEqualTo("3000");
    }

    @Test
    void whatTheOldVersionCannotSayIsRefusedToTheSender() {
        assertThat(
                        nils.asks(
                                        node,
                                        "POST",
                                        "/ocpi/receiver/2.2.1/commands/CANCEL_RESERVATION",
                                        OLGA,
                                        "{'response_url':'%s/r','reservation_id':'1'}"
                                                .formatted(nils.url()))
                                .body()
                                .textOf("status_message")
                                .orElse(""))
                .contains("CANCEL_RESERVATION");
        assertThat(
                        nina.asks(
                                        node,
                                        "POST",
                                        "/ocpi/receiver/2.2.1/cdrs",
                                        OTTO,
                                        "{'id':'C','credit':true}")
                                .body()
                                .textOf("status_message")
                                .orElse(""))
                .contains("credit");
        assertThat(otto.seen()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"DE\";\"D1\";country_code must be two letters",
                "\"OLG\";\"OLGA\";party_id must be three letters or digits",
                "\"http://;\"ftp://;url must be an absolute http or https URL",
                "\"token-of-OLG\";\"\";token must be 1 to 64 printable",
                "\"name\":\"x\";\"name\":\"a\\nb\";business_details.name must be at most",
            })
    void whatIsWrongWithItsCredentialsIsSaidInItsOwnFields(
            String right, String wrong, String sentence) {
        String credentials = olga.credentials().text();
        assertThat(credentials).contains(right);

        WholeNode.Reply refused =
                olga.asks(
                        node,
                        "PUT",
                        "/ocpi/2.1.1/credentials",
                        OLGA,
                        credentials.replace(right, wrong));

        assertThat(refused.code()).isEqualTo("2001");
        assertThat(refused.body().textOf("status_message").orElse(""))
                .startsWith(sentence)
                .doesNotContain("roles");
    }

    @Test
    void aBodyThatIsNoObjectIsToldWhatItMustBe() {
        WholeNode.Reply refused = olga.asks(node, "PUT", "/ocpi/2.1.1/credentials", OLGA, "[]");

        assertThat(refused.code()).isEqualTo("2001");
        assertThat(refused.body().textOf("status_message").orElse(""))
                .contains("token, url, business_details, party_id and country_code")
                .doesNotContain("roles");
    }

    @Test
    void nobodyEntersWithoutItsToken() {
        assertThat(node.call("GET", "/ocpi/2.1.1/locations", Map.of(), "").status()).isEqualTo(401);
        assertThat(
                        node.call(
                                        "GET",
                                        "/ocpi/2.1.1/locations",
                                        Map.of("Authorization", "Token nothing"),
                                        "")
                                .status())
                .isEqualTo(401);
        assertThat(nina.asks(node, "GET", "/ocpi/2.1.1/locations", OLGA, "").status())
                .as("a platform of 2.2.1 has its own endpoints")
                .isEqualTo(401);
    }
}
