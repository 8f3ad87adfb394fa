package network.opencharging.node.store;

import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.PartyRole;
import network.opencharging.node.platform.PlannedPlatform;
import network.opencharging.node.platform.Platform;
import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.platform.PlatformStore;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.node.platform.Written;
import network.opencharging.node.replica.Topic;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Optional;
import java.util.Set;

/**
 * Platforms in a relational database.
 *
 * <p>A platform is written whole: its row guards the revision, everything below it is deleted and
 * inserted again. That two platforms never share a role is left to the primary key of {@code
 * party_role}, which also holds between two processes.
 */
public final class JdbcPlatformStore implements PlatformStore {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcPlatformStore.class);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final TransactionOperations reading;
    private final PlatformRows rows;
    private final PlatformWriting writing;
    private final ChangeNumbers numbers;

    /** A store in this database; the vault keeps tokens out of it. */
    public JdbcPlatformStore(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            TokenVault vault,
            ChangeNumbers numbers) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.reading = Reading.of(transactions);
        this.numbers = numbers;
        this.rows = new PlatformRows(jdbc, vault);
        this.writing = new PlatformWriting(jdbc, vault);
    }

    @Override
    public Later later(long than) {
        return reading.execute(
                _ -> new Later(rows.after(than), gone(than), numbers.number(Topic.PLATFORMS)));
    }

    private Set<PlatformId> gone(long than) {
        return Set.copyOf(
                jdbc.sql("select id from platform_gone where change_number > ?")
                        .param(than)
                        .query((rs, _) -> new PlatformId(rs.getString("id")))
                        .list());
    }

    @Override
    public long newest() {
        try {
            return numbers.number(Topic.PLATFORMS);
        } catch (DataAccessException e) {
            LOG.warn("the database does not say whether anything is new", e);
            return -1;
        }
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
        if (!writing.claim(next, numbers.next(Topic.PLATFORMS))) {
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
        return transactions.execute(_ -> removeWithin(platform));
    }

    private Written removeWithin(Platform platform) {
        long number = numbers.next(Topic.PLATFORMS);
        int removed =
                jdbc.sql("delete from platform where id = ? and revision = ?")
                        .param(platform.id().value())
                        .param(platform.revision().number())
                        .update();
        if (removed == 0) {
            return new Written.Outdated(platform.id());
        }
        jdbc.sql("insert into platform_gone (id, change_number) values (?, ?)")
                .param(platform.id().value())
                .param(number)
                .update();
        return new Written.Stored(platform);
    }
}
