package network.opencharging.cli.up.place;

import network.opencharging.tools.terminal.Failure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ports of a network, on the loopback address.
 *
 * @param chain the development chain
 * @param north the node of the CPO
 * @param south the node of the eMSP
 * @param cpo the CPO
 * @param emsp the eMSP
 * @param stations where the CPO's charging stations connect
 * @param operator the CPO's operator's page
 * @param plugs where the CPO's plugs connect
 */
public record Ports(
        int chain, int north, int south, int cpo, int emsp, int stations, int operator, int plugs) {
    /** The first of the ports that are used when nobody says otherwise. */
    public static final int DEFAULT_BASE = 7460;

    /** Eight ports in a row. */
    public static Ports from(int base) {
        return new Ports(
                base, base + 1, base + 2, base + 3, base + 4, base + 5, base + 6, base + 7);
    }

    /**
     * Refuses ports that cannot be had, naming the first of them.
     *
     * @param withChain false when no chain will run
     */
    public void check(boolean withChain) {
        Map<Integer, String> seen = new HashMap<>();
        uses(withChain)
                .forEach((use, port) -> {
                    if (port < 1 || port > 65_535) {
                        throw Failure.usage(
                                "the port of %s must be 1 to 65535, not %d".formatted(use, port));
                    }
                    String other = seen.put(port, use);
                    if (other != null) {
                        throw Failure.usage(
                                "%s and %s cannot both have port %d".formatted(other, use, port));
                    }
                    if (isTaken(port)) {
                        throw Failure.environment(
                                ("port %d, wanted for %s, is taken by another program:"
                                                + " end that, or choose eight others with"
                                                + " --port-base, or this one with --%s-port.")
                                        .formatted(port, use, use));
                    }
                });
    }

    private Map<String, Integer> uses(boolean withChain) {
        Map<String, Integer> uses = new LinkedHashMap<>();
        if (withChain) {
            uses.put("chain", chain);
        }
        uses.put("north", north);
        uses.put("south", south);
        uses.put("cpo", cpo);
        uses.put("emsp", emsp);
        uses.put("stations", stations);
        uses.put("operator", operator);
        uses.put("plugs", plugs);
        return uses;
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            // Binding is the question; that it fails is the answer.
            return true;
        }
    }
}
