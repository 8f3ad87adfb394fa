package network.opencharging.cpo.plug.away;

import network.opencharging.cpo.device.ChargePort;
import network.opencharging.cpo.device.ChargePorts;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.plug.roll.PlugBook;
import network.opencharging.cpo.process.Errands;
import network.opencharging.cpo.process.Lead;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** All plugs, as long as another process speaks to them, or this one does not yet. */
public final class PlugsElsewhere implements ChargePorts {
    private final PlugBook book;
    private final Lead lead;
    private final BooleanSupplier isOpen;
    private final Errands errands;
    private final Duration patience;
    private final Supplier<String> ids;

    /**
     * @param lead who speaks to plugs
     * @param isOpen whether this process has read all plugs, when it is its turn
     * @param patience how long an order may take
     * @param ids names for errands, never the same twice
     */
    public PlugsElsewhere(
            PlugBook book,
            Lead lead,
            BooleanSupplier isOpen,
            Errands errands,
            Duration patience,
            Supplier<String> ids) {
        this.book = book;
        this.lead = lead;
        this.isOpen = isOpen;
        this.errands = errands;
        this.patience = patience;
        this.ids = ids;
    }

    @Override
    public Optional<ChargePort> find(PortId id) {
        return !(lead.isOurs() && isOpen.getAsBoolean())
                        && id.evse() == 1
                        && book.knows(id.device())
                ? Optional.of(new PlugElsewhere(id, lead, errands, patience, ids))
                : Optional.empty();
    }
}
