package network.opencharging.bridge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.json.JsonReader;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

/** What leads to a driver does not stand in the journal, and what helps to find a fault does. */
class MaskTest {
    private final Mask mask = new Mask("a secret".getBytes(StandardCharsets.UTF_8));

    @Test
    void aCardHasTheSamePseudonymWhereverItIsNamed() {
        String token = masked("{\"uid\":\"04B0B0\",\"contract_id\":\"NL-BOB-1\",\"valid\":true}");
        String session =
                masked(
                        "{\"id\":\"S1\",\"cdr_token\":{\"uid\":\"04b0b0\",\"contract_id\":\"NL-BOB-1\"}}");

        assertThat(token).doesNotContain("04B0B0", "NL-BOB-1").contains("\"valid\":true");
        String pseudonym = token.replaceAll(".*\"uid\":\"(~[0-9a-f]+)\".*", "$1");
        assertThat(session).contains(pseudonym, "\"id\":\"S1\"");
        assertThat(mask.path("tokens", "/receiver/tokens/NL/BOB/04B0B0?type=RFID"))
                .isEqualTo("/receiver/tokens/NL/BOB/" + pseudonym + "?type=RFID");
    }

    @Test
    void anotherBridgeHasOtherPseudonyms() {
        Mask other = new Mask("another".getBytes(StandardCharsets.UTF_8));

        assertThat(other.path("tokens", "/tokens/04B0B0C0/authorize"))
                .isNotEqualTo(mask.path("tokens", "/tokens/04B0B0C0/authorize"))
                .endsWith("/authorize");
    }

    @Test
    void placesAreNoDriversAndSecretsAreTakenOut() {
        assertThat(masked("{\"evses\":[{\"uid\":\"E1\"}],\"token\":\"secret\"}"))
                .isEqualTo("{\"evses\":[{\"uid\":\"E1\"}],\"token\":\"***\"}");
        assertThat(mask.path("locations", "/locations/LOC1")).isEqualTo("/locations/LOC1");
    }

    private String masked(String json) {
        return mask.json(JsonReader.standard().read(json).orThrow()).text();
    }
}
