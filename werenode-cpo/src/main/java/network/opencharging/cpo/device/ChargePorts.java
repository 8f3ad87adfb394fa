package network.opencharging.cpo.device;

import java.util.Optional;

/** All ports of one kind of device, or of all kinds. */
public interface ChargePorts {

    /** The port of that name; a known device that is not connected has one too. */
    Optional<ChargePort> find(PortId id);
}
