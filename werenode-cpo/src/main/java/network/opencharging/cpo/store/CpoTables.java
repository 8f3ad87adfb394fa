package network.opencharging.cpo.store;

import org.flywaydb.core.Flyway;

import javax.sql.DataSource;

/** The backend's tables. */
public final class CpoTables {
    private CpoTables() {}

    /** Brings the tables to the present version; a database that has it already is left alone. */
    public static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .table("cpo_schema_history")
                .locations("classpath:network/opencharging/cpo/store")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
