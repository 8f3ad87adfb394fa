package network.opencharging.adapter211.way;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The node begins the registration with a platform of 2.1.1 that has given it a token A. */
class ApproachedTest {
    private static final PartyId OLGA = new PartyId("DE", "OLG");
    private static final PartyId NILS = new PartyId("NL", "NIL");

    @TempDir private Path folder = Path.of("");

    @Test
    void itIsSpokenToInItsOwnWordsAndThenMessagesPassBothWays() throws IOException {
        try (WholeNode node = WholeNode.start(folder, Map.of(OLGA, Role.CPO, NILS, Role.EMSP));
                Partner olga = new Partner(OLGA, Role.CPO, true);
                Partner nils = new Partner(NILS, Role.EMSP, false)) {
            nils.register(node);
            olga.answers(_ -> Partner.Said.data(olga.credentials().text()));

            WholeNode.Reply begun = node.approaches(olga, "token-a-of-olga");

            assertThat(begun.status()).as(begun.body().text()).isEqualTo(201);
            Partner.Seen post = olga.last();
            assertThat(post.method()).isEqualTo("POST");
            assertThat(post.header("Authorization")).isEqualTo("Token token-a-of-olga");
            Json.Obj ours = (Json.Obj) post.body();
            assertThat(ours.members().keySet())
                    .as("of 2.1.1: no roles, the hub's party itself")
                    .contains("country_code", "party_id", "business_details", "token", "url")
                    .doesNotContain("roles");
            olga.learns(ours.textOf("token").orElseThrow());
            olga.forget();

            assertThat(olga.asks(node, "GET", "/ocpi/2.1.1/credentials", NILS, "").code())
                    .isEqualTo("1000");
            olga.answers(_ -> Partner.Said.data("[]"));
            WholeNode.Reply locations =
                    nils.asks(node, "GET", "/ocpi/sender/2.2.1/locations", OLGA, "");
            assertThat(locations.code()).as(locations.body().text()).isEqualTo("1000");
            assertThat(olga.last().header("Authorization")).isEqualTo("Token token-of-OLG");
        }
    }

    @Test
    void anOldPlatformRenewsItsTokensAndLeavesAsItJoined() throws IOException {
        try (WholeNode node = WholeNode.start(folder, Map.of(OLGA, Role.CPO, NILS, Role.EMSP));
                Partner olga = new Partner(OLGA, Role.CPO, true)) {
            olga.register(node);
            String before = olga.shown();

            WholeNode.Reply renewed =
                    olga.asks(
                            node,
                            "PUT",
                            "/ocpi/2.1.1/credentials",
                            NILS,
                            olga.credentials().text());
            olga.learns(
                    renewed.body().objectOf("data").orElseThrow().textOf("token").orElseThrow());

            assertThat(olga.shown()).isNotEqualTo(before);
            assertThat(renewed.data()).doesNotContain("roles");
            assertThat(olga.asks(node, "GET", "/ocpi/2.1.1", NILS, "").code()).isEqualTo("1000");
            olga.learns(before);
            assertThat(olga.asks(node, "GET", "/ocpi/2.1.1", NILS, "").status()).isEqualTo(401);
            olga.learns(
                    renewed.body().objectOf("data").orElseThrow().textOf("token").orElseThrow());
            assertThat(olga.asks(node, "DELETE", "/ocpi/2.1.1/credentials", NILS, "").code())
                    .isEqualTo("1000");
            assertThat(olga.asks(node, "GET", "/ocpi/2.1.1", NILS, "").status()).isEqualTo(401);
        }
    }
}
