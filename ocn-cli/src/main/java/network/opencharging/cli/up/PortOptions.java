package network.opencharging.cli.up;

import network.opencharging.cli.up.place.Ports;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** Which ports the person at the terminal wants. */
final class PortOptions {
    @Option(
            names = "--port-base",
            paramLabel = "PORT",
            description = "The first of five ports in a row [" + Ports.DEFAULT_BASE + "].")
    private int base = Ports.DEFAULT_BASE;

    @Option(names = "--chain-port", paramLabel = "PORT", description = "The development chain's.")
    private @Nullable Integer chain;

    @Option(names = "--north-port", paramLabel = "PORT", description = "The CPO's node's.")
    private @Nullable Integer north;

    @Option(names = "--south-port", paramLabel = "PORT", description = "The eMSP's node's.")
    private @Nullable Integer south;

    @Option(names = "--cpo-port", paramLabel = "PORT", description = "The CPO's.")
    private @Nullable Integer cpo;

    @Option(names = "--emsp-port", paramLabel = "PORT", description = "The eMSP's.")
    private @Nullable Integer emsp;

    PortOptions() {}

    Ports ports() {
        Ports row = Ports.from(base);
        return new Ports(
                or(chain, row.chain()),
                or(north, row.north()),
                or(south, row.south()),
                or(cpo, row.cpo()),
                or(emsp, row.emsp()));
    }

    private static int or(@Nullable Integer said, int otherwise) {
        return said == null ? otherwise : said;
    }
}
