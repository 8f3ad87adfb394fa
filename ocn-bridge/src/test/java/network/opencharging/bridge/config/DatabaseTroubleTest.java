package network.opencharging.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A database that cannot be used stops the start with the setting, and what to do about it. */
class DatabaseTroubleTest {
    private static final String PASSWORD = "s3cret-word";

    @TempDir private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:mysql://db/bridge?password=s3cret-word | must be"
                        + " jdbc:postgresql://host:5432/name",
                "postgres://me:s3cret-word@db/bridge | must be jdbc:postgresql://host:5432/name",
                "jdbc:postgresql://no-such-host.invalid/bridge | no such host",
                "jdbc:h2:relative/path | look at its URL",
                "jdbc:postgresql://db:many/bridge | look at",
            })
    void aUrlThatLeadsNowhereIsNamed(String url, String why) {
        assertThat(opened(url, "me"))
                .contains("ocn.bridge.data.url", "OCN_BRIDGE_DB_URL", why)
                .doesNotContain(PASSWORD);
    }

    @Test
    void aServerThatIsDownIsNamed() throws IOException {
        int port;
        try (ServerSocket nobody = new ServerSocket(0)) {
            port = nobody.getLocalPort();
        }
        assertThat(
                        opened(
                                "jdbc:postgresql://127.0.0.1:%d/bridge?user=me&password=%s"
                                        .formatted(port, PASSWORD),
                                "me"))
                .contains("OCN_BRIDGE_DB_URL", "nothing answers there", "Connection")
                .doesNotContain(PASSWORD);
    }

    @Test
    void whatAPostgresqlServerRefusesIsToldWithItsCure() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Connection root = postgres.getPostgresDatabase().getConnection();
                Statement statement = root.createStatement()) {
            statement.execute("create role guest login");
            String here = postgres.getJdbcUrl("postgres", "postgres");
            String url = here.substring(0, here.indexOf('?'));

            assertThat(opened(url, "nobody")).contains("OCN_BRIDGE_DB_USERNAME", "nobody");
            assertThat(opened(url.replace("/postgres", "/none"), "postgres"))
                    .contains("there is none of that name");
            assertThat(opened(url, "guest")).contains("guest must be allowed to make tables");
        }
    }

    @Test
    void aFileOfAnotherPasswordIsNamed() {
        try (BridgeDatabase first = BridgeDatabase.open(settings("", "sa", ""), folder())) {
            assertThat(first.ids()).isNotNull();
        }
        assertThat(opened("", "sa"))
                .contains("bridge.mv.db", "OCN_BRIDGE_DATA", "OCN_BRIDGE_DB_PASSWORD")
                .doesNotContain(PASSWORD);
    }

    @Test
    void aFolderThatIsAFileIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("data"));

        assertThat(
                        catchThrowableOfType(
                                UnusableSetting.class,
                                () ->
                                        BridgeDatabase.open(
                                                settings("", "sa", ""),
                                                new Folder(file, new SecureRandom()))))
                .hasMessageContaining("ocn.bridge.data.folder, OCN_BRIDGE_DATA")
                .hasMessageContaining("must be one that can be written to");
    }

    /** A start that was killed at its very beginning has left an empty file. */
    @Test
    void anEmptySecretIsMadeAnewAndASpoiltOneIsNamed() throws IOException {
        Files.createFile(folder.resolve("api.key"));
        assertThat(folder().secret("api.key")).hasSize(64);

        Files.writeString(folder.resolve("bridge.secret"), "spoilt");
        assertThat(
                        catchThrowableOfType(
                                UnusableSetting.class, () -> folder().bytes("bridge.secret")))
                .hasMessageContaining("bridge.secret must hold 64 hexadecimal digits");
    }

    private String opened(String url, String username) {
        UnusableSetting thrown =
                catchThrowableOfType(
                        UnusableSetting.class,
                        () ->
                                BridgeDatabase.open(settings(url, username, PASSWORD), folder())
                                        .close());
        assertThat(thrown).as("it could be used").isNotNull().hasNoCause();
        return String.valueOf(thrown.getMessage());
    }

    private Folder folder() {
        return new Folder(folder, new SecureRandom());
    }

    private DataSettings settings(String url, String username, String password) {
        return new DataSettings(folder.toString(), url, username, password, true);
    }
}
