package network.opencharging.cli;

import static network.opencharging.cli.Ground.ALICE;
import static network.opencharging.cli.Ground.BOB;
import static network.opencharging.cli.Ground.CAROL;
import static network.opencharging.cli.Ground.NORTH;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cli.Ground.Said;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.published.SecondIssuer;
import network.opencharging.registry.chain.tx.Call;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The published registries, read and, where that is safe, written. */
class GenerationsTest {
    private static Ground ground;
    private static Address verifier = Address.ZERO;

    @BeforeAll
    static void aChain(@TempDir Path folder) throws IOException {
        ground = Ground.start(folder);
    }

    @AfterAll
    static void close() {
        ground.close();
    }

    @Test
    void theFirstIsReadAndWrittenDirectly() throws IOException {
        String first =
                " --registry-form first --registry " + ground.publish("FirstPublished").text();

        good(ground.as(NORTH, "node set https://north.example" + first));
        good(
                ground.as(
                        ALICE,
                        "party set DE/ALC --role CPO,HUB --operator " + NORTH.address() + first));
        good(ground.as(ALICE, "modules set --sender cdrs" + first));
        assertThat(ground.ask("party list" + first).out())
                .contains("DE/ALC", "CPO,HUB", "https://north.example");
        assertThat(ground.ask("modules list" + first).out()).contains("cdrs");
        good(ground.ask("network check" + first));

        good(ground.as(ALICE, "party delete" + first));
        assertThat(ground.ask("party list" + first).out()).isEmpty();

        Said signed = ground.as(NORTH, "node delete --sign-to x" + first);
        assertThat(signed.exit()).isEqualTo(2);
        assertThat(signed.err()).contains("sent again by anybody for ever", "--accept-replay");
    }

    @Test
    void theFirstIsWrittenByWhoeverPays() throws IOException {
        String first =
                " --registry-form first --registry " + ground.publish("FirstPublished").text();

        relayed(NORTH, "node set https://north.example", first);
        relayed(ALICE, "party set DE/ALC --role CPO --operator " + NORTH.address(), first);
        relayed(ALICE, "modules set --sender cdrs,tokens --receiver commands", first);
        assertThat(ground.ask("party list" + first).out()).contains("DE/ALC", "north.example");
        assertThat(ground.ask("modules list" + first).out()).contains("cdrs,tokens", "commands");
        relayed(ALICE, "party delete", first);
        relayed(NORTH, "node delete", first);
        assertThat(ground.ask("party list" + first).out()).isEmpty();
        assertThat(ground.ask("node list" + first).out()).isEmpty();

        Said gone = ground.as(ALICE, "party delete" + first);
        assertThat(gone.exit()).isEqualTo(1);
        assertThat(gone.err()).as("its own words").contains("this account is no party");
    }

    @Test
    void servicesOfTheFirstAreOfferedAgreedWithAndRevoked() throws IOException {
        Address registry = ground.publish("FirstPublished");
        Address permissions = ground.publish("FirstPermissions", registry);
        String first =
                " --registry-form first --registry %s --permissions %s"
                        .formatted(registry, permissions);
        good(ground.as(NORTH, "node set https://north.example" + first));
        String at = " --operator " + NORTH.address() + first;
        good(ground.as(ALICE, "party set DE/ALC --role CPO" + at));
        good(ground.as(BOB, "party set NL/BOB --role EMSP" + at));

        String wants = " --permission FORWARD_ALL_SENDER";
        good(ground.as(BOB, "service set --name Pay --url https://pay.example" + wants + first));
        assertThat(ground.ask("service list" + first).out())
                .contains("NL/BOB", "Pay", "FORWARD_ALL_SENDER");

        String set = "agreement set " + BOB.address();
        Said other = ground.as(ALICE, set + " --permission FORWARD_ALL" + first);
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.err()).contains("covers all of it", "FORWARD_ALL_SENDER");
        good(ground.as(ALICE, set + wants + first));
        assertThat(ground.ask("agreement list " + ALICE.address() + first + " -o json").out())
                .contains("\"live\": true", "FORWARD_ALL_SENDER");
        good(ground.as(ALICE, "agreement delete " + BOB.address() + first));
        assertThat(ground.ask("agreement list " + ALICE.address() + first).out()).isEmpty();

        relayed(ALICE, set + wants, first);
        relayed(BOB, "service set --name More" + wants, first);
        assertThat(ground.ask("service get " + BOB.address() + first).out()).contains("More");
        relayed(ALICE, "agreement delete " + BOB.address(), first);
        relayed(BOB, "service delete", first);
        assertThat(ground.ask("service list" + first).out()).isEmpty();
    }

    @Test
    void theSecondIsReadAndItsNodesAreManaged() throws IOException {
        String second = second();
        good(ground.as(NORTH, "node set https://south.example" + second));
        assertThat(ground.ask("node list" + second).out()).contains("https://south.example");
        good(ground.ask("network check" + second));
        good(ground.as(NORTH, "node delete" + second));
        assertThat(ground.ask("node list" + second).out()).isEmpty();

        refused("modules set --sender cdrs" + second, "knows no modules");
    }

    @Test
    void partiesOfTheSecondAreListedWithTheirCertificates() throws IOException {
        String second = second();
        Path cpo = certificate("CPO", "DE ALC");
        Path emsp = certificate("EMSP", "DE ALC");
        String set = "party set DE/ALC --operator " + NORTH.address() + second;
        good(ground.as(NORTH, "node set https://south.example" + second));

        String both = " --role CPO,EMSP --certificate %s,%s --name Alice".formatted(cpo, emsp);
        good(ground.as(ALICE, set + both));
        assertThat(ground.ask("party list" + second).out())
                .contains("DE/ALC", "CPO,EMSP", ALICE.address().text(), "https://south.example");
        good(ground.as(ALICE, "party delete" + second));
        assertThat(ground.ask("party list" + second).out()).isEmpty();

        relayed(NORTH, "node set https://moved.example", second);
        relayed(ALICE, set.replace(second, "") + both, second);
        assertThat(ground.ask("party list" + second).out()).contains("https://moved.example");
        relayed(ALICE, "party delete", second);
        relayed(NORTH, "node delete", second);
        assertThat(ground.ask("node list" + second).out()).isEmpty();

        refused(set + " --role CPO", "one certificate for each role");
        refused(set + " --role EMSP --certificate " + cpo, "certificates for [CPO]");
        refused(set + " --role CPO --certificate " + cpo, "of account " + ALICE.address());
        String other = " --role CPO --certificate " + certificate("CPO", "DE XYZ");
        refused(set + other, "about 'DE XYZ', not about DE/ALC");
        refused("party profile --name Alice" + second, "--name --url");
        String nothing = " --permission FORWARD_ALL" + second;
        refused("service set --name Pay" + nothing, "no services and no agreements");
    }

    @Test
    void aCertificateThatCannotBeReadNamesWhatIsWrong() throws IOException {
        String second =
                "party set DE/ALC --role CPO --operator %s --registry-form second --registry %s"
                        .formatted(NORTH.address(), second().replaceAll(".* ", ""));
        Path good = certificate("CPO", "DE ALC");
        String text = Files.readString(good);

        broken(second, text.replace("CPO", "KING"), "'role' must be CPO");
        broken(second, text.replace("\"r\":\"0x", "\"r\":\""), "'signature.r' must be 0x");
        broken(second, text.replaceFirst("\"v\":2.", "\"v\":35"), "'signature.v' must be 27 or 28");
        broken(second, text.replace("\"owner\":\"0x", "\"owner\":\""), "'certificate.owner'");
        broken(second, text.replace("identifier", "id"), "'certificate.identifier' is missing");
        broken(second, "no JSON", "holds no JSON object");
        refused(second + " --certificate nowhere.json", "no file nowhere.json");
    }

    private static void broken(String line, String text, String words) throws IOException {
        Path file = Files.writeString(ground.file("broken.json"), text);
        refused(line + " --certificate " + file, words);
    }

    @Test
    void whatTheSecondRefusesIsSaidInASentence() throws IOException {
        String second = second();
        good(ground.as(NORTH, "node set https://south.example" + second));
        String set = "party set DE/ALC --role CPO --operator " + NORTH.address() + second;
        String strangers =
                new SecondIssuer(BOB, 246, verifier)
                        .file("CPO", "DE ALC", "Alice", ALICE.address());
        Path forged = Files.writeString(ground.file("forged.json"), strangers);

        Said said = ground.as(ALICE, set + " --certificate " + forged);

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err())
                .contains("The contract refuses to list", "issuer " + BOB.address())
                .contains("does not count there", "Nothing was sent");
        Said told = ground.as(ALICE, set + " --dry-run --certificate " + forged);
        assertThat(told.exit()).isEqualTo(1);
        assertThat(told.out()).contains("would be refused", "does not count there");
    }

    /** A second registry at which Carol issues certificates; gives the options that name it. */
    private static String second() throws IOException {
        verifier = ground.publish("SecondVerifier");
        Address registry = ground.publish("SecondPublished", Address.ZERO, verifier);
        String allowed = "0x5437988d" + "0".repeat(24) + CAROL.address().lowerCase().substring(2);
        ground.send(NORTH, Call.of(registry, allowed));
        return " --registry-form second --registry " + registry.text();
    }

    /** As an issuer gives it. */
    private static Path certificate(String role, String identifier) throws IOException {
        SecondIssuer issuer = new SecondIssuer(CAROL, 246, verifier);
        String text =
                role.equals("EMSP")
                        ? issuer.file(
                                identifier,
                                "Alice",
                                ALICE.address(),
                                new SecondIssuer.Market("m", "l", "b", "DE1"))
                        : issuer.file(role, identifier, "Alice", ALICE.address());
        return Files.writeString(ground.file(role + identifier.replace(' ', '-') + ".json"), text);
    }

    /** Its author signs, and somebody else sends and pays. */
    private static void relayed(PrivateKey author, String line, String where) throws IOException {
        Path file = ground.file("signed.json");
        Said signed = ground.as(author, line + " --accept-replay --sign-to " + file + where);
        good(signed);
        assertThat(signed.err()).contains("also after you have changed your mind");
        good(ground.as(CAROL, "relay " + file + where));
    }

    @Test
    void whatAGenerationHasNoPlaceForIsSaidBeforeMoneyIsSpent() throws IOException {
        String first =
                " --registry-form first --registry " + ground.publish("FirstPublished").text();

        refused("node admit DE/ALC " + ALICE.address() + first, "nothing to admit");
        refused("node dismiss " + ALICE.address() + first, "nothing to admit");
        refused("party profile --name Alice" + first, "keeps no names");
    }

    private static void refused(String line, String words) throws IOException {
        Said said = ground.as(NORTH, line);
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains(words);
    }

    private static void good(Said said) {
        assertThat(said.exit()).as(said.out() + said.err()).isZero();
    }
}
