package network.opencharging.node.store;

import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.PartyRole;
import network.opencharging.node.platform.PlannedPlatform;
import network.opencharging.node.platform.Platform;
import network.opencharging.node.platform.PlatformStore;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.node.platform.Written;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import java.util.List;
import java.util.Optional;

/**
 * Platforms in a relational database.
 *
 * <p>A platform is written whole: its row guards the revision, everything below it is deleted and
 * inserted again. That two platforms never share a role is left to the primary key of {@code
 * party_role}, which also holds between two processes.
 */
public final class JdbcPlatformStore implements PlatformStore {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final PlatformRows rows;
    private final PlatformWriting writing;

    /** A store in this database; the vault keeps tokens out of it. */
    public JdbcPlatformStore(
            JdbcClient jdbc, TransactionOperations transactions, TokenVault vault) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.rows = new PlatformRows(jdbc, vault);
        this.writing = new PlatformWriting(jdbc, vault);
    }

    @Override
    public List<Platform> load() {
        return transactions.execute(_ -> rows.all());
    }

    @Override
    public Written save(Platform platform) {
        try {
            return transactions.execute(_ -> saveWithin(platform));
        } catch (DuplicateKeyException e) {
            return refusal(platform, e);
        }
    }

    private Written saveWithin(Platform platform) {
        Platform next = platform.with(platform.revision().next());
        if (!writing.claim(next)) {
            return new Written.Outdated(platform.id());
        }
        switch (next) {
            case PlannedPlatform planned -> writing.insert(planned);
            case ConnectedPlatform connected -> writing.insert(connected);
        }
        return new Written.Stored(next);
    }

    /**
     * Which of the two unique things it was is asked afterwards, outside the failed transaction.
     */
    private Written refusal(Platform platform, DuplicateKeyException duplicate) {
        if (platform instanceof ConnectedPlatform connected) {
            Optional<PartyRole> taken =
                    connected.roles().stream()
                            .filter(role -> belongsToAnother(role, connected))
                            .findFirst();
            if (taken.isPresent()) {
                return new Written.RoleTaken(taken.get());
            }
        }
        if (exists(platform)) {
            return new Written.Outdated(platform.id());
        }
        throw duplicate;
    }

    private boolean belongsToAnother(PartyRole role, Platform platform) {
        return jdbc.sql(
                                """
                                select count(*) from party_role
                                where country_code = ? and party_id = ? and role = ? and platform_id <> ?
                                """)
                        .param(role.party().countryCode())
                        .param(role.party().partyId())
                        .param(role.role().name())
                        .param(platform.id().value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private boolean exists(Platform platform) {
        return jdbc.sql("select count(*) from platform where id = ?")
                        .param(platform.id().value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public Written remove(Platform platform) {
        int removed =
                jdbc.sql("delete from platform where id = ? and revision = ?")
                        .param(platform.id().value())
                        .param(platform.revision().number())
                        .update();
        return removed == 1 ? new Written.Stored(platform) : new Written.Outdated(platform.id());
    }
}
