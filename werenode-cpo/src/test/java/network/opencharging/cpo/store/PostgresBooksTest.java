package network.opencharging.cpo.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

import java.io.IOException;

class PostgresBooksTest {
    private static EmbeddedPostgres server;
    private static CpoDatabase database;

    @BeforeAll
    static void start() {
        server = CpoDatabase.startPostgres();
        database = CpoDatabase.of(server.getPostgresDatabase());
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Nested
    class OfAll extends BooksContract {
        @Override
        CpoDatabase database() {
            return database;
        }
    }

    @Nested
    class OfTransactions extends TransactionBookContract {
        @Override
        CpoDatabase database() {
            return database;
        }
    }

    @Nested
    class OfPlugs extends PlugBooksContract {
        @Override
        CpoDatabase database() {
            return database;
        }
    }

    @Nested
    class OfSessions extends SessionStoreContract {
        @Override
        CpoDatabase database() {
            return database;
        }
    }

    @Nested
    class OfPeople extends PeopleBooksContract {
        @Override
        CpoDatabase database() {
            return database;
        }
    }

    @Nested
    class OfEvidence extends EvidenceBookContract {
        @Override
        CpoDatabase database() {
            return database;
        }
    }

    @Nested
    class OfWhatIsHeld extends HeldBookContract {
        @Override
        CpoDatabase database() {
            return database;
        }
    }

    @Nested
    class OfPartnersTokens extends TokenShelfContract {
        @Override
        CpoDatabase database() {
            return database;
        }
    }

    @Nested
    class OfEffects extends EffectBookContract {
        @Override
        CpoDatabase database() {
            return database;
        }
    }

    @Nested
    class OfPartners extends PartnerBookContract {
        @Override
        CpoDatabase database() {
            return database;
        }
    }
}
