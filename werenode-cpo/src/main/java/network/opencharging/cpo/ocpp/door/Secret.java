package network.opencharging.cpo.ocpp.door;

/** Bytes that are never printed. */
final class Secret {
    private final byte[] bytes;

    Secret(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
