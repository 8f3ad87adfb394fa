package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who sends too fast is told when to come again, and nobody else is slowed down. */
class PaceOnTheWayTest {
    private static final String OBJECT = "/ocpi/receiver/2.2.1/sessions/DE/ALC/S1";

    @Test
    void whoIsTooFastGets429WithRetryAfterAndOthersPass() {
        try (Cast cast =
                new Cast(
                        "ocn.node.pace.per-second=1",
                        "ocn.node.pace.burst=4",
                        "ocn.node.pace.modules.cdrs.per-second=1",
                        "ocn.node.pace.modules.cdrs.burst=1")) {
            Asking cdrs = cast.from(cast.alice, cast.carol).asks("GET", "/ocpi/sender/2.2.1/cdrs");
            Asking put = cast.from(cast.alice, cast.carol).asks("PUT", OBJECT).body("{}");

            assertThat(cdrs.send().code()).isEqualTo(1000);
            assertThat(cdrs.send().status()).as("the module's own limit").isEqualTo(429);
            for (int i = 0; i < 3; i++) {
                put.send();
            }
            Said said = put.send();
            assertThat(said.status()).isEqualTo(429);
            assertThat(said.code()).isEqualTo(2903);
            assertThat(said.header("Retry-After")).isEqualTo("1");
            assertThat(cast.from(cast.carol, cast.alice).asks("GET", OBJECT).send().code())
                    .isEqualTo(1000);
        }
    }
}
