package network.opencharging.cpo.config;

import network.opencharging.cpo.plug.roll.PlugRoll;
import network.opencharging.cpo.process.Lead;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks to plugs as long as it is this process' turn, and goes on where another ended. */
final class PlugTurn {
    private static final Logger LOG = LoggerFactory.getLogger(PlugTurn.class);
    private static final int SELDOM = 5;

    private final Lead lead;
    private final PlugRoll roll;
    private final PlugWays ways;
    private boolean open;
    private int looks;

    PlugTurn(Lead lead, PlugRoll roll, PlugWays ways) {
        this.lead = lead;
        this.roll = roll;
        this.ways = ways;
    }

    synchronized void look() {
        boolean ours = lead.take();
        if (ours && !open) {
            LOG.info("this process speaks to plugs");
            roll.open();
        } else if (!ours && open) {
            LOG.info("another process speaks to plugs");
            roll.handOver();
            ways.close();
        } else if (ours && ++looks % SELDOM == 0) {
            roll.mend();
        }
        open = ours;
    }
}
