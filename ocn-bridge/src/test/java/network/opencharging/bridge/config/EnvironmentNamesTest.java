package network.opencharging.bridge.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** Which names of the environment are ours, and which were meant to be. */
class EnvironmentNamesTest {
    private final EnvironmentNames names = EnvironmentNames.known();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OCN_BRIDGE_URL",
                "OCN_REGISTRY_CONTRACT",
                // The settings' own names, as Spring reads them.
                "OCN_BRIDGE_DOOR_PORT",
                "OCN_BRIDGE_BACKOFFICE_WEBHOOKSECRETFILE",
                "OCN_BRIDGE_BACKOFFICE_WEBHOOK_SECRET_FILE",
                "OCN_BRIDGE_PARTIES_LIST_0_ID",
                "OCN_BRIDGE_PARTIES_LIST_12_KEY_FILE",
                // What Kubernetes says of a service that is called ocn-bridge.
                "OCN_BRIDGE_SERVICE_HOST",
                "OCN_BRIDGE_SERVICE_PORT_HTTP",
                "OCN_BRIDGE_PORT_8180_TCP_ADDR",
                // Others' names.
                "OCN_NODE_URL",
                "OCN_BUILD",
                "HOME"
            })
    void isGood(String name) {
        assertThatCode(() -> names.check(List.of("PATH", name))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "OCN_BRIDGE_URI, OCN_BRIDGE_URL",
        "OCN_BRIDGE_HUB_VERSION_URL, OCN_BRIDGE_HUB_VERSIONS_URL",
        "OCN_BRIDGE_WEBHOOK_SECRET, OCN_BRIDGE_WEBHOOK_SECRET_FILE",
        "OCN_BRIDGE_KEYFILE, OCN_BRIDGE_KEY_FILE",
        "OCN_BRIGDE_KEY_FILE, OCN_BRIDGE_KEY_FILE"
    })
    void isNamedWithTheOneThatWasMeant(String name, String meant) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> names.check(List.of("PATH", name)))
                .withMessageContaining("%s (did you mean %s?)", name, meant);
    }

    @Test
    void allThatAreUnknownAreNamedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> names.check(List.of("OCN_BRIDGE_ROLL", "OCN_BRIDGE_PARTI")))
                .withMessageContaining("OCN_BRIDGE_PARTI (")
                .withMessageContaining("OCN_BRIDGE_ROLL (");
    }
}
