package network.opencharging.cpo.store;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class H2BooksTest {
    @TempDir private static Path folder;
    private static CpoDatabase database;

    @BeforeAll
    static void open() {
        database = CpoDatabase.h2(folder);
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
