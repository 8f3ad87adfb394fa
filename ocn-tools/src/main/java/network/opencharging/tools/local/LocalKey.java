package network.opencharging.tools.local;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** A key made for one run. It is worth nothing anywhere else, and is still not shown. */
public final class LocalKey {
    private final String hex;
    private final PrivateKey key;

    private LocalKey(String hex) {
        this.hex = hex;
        this.key = PrivateKey.parse(hex).orElseThrow();
    }

    /** A fresh key. */
    public static LocalKey fresh(RandomGenerator random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        // Below the curve's order whatever the other bits are, and never zero.
        bytes[0] = (byte) (bytes[0] & 0x7f);
        bytes[31] = (byte) (bytes[31] | 1);
        return new LocalKey(HexFormat.of().formatHex(bytes));
    }

    /** The account. */
    public Address address() {
        return key.address();
    }

    /** Signs as this account. */
    public PrivateKey key() {
        return key;
    }

    /**
     * Writes the key into a file that a node or a bridge can read.
     *
     * @throws IOException when the file cannot be written
     */
    public void writeTo(Path file) throws IOException {
        OwnersFile.write(file, hex + "\n");
    }

    /** The account, never the key. */
    @Override
    public String toString() {
        return "key of " + address();
    }
}
