package network.opencharging.node.store;

import network.opencharging.node.platform.BusinessDetails;
import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.Connection;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.node.platform.Endpoint;
import network.opencharging.node.platform.InboundTokens;
import network.opencharging.node.platform.Invitation;
import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.node.platform.OutboundToken;
import network.opencharging.node.platform.PartyRole;
import network.opencharging.node.platform.PlannedPlatform;
import network.opencharging.node.platform.Platform;
import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.platform.Revision;
import network.opencharging.node.platform.TokenHash;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads platforms with one query a table, so that ten thousand take no longer than six. */
final class PlatformRows {
    private final JdbcClient jdbc;
    private final TokenVault vault;

    PlatformRows(JdbcClient jdbc, TokenVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** What a platform's own row says. */
    private record Row(PlatformId id, Revision revision, ConnectionStatus status) {}

    /** Those that were written after the write of this number. */
    List<Platform> after(long number) {
        List<Platform> platforms = new ArrayList<>();
        platforms.addAll(planned(number));
        platforms.addAll(connected(number));
        return List.copyOf(platforms);
    }

    private List<PlannedPlatform> planned(long number) {
        Map<PlatformId, List<PartyId>> parties =
                grouped("invitation_party", "country_code", number, PlatformRows::party);
        return jdbc.sql(
                        """
                        select * from platform join invitation on id = platform_id
                        where change_number > ? order by position
                        """)
                .param(number)
                .query((rs, _) -> {
                    Row row = row(rs);
                    Invitation invitation =
                            new Invitation(
                                    new TokenHash(rs.getString("token_hash")),
                                    Invitation.Purpose.valueOf(rs.getString("purpose")),
                                    Set.copyOf(parties.getOrDefault(row.id(), List.of())),
                                    instant(rs, "expires_at"));
                    return new PlannedPlatform(row.id(), row.revision(), invitation);
                })
                .list();
    }

    private List<ConnectedPlatform> connected(long number) {
        Map<PlatformId, List<PartyRole>> roles =
                grouped("party_role", "t.position", number, PlatformRows::role);
        Map<PlatformId, List<Endpoint>> endpoints =
                grouped("endpoint", "t.position", number, PlatformRows::endpoint);
        Map<PlatformId, List<InboundTokens.Previous>> previous =
                grouped("previous_token", "until", number, PlatformRows::previous);
        return jdbc.sql(
                        """
                        select * from platform join connection on id = platform_id
                        where change_number > ? order by position
                        """)
                .param(number)
                .query((rs, _) -> {
                    Row row = row(rs);
                    return new ConnectedPlatform(
                            row.id(),
                            row.revision(),
                            row.status(),
                            roles.getOrDefault(row.id(), List.of()),
                            new InboundTokens(
                                    new TokenHash(rs.getString("inbound_hash")),
                                    previous.getOrDefault(row.id(), List.of()).stream()
                                            .findFirst()),
                            connection(rs, row.id(), endpoints.getOrDefault(row.id(), List.of())));
                })
                .list();
    }

    private Connection connection(ResultSet rs, PlatformId id, List<Endpoint> endpoints)
            throws SQLException {
        return new Connection(
                URI.create(rs.getString("versions_url")),
                new OcpiVersion(rs.getString("ocpi_version")),
                endpoints,
                new OutboundToken(
                        outbound(vault.open(rs.getString("outbound_sealed"), id), id),
                        CredentialsToken.Encoding.valueOf(rs.getString("outbound_written"))));
    }

    /** Only tokens of the right form were ever written. */
    private static CredentialsToken outbound(String text, PlatformId id) {
        return CredentialsToken.of(text)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "the stored token of platform " + id + " is none"));
    }

    /** One row of a table below the platform's. */
    private interface Part<T> {
        T from(ResultSet rs) throws SQLException;
    }

    private <T> Map<PlatformId, List<T>> grouped(
            String table, String order, long number, Part<T> part) {
        Map<PlatformId, List<T>> groups = new HashMap<>();
        jdbc.sql(
                        "select t.* from %s t join platform p on p.id = t.platform_id where p.change_number > ? order by %s"
                                .formatted(table, order))
                .param(number)
                .query(rs -> {
                    PlatformId id = new PlatformId(rs.getString("platform_id"));
                    groups.computeIfAbsent(id, _ -> new ArrayList<>()).add(part.from(rs));
                });
        return groups;
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                new PlatformId(rs.getString("id")),
                new Revision(rs.getLong("revision"), instant(rs, "changed_at")),
                ConnectionStatus.valueOf(rs.getString("status")));
    }

    private static PartyId party(ResultSet rs) throws SQLException {
        return new PartyId(rs.getString("country_code"), rs.getString("party_id"));
    }

    private static PartyRole role(ResultSet rs) throws SQLException {
        return new PartyRole(
                party(rs),
                Role.valueOf(rs.getString("role")),
                new BusinessDetails(
                        rs.getString("business_name"),
                        Optional.ofNullable(rs.getString("website"))));
    }

    private static Endpoint endpoint(ResultSet rs) throws SQLException {
        return new Endpoint(
                new OcpiVersion(rs.getString("ocpi_version")),
                new ModuleId(rs.getString("module")),
                InterfaceRole.valueOf(rs.getString("interface_role")),
                URI.create(rs.getString("url")));
    }

    private static InboundTokens.Previous previous(ResultSet rs) throws SQLException {
        return new InboundTokens.Previous(
                new TokenHash(rs.getString("token_hash")), instant(rs, "until"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
