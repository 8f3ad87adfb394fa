package network.opencharging.cli.up;

import network.opencharging.cli.up.place.Ports;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** Which ports the person at the terminal wants. */
final class PortOptions {
    @Option(
            names = "--port-base",
            paramLabel = "PORT",
            description = "The first of eight ports in a row [" + Ports.DEFAULT_BASE + "].")
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

    @Option(
            names = "--stations-port",
            paramLabel = "PORT",
            description = "Where the CPO's charging stations connect.")
    private @Nullable Integer stations;

    @Option(
            names = "--operator-port",
            paramLabel = "PORT",
            description = "The page of the CPO's operator.")
    private @Nullable Integer operator;

    @Option(
            names = "--plugs-port",
            paramLabel = "PORT",
            description = "Where the CPO's smart plugs connect.")
    private @Nullable Integer plugs;

    PortOptions() {}

    Ports ports() {
        Ports row = Ports.from(base);
        return new Ports(
                or(chain, row.chain()),
                or(north, row.north()),
                or(south, row.south()),
                or(cpo, row.cpo()),
                or(emsp, row.emsp()),
                or(stations, row.stations()),
                or(operator, row.operator()),
                or(plugs, row.plugs()));
    }

    private static int or(@Nullable Integer said, int otherwise) {
        return said == null ? otherwise : said;
    }
}
