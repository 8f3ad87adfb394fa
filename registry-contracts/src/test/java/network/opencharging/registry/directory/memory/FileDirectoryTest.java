package network.opencharging.registry.directory.memory;

import static network.opencharging.registry.Cast.ALC;
import static network.opencharging.registry.Cast.AUTHORITY_KEY;
import static network.opencharging.registry.Cast.BOB;
import static network.opencharging.registry.Cast.NORTH;
import static network.opencharging.registry.Cast.SOUTH;
import static network.opencharging.registry.Cast.SOUTH_KEY;
import static network.opencharging.registry.Cast.address;
import static network.opencharging.registry.Cast.alice;
import static network.opencharging.registry.Cast.bob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

class FileDirectoryTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir private Path folder;
    private Path file;
    private FileDirectory directory;

    @BeforeEach
    void aReaderThatBelievesTheAuthority() {
        file = folder.resolve("directory.json");
        directory = new FileDirectory(file, address(AUTHORITY_KEY), CLOCK);
    }

    @AfterEach
    void close() {
        directory.close();
    }

    @Test
    void whatTheAuthoritySignedIsReadBackWhole() throws IOException {
        Party hub =
                new Party(
                        BOB,
                        bob(SOUTH).address(),
                        Set.of(Role.HUB, Role.EMSP),
                        new Modules(
                                Set.of(ModuleId.TOKENS),
                                Set.of(ModuleId.CDRS, new ModuleId("nltnm-tokens"))),
                        SOUTH.address(),
                        true);
        Snapshot written = Snapshot.of(List.of(NORTH, SOUTH), List.of(alice(NORTH), hub));
        writer(AUTHORITY_KEY).write(written);

        directory.reload();

        assertThat(directory.snapshot()).isEqualTo(written);
        assertThat(directory.freshness().reachable()).isTrue();
        assertThat(directory.freshness().position()).isEqualTo(1);
        assertThat(directory.freshness().age(NOW.plusSeconds(5))).contains(Duration.ofSeconds(5));
    }

    @Test
    void aChangeIsNoticed() throws IOException {
        writer(AUTHORITY_KEY).write(Snapshot.of(List.of(NORTH), List.of(alice(NORTH))));
        directory.start(Duration.ofMillis(10));
        assertThat(directory.snapshot().operatorOf(ALC)).contains(NORTH);

        writer(AUTHORITY_KEY).write(Snapshot.of(List.of(SOUTH), List.of(alice(SOUTH))));

        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () -> assertThat(directory.snapshot().operatorOf(ALC)).contains(SOUTH));
        assertThat(directory.freshness().position()).isEqualTo(2);
    }

    @Test
    void aFileOfSomebodyElseIsRefusedAndTheLastGoodOneStays() throws IOException {
        writer(AUTHORITY_KEY).write(Snapshot.of(List.of(NORTH), List.of(alice(NORTH))));
        directory.reload();

        writer(SOUTH_KEY).write(Snapshot.of(List.of(SOUTH), List.of(alice(SOUTH))));
        directory.reload();

        assertThat(directory.snapshot().operatorOf(ALC)).contains(NORTH);
        assertThat(directory.freshness().trouble())
                .hasValueSatisfying(why ->
                        assertThat(why).contains("is no signature of", "directory.json.sig"));
    }

    @Test
    void oneChangedByteIsRefused() throws IOException {
        writer(AUTHORITY_KEY).write(Snapshot.of(List.of(NORTH), List.of(alice(NORTH))));
        Files.writeString(file, Files.readString(file).replace("north", "south"));

        directory.reload();

        assertThat(directory.snapshot()).isEqualTo(Snapshot.empty());
        assertThat(directory.freshness().loaded()).isFalse();
    }

    @Test
    void anOlderIssueIsRefusedThoughItWasSignedOnce() throws IOException {
        writer(AUTHORITY_KEY).write(Snapshot.of(List.of(NORTH), List.of(alice(NORTH))));
        byte[] oldFile = Files.readAllBytes(file);
        Path signature = folder.resolve("directory.json.sig");
        byte[] oldSignature = Files.readAllBytes(signature);
        writer(AUTHORITY_KEY).write(Snapshot.of(List.of(SOUTH), List.of(alice(SOUTH))));
        directory.reload();

        Files.write(file, oldFile);
        Files.write(signature, oldSignature);
        directory.reload();

        assertThat(directory.snapshot().operatorOf(ALC)).contains(SOUTH);
        assertThat(directory.freshness().trouble())
                .hasValueSatisfying(why -> assertThat(why).contains("older"));
    }

    @Test
    void aMissingFileIsNamedAndItsReturnIsNoticed() throws IOException {
        directory.reload();
        assertThat(directory.freshness().trouble())
                .hasValueSatisfying(why -> assertThat(why).contains("directory.json", "missing"));

        writer(AUTHORITY_KEY).write(Snapshot.of(List.of(NORTH), List.of()));
        directory.reload();
        assertThat(directory.freshness().reachable()).isTrue();
    }

    @Test
    void signedNonsenseIsRefusedInWords() throws IOException {
        refused("{}", "version");
        refused("not json", "JSON");
        refused("{\"version\":1,\"operators\":[null]}", "operators");
        refused("{\"version\":1}", "operators is missing");
        refused(text("alice", "DE", "CPO"), "address");
        refused(text(alice(NORTH).address().lowerCase(), "DEU", "CPO"), "country_code");
        refused(text(alice(NORTH).address().lowerCase(), "DE", "KING"), "KING");
    }

    private void refused(String text, String word) throws IOException {
        Files.writeString(file, text);
        Files.writeString(
                folder.resolve("directory.json.sig"),
                FileSignature.make(Files.readAllBytes(file), AUTHORITY_KEY));
        directory.reload();
        assertThat(directory.freshness().trouble())
                .hasValueSatisfying(why -> assertThat(why).contains("refused", word));
    }

    private static String text(String address, String country, String role) {
        return """
        {"version":1,"network":"test","sequence":1,"issued_at":"2026-01-31T12:00:00Z","operators":[],
         "parties":[{"address":"%s","country_code":"%s","party_id":"ALC","roles":["%s"],
                     "operator":"%s","sender_modules":[],"receiver_modules":[]}]}
        """
                .formatted(address, country, role, NORTH.address());
    }

    private DirectoryFileWriter writer(PrivateKey authority) {
        return new DirectoryFileWriter(file, "test", authority, CLOCK);
    }
}
