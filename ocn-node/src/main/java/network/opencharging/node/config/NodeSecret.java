package network.opencharging.node.config;

import network.opencharging.node.operate.StartRefused;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The secret from which the keys for tokens and links are derived. All replicas of a node share it;
 * without it no stored token opens.
 */
final class NodeSecret {
    private static final int BYTES = 32;

    private final byte[] bytes;

    private NodeSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Read from the data folder; made at the first start. */
    static NodeSecret in(DataFolder folder, SecureRandom random) {
        String hex =
                folder.secret(
                        "node.secret",
                        () -> {
                            byte[] fresh = new byte[BYTES];
                            random.nextBytes(fresh);
                            return HexFormat.of().formatHex(fresh);
                        });
        return read(hex, folder.secret("node.secret"));
    }

    /** Read from a file that all processes of the node are given. */
    static NodeSecret in(Path file) {
        return read(DataFolder.read(file), file);
    }

    private static NodeSecret read(String hex, Path file) {
        if (!hex.matches("[0-9a-f]{64,}")) {
            throw new StartRefused(
                    "The secret %s must hold at least 64 hexadecimal digits.".formatted(file));
        }
        return new NodeSecret(HexFormat.of().parseHex(hex));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "NodeSecret[hidden]";
    }
}
