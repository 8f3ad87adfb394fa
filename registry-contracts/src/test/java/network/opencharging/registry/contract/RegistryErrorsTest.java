package network.opencharging.registry.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.Hash;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class RegistryErrorsTest {
    private final RegistryErrors errors = new RegistryErrors();

    @ParameterizedTest
    @ValueSource(strings = {"OcnRegistry", "OcnCertifier", "OcnPermissions"})
    void everyErrorOfOurContractsHasASentence(String contract) throws Exception {
        String abi = Files.readString(Path.of("src/main/contracts", contract + ".abi"));
        int found = 0;
        for (JsonNode entry : JsonMapper.builder().build().readTree(abi)) {
            if (entry.get("type").asString().equals("error")) {
                found++;
                String name = entry.get("name").asString();
                assertThat(errors.sentence(raised(entry)))
                        .as(name)
                        .contains(" ")
                        .doesNotContain(name)
                        .doesNotContain("unknown reason");
            }
        }
        assertThat(found).isGreaterThan(10);
    }

    /** The error with every argument zero or empty. */
    private static String raised(JsonNode error) {
        List<String> types = new ArrayList<>();
        error.get("inputs").forEach(input -> types.add(input.get("type").asString()));
        String signature = error.get("name").asString() + "(" + String.join(",", types) + ")";
        StringBuilder data = new StringBuilder(Hash.sha3String(signature).substring(0, 10));
        for (String type : types) {
            // A text lies behind the arguments, where there are only zeros: an empty text.
            data.append(type.equals("string") ? "%064x".formatted(32 * types.size()) : zeros());
        }
        return data + zeros();
    }

    private static String zeros() {
        return "0".repeat(64);
    }

    @Test
    void factsStandInTheSentence() {
        String selector = Hash.sha3String("PartyIdTaken(bytes2,bytes3,address)").substring(0, 10);
        String data =
                selector
                        + "4445"
                        + "0".repeat(60)
                        + "414c43"
                        + "0".repeat(58)
                        + "0".repeat(24)
                        + "1".repeat(40);
        assertThat(errors.sentence(data)).isEqualTo("party DE/ALC belongs to 0x" + "1".repeat(40));
    }

    @Test
    void whatTheLanguageItselfSaysIsUnderstood() {
        String text = "4e6f7065" + "0".repeat(56);
        String error = "0x08c379a0" + "%064x".formatted(32) + "%064x".formatted(4) + text;
        assertThat(errors.sentence(error)).isEqualTo("Nope");
        assertThat(errors.sentence("0x4e487b71" + "%064x".formatted(0x11))).contains("code 0x11");
        assertThat(errors.sentence("0x12345678")).contains("0x12345678");
    }
}
