package network.opencharging.cli.write;

import network.opencharging.cli.connect.Network;
import network.opencharging.cli.output.Entry;
import network.opencharging.registry.chain.tx.FeePolicy;
import network.opencharging.registry.chain.tx.Patience;
import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.Optional;

/** How a transaction is sent and awaited. */
public final class SendOptions {
    @Option(
            names = "--dry-run",
            description = "Send nothing: tell in words what would be sent and what it would cost.")
    private boolean dryRun;

    @Option(
            names = "--confirmations",
            paramLabel = "BLOCKS",
            description =
                    "How many blocks, its own included, to wait for; usual is what the network"
                            + " says.")
    private Optional<Integer> confirmations = Optional.empty();

    @Option(
            names = "--bump-after",
            paramLabel = "TIME",
            description =
                    "After how long without a block to send the same again with a higher fee; usual"
                            + " is eight blocks.")
    private Optional<Duration> bumpAfter = Optional.empty();

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "10m",
            description =
                    "How long to wait in all (usual: ${DEFAULT-VALUE}); what was sent can be"
                            + " awaited again.")
    private Duration longest = Duration.ofMinutes(10);

    @Option(
            names = "--legacy-fees",
            description = "Offer one gas price, as chains before London want it.")
    private boolean legacy;

    /** Whether it is only to be told what would happen. */
    public boolean isDryRun() {
        return dryRun;
    }

    Duration longest() {
        return longest;
    }

    int confirmations(Network network) {
        if (confirmations.isPresent() && confirmations.get() < 1) {
            throw Failure.usage("--confirmations must be 1 or more: its own block is the first.");
        }
        return confirmations.orElse(network.chain().confirmations());
    }

    FeePolicy fees() {
        return legacy ? FeePolicy.usual().legacy() : FeePolicy.usual();
    }

    /** Until the fee is raised once; then whoever waits is told, and waits on. */
    Patience round(Network network) {
        Duration block = network.chain().blockTime();
        Duration look = block.dividedBy(4);
        Duration bump = bumpAfter.orElse(block.multipliedBy(8));
        return new Patience(look, bump, bump.plus(look.multipliedBy(2)));
    }

    Entry told(String words, String result) {
        return Entry.empty().with("action", words).with("result", result);
    }
}
