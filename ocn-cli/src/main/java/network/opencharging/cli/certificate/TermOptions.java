package network.opencharging.cli.certificate;

import network.opencharging.registry.contract.Vouching.Term;
import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine.Option;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How long what an issuer vouches for counts, and its number. */
final class TermOptions {
    /** A chain's clock may be behind this machine's. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "365d",
            description = "How long it counts, from now (usual: ${DEFAULT-VALUE}).")
    private Duration length = Duration.ofDays(365);

    @Option(
            names = "--serial",
            paramLabel = "NUMBER",
            description =
                    "Your number for it, by which you revoke it; usual is the time in"
                            + " milliseconds.")
    private Optional<BigInteger> serial = Optional.empty();

    Term term() {
        Clock clock = Clock.systemUTC();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        BigInteger number = serial.orElseGet(() -> BigInteger.valueOf(clock.millis()));
        if (length.toSeconds() == 0) {
            throw Failure.usage("It must count for a second at least: give --for 365d or so.");
        }
        if (number.signum() < 0 || number.bitLength() > 256) {
            throw Failure.usage("A serial number goes from 0 to 2^256 - 1.");
        }
        return new Term(now.minus(CLOCKS_APART), now.plus(length), number);
    }
}
