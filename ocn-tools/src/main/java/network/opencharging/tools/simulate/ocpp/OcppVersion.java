package network.opencharging.tools.simulate.ocpp;

/** A version that a simulated station speaks. */
public enum OcppVersion {
    /** OCPP 1.6, edition 2, with the security extension. */
    V16("1.6", "ocpp1.6", "ocpp1_6.json"),
    /** OCPP 2.0.1. */
    V201("2.0.1", "ocpp2.0.1", "ocpp2_0_1.json");

    private final String number;
    private final String subprotocol;
    private final String schemas;

    OcppVersion(String number, String subprotocol, String schemas) {
        this.number = number;
        this.subprotocol = subprotocol;
        this.schemas = schemas;
    }

    /** As people write it. */
    public String number() {
        return number;
    }

    /** As the header {@code Sec-WebSocket-Protocol} names it. */
    public String subprotocol() {
        return subprotocol;
    }

    String schemas() {
        return schemas;
    }
}
