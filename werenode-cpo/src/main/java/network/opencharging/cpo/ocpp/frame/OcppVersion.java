package network.opencharging.cpo.ocpp.frame;

import java.util.Arrays;
import java.util.Optional;

/** A version of the protocol that a station may speak. */
public enum OcppVersion {
    /** OCPP 1.6, edition 2, with the security extension. */
    V16("ocpp1.6"),
    /** OCPP 2.0.1. */
    V201("ocpp2.0.1"),
    /** OCPP 2.1, edition 1, where its messages are those of 2.0.1. */
    V21("ocpp2.1");

    private final String subprotocol;

    OcppVersion(String subprotocol) {
        this.subprotocol = subprotocol;
    }

    /** Its name in the header {@code Sec-WebSocket-Protocol}. */
    public String subprotocol() {
        return subprotocol;
    }

    /** The version of that name. */
    public static Optional<OcppVersion> of(String subprotocol) {
        return Arrays.stream(values())
                .filter(version -> version.subprotocol.equals(subprotocol))
                .findFirst();
    }
}
