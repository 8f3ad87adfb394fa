package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.message.HeaderNames;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

/**
 * Modules that OCPI does not have: whatever stands below their name, with every method, travels as
 * it is, here and to another node, signed and unsigned.
 */
class CustomModulesTest {
    private static final Cast CAST = new Cast();
    private static final String BODY = "{ \"spaces\":3.0, \"new_field\":[null] }";

    @AfterAll
    static void end() {
        CAST.close();
    }

    @BeforeEach
    void forget() {
        CAST.forget();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,sender,''",
        "GET,sender,/lots/A%2F1/floors/2",
        "PUT,receiver,/DE/ALC/lots/A",
        "PATCH,receiver,/DE/ALC/lots/A",
        "POST,receiver,/lots",
        "DELETE,receiver,/lots/A"
    })
    void aMessageArrivesAsItWasSentWithItsWholePath(String method, String side, String path) {
        boolean body = !method.equals("GET") && !method.equals("DELETE");
        String below = "%s?at=10%%3A00".formatted(path);
        for (StubParty to : new StubParty[] {CAST.carol, CAST.bob}) {
            Asking asking =
                    CAST.from(CAST.alice, to)
                            .asks(method, "/ocpi/custom/" + side + "/xyz-parking" + below)
                            .body(body ? BODY : "");

            to.answers(answer());
            passed(asking.send());
            Seen unsigned = arrived(to, asking, "/ocpi/2.2.1/" + side + "/xyz-parking" + below);
            assertThat(unsigned.header(HeaderNames.OCN_SIGNATURE)).isEmpty();

            to.answers(Signed.by(to.key(), answer()));
            passed(asking.signedBy(CAST.alice.key()).send());
            Seen signed = arrived(to, asking, "/ocpi/2.2.1/" + side + "/xyz-parking" + below);
            assertThat(Signed.signersOf(signed, Map.of("at", "10:00")))
                    .containsExactly(CAST.alice.key().address());
        }
    }

    private static void passed(Said said) {
        assertThat(said.code()).as(said.text()).isEqualTo(1000);
        assertThat(said.text()).contains("[ 1.10 ]");
    }

    private static Seen arrived(StubParty to, Asking asking, String target) {
        Seen seen = to.last();
        assertThat(seen.method()).isEqualTo(asking.method());
        assertThat(seen.target()).isEqualTo(target);
        assertThat(seen.text()).isEqualTo(asking.body().text());
        assertThat(seen.header(HeaderNames.FROM_PARTY_ID)).isEqualTo("ALC");
        return seen;
    }

    private static Said answer() {
        return Said.data("[ 1.10 ]");
    }
}
