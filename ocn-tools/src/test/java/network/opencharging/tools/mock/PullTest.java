package network.opencharging.tools.mock;

import static network.opencharging.tools.mock.Cast.ALICE;
import static network.opencharging.tools.mock.Cast.BOB;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.ocpi.call.Call;
import network.opencharging.tools.ocpi.call.Reply;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an owner's interfaces give to those who pull. */
class PullTest {
    private Cast cast;

    @BeforeEach
    void connect() throws IOException {
        cast = Cast.connected(Cast.size(7, 3));
    }

    @AfterEach
    void close() {
        cast.close();
    }

    @Test
    void aCrawlAlongTheLinksSeesEveryLocationOnce() throws IOException {
        List<String> seen = new ArrayList<>();
        Optional<Reply> page = Optional.of(cast.bob.pull(ALICE, ModuleId.LOCATIONS, "?limit=2"));
        int pages = 0;
        while (page.isPresent()) {
            page.get().data().orElseThrow().forEach(node -> seen.add(node.path("id").asString()));
            assertThat(page.get().answer().headers().get("X-Total-Count")).contains("7");
            assertThat(page.get().answer().headers().get("X-Limit")).contains("2");
            Optional<URI> next = page.get().next();
            page =
                    next.isPresent()
                            ? Optional.of(
                                    cast.bob.platform().caller().send(Call.get(next.get(), ALICE)))
                            : Optional.empty();
            pages++;
        }

        assertThat(pages).isEqualTo(4);
        assertThat(seen).containsExactly("LOC1", "LOC2", "LOC3", "LOC4", "LOC5", "LOC6", "LOC7");
    }

    @Test
    void theServerLimitsThePageWhateverIsAsked() throws IOException {
        Reply reply = cast.bob.pull(ALICE, ModuleId.LOCATIONS, "?limit=1000");

        assertThat(reply.data().orElseThrow()).hasSize(3);
        assertThat(reply.answer().headers().get("X-Limit")).contains("3");
    }

    @Test
    void dateFromIsIncludedAndDateToIsNot() throws IOException {
        // LOC7 was updated ten minutes before noon, LOC6 twenty, and so on.
        Reply reply =
                cast.bob.pull(
                        ALICE,
                        ModuleId.LOCATIONS,
                        "?date_from=2026-06-01T11:30:00Z&date_to=2026-06-01T11:50:00Z");

        assertThat(reply.data().orElseThrow().findValuesAsString("id")).contains("LOC5", "LOC6");
        assertThat(reply.answer().headers().get("X-Total-Count")).contains("2");
        assertThat(reply.next()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "locations, ?limit=many, 200, 2001",
        "locations, ?offset=-1, 200, 2001",
        "locations, ?date_from=yesterday, 200, 2001",
        "sessions, ?limit=2, 200, 2001",
        "sessions, ?date_from=2026-01-01T00:00:00Z, 200, 1000",
        "tariffs, '', 200, 1000",
        "tariffs, /T-AC, 200, 1000",
        "cdrs, '', 200, 1000",
        "locations, /LOC1, 200, 1000",
        "locations, /LOC1/LOC1-E1, 200, 1000",
        "locations, /loc1/loc1-e2/1, 200, 1000",
        "locations, /LOC1/LOC1-E9, 404, 2001",
        "locations, /LOC99, 404, 2001"
    })
    void theCpoAnswers(String module, String suffix, int http, int ocpi) throws IOException {
        Reply reply = cast.bob.pull(ALICE, new ModuleId(module), suffix);

        assertThat(reply.answer().status()).isEqualTo(http);
        assertThat(reply.envelope().orElseThrow().status().code()).isEqualTo(ocpi);
    }

    @ParameterizedTest
    @CsvSource({
        "04B0B0B0C0FFEE, RFID, 200, 1000, ALLOWED",
        "BOB-APP-1, APP_USER, 200, 1000, ALLOWED",
        "BOB-APP-1, RFID, 404, 2004, ''",
        "04B0B0B0DEAD01, RFID, 200, 1000, BLOCKED",
        "04B0B0B0DEAD02, RFID, 200, 1000, EXPIRED",
        "04B0B0B0DEAD03, RFID, 200, 1000, NO_CREDIT",
        "FFFFFFFF, RFID, 404, 2004, ''"
    })
    void theEmspAuthorises(String uid, String type, int http, int ocpi, String allowed)
            throws IOException {
        Reply reply =
                cast.alice
                        .platform()
                        .caller()
                        .send(
                                Call.of(
                                        "POST",
                                        ModuleId.TOKENS,
                                        InterfaceRole.SENDER,
                                        "/" + uid + "/authorize?type=" + type,
                                        BOB));

        assertThat(reply.answer().status()).isEqualTo(http);
        assertThat(reply.envelope().orElseThrow().status().code()).isEqualTo(ocpi);
        assertThat(reply.data().map(data -> data.path("allowed").asString()).orElse(""))
                .isEqualTo(allowed);
    }

    @Test
    void theCpoPullsTheTokensOfTheEmsp() throws IOException {
        Reply reply =
                cast.alice
                        .platform()
                        .caller()
                        .send(Call.of("GET", ModuleId.TOKENS, InterfaceRole.SENDER, "", BOB));

        assertThat(reply.data().orElseThrow()).hasSize(3);
        assertThat(reply.answer().headers().get("X-Total-Count")).contains("5");
    }

    @Test
    void anAnswerSwapsTheRoutingHeadersAndRepeatsTheIds() throws IOException {
        Reply reply = cast.bob.pull(ALICE, ModuleId.LOCATIONS, "");

        var headers = reply.answer().headers();
        assertThat(headers.get("OCPI-from-party-id")).contains("ALC");
        assertThat(headers.get("OCPI-from-country-code")).contains("DE");
        assertThat(headers.get("OCPI-to-party-id")).contains("BOB");
        assertThat(headers.get("OCPI-to-country-code")).contains("NL");
        assertThat(headers.get("X-Request-ID"))
                .isEqualTo(reply.exchange().request().headers().get("X-Request-ID"));
        assertThat(headers.get("X-Correlation-ID")).contains(reply.exchange().correlationId());
    }
}
