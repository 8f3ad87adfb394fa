package network.opencharging.cli;

import static network.opencharging.cli.Ground.ALICE;
import static network.opencharging.cli.Ground.BOB;
import static network.opencharging.cli.Ground.NORTH;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cli.Ground.Said;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.registry.contract.PermissionsContract;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** A party offers a service, another agrees with it, directly and through somebody who pays. */
class ServiceStoryTest {
    private static Ground ground;
    private static Address permissions = Address.ZERO;

    @BeforeAll
    static void twoParties(@TempDir Path folder) throws IOException {
        ground = Ground.start(folder);
        permissions = ground.deploy(PermissionsContract.creation(ground.registry()));
        good(ground.as(NORTH, "node set https://north.example"));
        for (PrivateKey party : new PrivateKey[] {ALICE, BOB}) {
            String id = party == ALICE ? "DE/ALC" : "NL/BOB";
            good(ground.as(party, "party set " + id + " --role CPO --operator " + NORTH.address()));
            good(ground.as(NORTH, "node admit " + id + " " + party.address()));
        }
    }

    @AfterAll
    static void close() {
        ground.close();
    }

    @Test
    void aServiceIsOfferedAgreedWithAndRevoked() throws IOException {
        String wanted = "FORWARD_MODULE_CDRS_SENDER,forward_module_sessions_sender";
        good(as(BOB, "service set --name Pay --url https://pay.example --permission " + wanted));
        assertThat(ask("service list").out())
                .contains("NL/BOB", "Pay", "FORWARD_MODULE_CDRS_SENDER");
        assertThat(ask("service get " + BOB.address() + " -o json").out())
                .contains("\"offered\": true");

        good(as(ALICE, "agreement set " + BOB.address() + " --permission " + wanted));
        assertThat(ask("agreement list " + ALICE.address() + " -o json").out())
                .contains("\"live\": true", BOB.address().text());

        Path file = ground.file("revoke.json");
        good(as(ALICE, "agreement delete " + BOB.address() + " --sign-to " + file));
        good(as(NORTH, "relay " + file));
        assertThat(ask("agreement list " + ALICE.address()).out()).isEmpty();
        assertThat(ask("agreement get " + ALICE.address() + " " + BOB.address()).exit())
                .isEqualTo(1);

        Path offer = ground.file("offer.json");
        good(as(BOB, "service set --name Count --permission FORWARD_ALL --sign-to " + offer));
        good(as(NORTH, "relay " + offer));
        assertThat(ask("service list").out()).contains("Count", "FORWARD_ALL");
        Path agreed = ground.file("agreed.json");
        good(
                as(
                        ALICE,
                        "agreement set "
                                + BOB.address()
                                + " --permission FORWARD_ALL --sign-to "
                                + agreed));
        good(as(NORTH, "relay " + agreed));
        good(as(BOB, "service delete"));
        assertThat(ask("agreement list " + ALICE.address() + " -o json").out())
                .doesNotContain("\"live\": true");
    }

    @Test
    void withoutAContractThatIsSaid() throws IOException {
        Said said = ground.as(BOB, "service delete");

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("--permissions ADDRESS");
    }

    @Test
    void aPermissionThatThereIsNotIsRefused() throws IOException {
        Said said = as(BOB, "service set --name Pay --permission EVERYTHING");

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("FORWARD_ALL");
    }

    private static Said ask(String line) {
        return ground.ask(line + " --permissions " + permissions);
    }

    private static Said as(PrivateKey who, String line) throws IOException {
        return ground.as(who, line + " --permissions " + permissions);
    }

    private static void good(Said said) {
        assertThat(said.exit()).as(said.out() + said.err()).isZero();
    }
}
