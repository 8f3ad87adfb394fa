package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;

import network.opencharging.node.config.RunningNode.Answer;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Whoever comes while the database is taken is told to come again, and loses nothing by it. */
class BusyDatabaseTest {
    private static final PartyId ALICE = new PartyId("DE", "ALC");
    private static final String CREDENTIALS = "/ocpi/2.2.1/credentials";

    @Test
    void aRegistrationDuringAHoldUpIsSentAgainWithTheSameInvitation(@TempDir Path folder)
            throws SQLException {
        List<String> impatient =
                List.of("--ocn.database.connections=1", "--ocn.database.timeout=250ms");
        try (RunningNode node = RunningNode.start(folder, impatient, ALICE);
                StubPlatform alice = new StubPlatform()) {
            String invitation = node.invite(ALICE);
            Answer refused;
            Answer asked;
            try (Connection _ = node.bean(HikariDataSource.class).getConnection()) {
                refused = node.call("POST", CREDENTIALS, invitation, alice.credentials(ALICE));
                asked = node.admin("GET", "/audit", "");
            }
            Answer accepted = node.call("POST", CREDENTIALS, invitation, alice.credentials(ALICE));

            assertThat(refused.http()).as(refused.body().text()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("3000");
            assertThat(refused.message()).contains("send it again");
            assertThat(refused.response().headers().firstValue("Retry-After")).hasValue("5");
            assertThat(asked.http()).as(asked.body().text()).isEqualTo(503);
            assertThat(accepted.code()).as(accepted.body().text()).isEqualTo("1000");
        }
    }
}
