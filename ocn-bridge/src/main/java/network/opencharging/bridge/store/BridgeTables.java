package network.opencharging.bridge.store;

import org.flywaydb.core.Flyway;

import javax.sql.DataSource;

/** The bridge's tables; they may stand beside those of an application that embeds the bridge. */
public final class BridgeTables {
    private BridgeTables() {}

    /** Brings the tables to the present version; a database that has it already is left alone. */
    public static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .table("bridge_schema_history")
                .locations("classpath:network/opencharging/bridge/store")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
