package network.opencharging.tools.simulate.plug;

import java.time.Duration;
import java.util.Optional;

/** Which firmware it has. */
public enum Family {
    SHELLY_1,
    SHELLY_2,
    TASMOTA;

    Firmware firmware(String name, Optional<Duration> autoOff) {
        return switch (this) {
            case SHELLY_1 -> new ShellyOneFirmware(name, autoOff);
            case SHELLY_2 -> new ShellyTwoFirmware(name);
            case TASMOTA -> new TasmotaFirmware(name);
        };
    }
}
