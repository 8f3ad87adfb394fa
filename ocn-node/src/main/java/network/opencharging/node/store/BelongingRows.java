package network.opencharging.node.store;

import network.opencharging.node.platform.PlatformId;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that belong to a platform and end with it. Who writes them while somebody deletes the
 * platform comes too late, and nothing is wrong: they would be deleted as well.
 */
final class BelongingRows {
    private final JdbcClient jdbc;

    BelongingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes them, unless the platform has gone meanwhile.
     *
     * @param writing one transaction
     */
    void write(PlatformId platform, Runnable writing) {
        try {
            writing.run();
        } catch (DataIntegrityViolationException e) {
            if (exists(platform)) {
                throw e;
            }
        }
    }

    private boolean exists(PlatformId platform) {
        return jdbc.sql("select count(*) from platform where id = ?")
                        .param(platform.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
