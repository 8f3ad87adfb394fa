package network.opencharging.node.store;

import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.Connection;
import network.opencharging.node.platform.Endpoint;
import network.opencharging.node.platform.InboundTokens;
import network.opencharging.node.platform.Invitation;
import network.opencharging.node.platform.PartyRole;
import network.opencharging.node.platform.PlannedPlatform;
import network.opencharging.node.platform.Platform;
import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.platform.Revision;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.protocol.party.PartyId;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/** The statements that write a platform; each is called within a transaction. */
final class PlatformWriting {
    private final JdbcClient jdbc;
    private final TokenVault vault;

    PlatformWriting(JdbcClient jdbc, TokenVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * Takes the platform's row for the next revision and clears what hangs below it.
     *
     * @param number of this write among all of platforms
     * @return false when somebody else wrote since it was read
     */
    boolean claim(Platform next, long number) {
        Revision revision = next.revision();
        if (revision.number() == 1) {
            jdbc.sql("delete from platform_gone where id = ?").param(next.id().value()).update();
            jdbc.sql(
                            "insert into platform (id, revision, status, changed_at, change_number)"
                                    + " values (?, 1, ?, ?, ?)")
                    .param(next.id().value())
                    .param(next.status().name())
                    .param(utc(revision.at()))
                    .param(number)
                    .update();
            return true;
        }
        int claimed =
                jdbc.sql(
                                """
                                update platform set revision = ?, status = ?, changed_at = ?,
                                    change_number = ?
                                where id = ? and revision = ?
                                """)
                        .param(revision.number())
                        .param(next.status().name())
                        .param(utc(revision.at()))
                        .param(number)
                        .param(next.id().value())
                        .param(revision.number() - 1)
                        .update();
        if (claimed == 1) {
            clear(next.id());
        }
        return claimed == 1;
    }

    private void clear(PlatformId id) {
        jdbc.sql("delete from invitation where platform_id = ?").param(id.value()).update();
        jdbc.sql("delete from connection where platform_id = ?").param(id.value()).update();
    }

    void insert(PlannedPlatform planned) {
        Invitation invitation = planned.invitation();
        jdbc.sql(
                        "insert into invitation (platform_id, token_hash, purpose, expires_at)"
                                + " values (?, ?, ?, ?)")
                .param(planned.id().value())
                .param(invitation.token().hex())
                .param(invitation.purpose().name())
                .param(utc(invitation.expires()))
                .update();
        for (PartyId party : invitation.parties()) {
            jdbc.sql(
                            "insert into invitation_party (platform_id, country_code, party_id)"
                                    + " values (?, ?, ?)")
                    .param(planned.id().value())
                    .param(party.countryCode())
                    .param(party.partyId())
                    .update();
        }
    }

    void insert(ConnectedPlatform connected) {
        PlatformId id = connected.id();
        insert(id, connected.connection(), connected.inbound());
        insertRoles(id, connected.roles());
        insertEndpoints(id, connected.connection().endpoints());
    }

    private void insert(PlatformId id, Connection connection, InboundTokens inbound) {
        jdbc.sql(
                        """
                        insert into connection (platform_id, versions_url, ocpi_version,
                            outbound_sealed, outbound_written, inbound_hash)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(id.value())
                .param(connection.versionsUrl().toString())
                .param(connection.version().value())
                .param(vault.seal(connection.token().token().reveal(), id))
                .param(connection.token().encoding().name())
                .param(inbound.current().hex())
                .update();
        inbound.previous()
                .ifPresent(previous ->
                        jdbc.sql(
                                        "insert into previous_token (platform_id, token_hash,"
                                                + " until) values (?, ?, ?)")
                                .param(id.value())
                                .param(previous.hash().hex())
                                .param(utc(previous.until()))
                                .update());
    }

    /** In the order of the key, so that two writers wait for each other instead of dead-locking. */
    private void insertRoles(PlatformId id, List<PartyRole> roles) {
        List<PartyRole> inKeyOrder =
                roles.stream()
                        .sorted(
                                Comparator.comparing(PartyRole::party)
                                        .thenComparing(role -> role.role().name()))
                        .toList();
        for (PartyRole role : inKeyOrder) {
            jdbc.sql(
                            """
                            insert into party_role (country_code, party_id, role, platform_id,
                                position, business_name, website)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(role.party().countryCode())
                    .param(role.party().partyId())
                    .param(role.role().name())
                    .param(id.value())
                    .param(roles.indexOf(role))
                    .param(role.business().name())
                    .param(role.business().website().orElse(null))
                    .update();
        }
    }

    private void insertEndpoints(PlatformId id, List<Endpoint> endpoints) {
        int position = 0;
        for (Endpoint endpoint : endpoints) {
            jdbc.sql(
                            """
                            insert into endpoint (platform_id, position, ocpi_version, module,
                                interface_role, url)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .param(id.value())
                    .param(position++)
                    .param(endpoint.version().value())
                    .param(endpoint.module().value())
                    .param(endpoint.role().name())
                    .param(endpoint.url().toString())
                    .update();
        }
    }

    /** PostgreSQL's driver takes no Instant. */
    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
