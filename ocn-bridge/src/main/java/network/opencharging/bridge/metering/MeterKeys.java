package network.opencharging.bridge.metering;

import java.util.List;

/** Who signs with which key: asked for by serial number of a gateway or a meter. */
@FunctionalInterface
public interface MeterKeys {

    /** All keys ever registered for the serial number. */
    List<MeterKey> of(String serial);
}
