package network.opencharging.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.acceptance.dsl.FreePorts;
import network.opencharging.acceptance.dsl.Ledger;
import network.opencharging.acceptance.dsl.Network;
import network.opencharging.acceptance.dsl.OcnProcess;
import network.opencharging.acceptance.dsl.Project;
import network.opencharging.protocol.key.Address;
import network.opencharging.registry.contract.CertifierContract;
import network.opencharging.registry.contract.RegistryContract;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.local.LocalKey;
import network.opencharging.tools.local.NodePlan;
import network.opencharging.tools.local.NodeProcess;
import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.ocpi.Signing;
import network.opencharging.tools.seam.Seams;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * An operator brings a real node onto a real chain with nothing but the real command line, proves
 * its domain, lets a platform in, and looks whether all is well.
 */
class NodeFromTheCommandLineTest {
    @TempDir private Path home = Path.of("");

    private final RandomGenerator seeded = RandomGeneratorFactory.of("L64X128MixRandom").create(4);
    private final LocalKey north = LocalKey.fresh(seeded);
    private final LocalKey dave = LocalKey.fresh(seeded);
    private Ledger ledger;
    private Address registry = Address.ZERO;
    private Address certifier = Address.ZERO;
    private NodeProcess node;
    private MockCpo platform;

    @BeforeEach
    void aNodeThatServesTheClaimOfItsDomain() throws Exception {
        ledger = Ledger.start();
        registry = ledger.create(RegistryContract.creation(north.address()));
        certifier = ledger.create(CertifierContract.creation(north.address()));
        for (LocalKey key : List.of(north, dave)) {
            ledger.fund(key.address().text());
            key.writeTo(file(key));
        }
        int port = FreePorts.one();
        String claim = run(0, "domain claim http://127.0.0.1:" + port + " -o json" + as(north));
        Files.writeString(
                home.resolve("claim.json"),
                claim.substring(claim.indexOf('{'), claim.indexOf('}') + 1));
        node =
                NodeProcess.start(
                        new NodePlan(
                                "north",
                                Project.installation().node(),
                                home.resolve("north"),
                                port,
                                north,
                                environment()));
        Seams seams = Seams.real();
        platform =
                MockCpo.open(
                        Settings.of(Network.DAVE, Settings.Seams.of(seams, seams.clock(), _ -> {}))
                                .signing(Signing.none()));
        node.awaitReady(Network.PATIENCE);
    }

    @AfterEach
    void close() {
        platform.close();
        node.close();
        ledger.close();
    }

    @Test
    void fromNothingToAPlatformThatIsConnected() throws Exception {
        run(0, "certificate trust " + north.address() + " --domains" + as(north));
        run(0, "domain prove " + url() + " " + north.address() + as(north));
        assertThat(run(0, "certificate list" + chain())).contains(url().toString(), "counts");
        run(0, "node set " + url() + as(north));
        run(0, "party set FR/DAV --role CPO --operator " + north.address() + as(dave));
        run(0, "node admit FR/DAV " + dave.address() + as(north));
        node.health().awaitParties(1, Network.PATIENCE);

        register();
        String listed = run(0, "admin list -o json" + door());
        assertThat(listed).contains("CONNECTED", "FR/DAV CPO");
        String id = member(listed.replace("[", "").replace("]", ""), "id");
        assertThat(run(0, "admin get " + id + door())).contains("CONNECTED");
        theOperatorCares(id);

        assertThat(run(0, "credentials rotate" + self())).contains("renewed");
        run(0, "credentials delete --connection " + home.resolve("connection"));
        assertThat(run(0, "admin list -o json" + door())).doesNotContain("CONNECTED");

        Path theirs = secret("token-of-dave", "token-a-of-dave");
        platform.platform().connection().invite("token-a-of-dave");
        run(
                0,
                "admin approach "
                        + platform.platform().versions()
                        + " --token-file "
                        + theirs
                        + door());
        assertThat(run(0, "admin list" + door())).contains("CONNECTED", "FR/DAV CPO");
        theDoctorLooks();
    }

    private void register() throws Exception {
        String invitation = run(0, "admin invite FR/DAV --days 7 -o json" + door());
        Path tokenA = secret("token-a", member(invitation, "token"));
        platform.platform().connection().invite("token-b-of-dave");
        String said =
                run(
                        0,
                        "credentials handshake --versions "
                                + member(invitation, "versions_url")
                                + " --token-file "
                                + tokenA
                                + self());
        assertThat(said).contains("registered");
        assertThat(
                        run(
                                1,
                                "credentials handshake --versions "
                                        + member(invitation, "versions_url")
                                        + " --token-file "
                                        + tokenA
                                        + self()))
                .as("a token A is good once")
                .contains("401");
    }

    private void theOperatorCares(String id) throws Exception {
        assertThat(run(0, "admin suspend " + id + door())).contains("SUSPENDED");
        assertThat(run(1, "admin suspend " + id + door())).contains("suspended already");
        assertThat(run(0, "admin resume " + id + door())).contains("CONNECTED");
        assertThat(run(0, "admin refresh " + id + door())).contains("CONNECTED", "FR/DAV CPO");
        assertThat(run(0, "admin address" + door())).contains(url().toString());
        assertThat(run(0, "admin rules list" + door())).contains("No platform has set rules");
        assertThat(run(0, "admin rules get " + id + door())).contains("FR/DAV", "NONE");
        assertThat(run(0, "admin peer list" + door())).contains("knows no other node");
        assertThat(run(1, "admin peer probe " + dave.address() + door())).contains("404");
        assertThat(run(0, "admin registry refresh" + door())).contains("UP");
        assertThat(run(0, "admin registry party FR/DAV" + door())).contains(url().toString());
        assertThat(run(0, "admin registry operator " + north.address() + door()))
                .contains(url().toString());
        assertThat(run(0, "admin message list --match party=FR/DAV" + door()))
                .contains("No such message");
        assertThat(run(0, "admin message audit --match what=suspend" + door()))
                .contains("/suspend", "FR/DAV", "200", "409");
    }

    private void theDoctorLooks() throws Exception {
        ledger.mine();
        String doctor = run(0, "doctor " + north.address() + chain());
        assertThat(doctor)
                .contains("operates " + url() + ", carries 1 parties", "answers 401", "within")
                .contains("none is needed within this machine");
        node.kill();
        assertThat(run(1, "doctor " + north.address() + chain()))
                .contains("does not answer", "start the node");
        assertThat(run(3, "admin list" + door())).contains("does not answer");
    }

    @Test
    void whoHasNotTheKeyIsNoAdministrator() throws Exception {
        Path wrong = secret("wrong.key", "this-is-not-the-admin-key");

        assertThat(run(1, "admin list --node " + url() + " --admin-key-file " + wrong))
                .contains("does not accept this admin key");
        assertThat(run(2, "admin get ../x" + door())).contains("ocn admin list");
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("OCN_REGISTRY_SOURCE", "chain");
        environment.put("OCN_CHAIN_RPC", ledger.url().toString());
        environment.put("OCN_CHAIN_ID", "246");
        environment.put("OCN_REGISTRY_CONTRACT", registry.lowerCase());
        environment.put("OCN_CHAIN_CONFIRMATIONS", "0");
        environment.put("OCN_CHAIN_BLOCK_TIME", "1s");
        environment.put("OCN_REGISTRY_REFRESH", "200ms");
        environment.put("OCN_DOMAIN_CLAIM", home.resolve("claim.json").toString());
        return environment;
    }

    private URI url() {
        return node.plan().url();
    }

    private String chain() {
        return " --rpc %s --registry %s --certifier %s"
                .formatted(ledger.url(), registry, certifier);
    }

    private String as(LocalKey key) {
        return chain() + " --key " + file(key);
    }

    private String door() {
        return " --node %s --admin-key-file %s".formatted(url(), node.plan().adminKeyFile());
    }

    private String self() throws IOException {
        return " --party FR/DAV --role CPO --name Dave --own-versions %s --own-token-file %s --connection %s"
                .formatted(
                        platform.platform().versions(),
                        secret("token-b", "token-b-of-dave"),
                        home.resolve("connection"));
    }

    private Path file(LocalKey key) {
        return home.resolve(key.address() + ".key");
    }

    private Path secret(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text + "\n");
    }

    private static String member(String output, String name) {
        String json = output.substring(output.indexOf('{'), output.lastIndexOf('}') + 1);
        return JsonText.parse(json).orElseThrow().path(name).asString("");
    }

    private String run(int exit, String line) throws Exception {
        List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
        try (OcnProcess process =
                OcnProcess.start(
                        Map.of("OCN_HOME", home.toString()), words.toArray(String[]::new))) {
            assertThat(process.awaitEnd()).as("%s%n%s", line, process.output()).isEqualTo(exit);
            return process.output();
        }
    }
}
