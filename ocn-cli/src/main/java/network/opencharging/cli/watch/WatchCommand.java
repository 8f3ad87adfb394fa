package network.opencharging.cli.watch;

import network.opencharging.cli.connect.NetworkOptions;
import network.opencharging.cli.output.Entry;
import network.opencharging.cli.output.OutputOptions;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.contract.RegistryEvent;
import network.opencharging.registry.contract.RegistryReader;
import network.opencharging.tools.terminal.Failure;

import org.web3j.protocol.core.methods.response.Log;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code ocn watch}: what happens in the registry, while it happens. */
@Command(
        name = "watch",
        description = "Show what happens in the registry while it happens, until Ctrl-C.")
public final class WatchCommand implements Callable<Integer> {
    @Mixin private NetworkOptions network = new NetworkOptions();
    @Mixin private OutputOptions output = new OutputOptions();

    @Option(
            names = "--from",
            paramLabel = "BLOCK",
            description = "Begin with this block instead of the newest.")
    private Optional<Long> from = Optional.empty();

    @Option(
            names = "--count",
            paramLabel = "EVENTS",
            description = "End after so many events; without it, never.")
    private Optional<Integer> count = Optional.empty();

    /** For picocli. */
    public WatchCommand() {}

    @Override
    public Integer call() throws IOException {
        if (count.isPresent() && count.get() < 1) {
            throw Failure.usage("--count must be 1 or more; without it the watch never ends.");
        }
        try (Rpc rpc = network.rpc()) {
            RegistryReader registry = network.reader(rpc);
            long next = from.isPresent() ? from.get() : rpc.latest().number() + 1;
            output.say("Watching %s from block %d.".formatted(registry.address(), next));
            int seen = 0;
            while (true) {
                long head = rpc.latest().number();
                if (next <= head) {
                    seen += show(registry, next, head);
                    next = head + 1;
                }
                boolean enough = count.isPresent() && seen >= count.get();
                if (enough || !pause(rpc.chain().blocks().time().dividedBy(2))) {
                    return 0;
                }
            }
        }
    }

    private int show(RegistryReader registry, long first, long last) throws RpcException {
        int shown = 0;
        for (Log log : registry.rpc().logs(registry.address(), first, last)) {
            Optional<RegistryEvent> event = registry.event(log);
            if (event.isPresent()) {
                output.line(entry(event.get(), log));
                shown++;
            }
        }
        return shown;
    }

    private static Entry entry(RegistryEvent event, Log log) {
        Entry entry =
                Entry.empty()
                        .with("block", log.getBlockNumber())
                        .with("transaction", log.getTransactionHash());
        return switch (event) {
            case RegistryEvent.NodeSet(var operator) ->
                    entry.with("event", "node set")
                            .with("operator", operator.address())
                            .with("url", operator.url());
            case RegistryEvent.NodeGone(var operator) ->
                    entry.with("event", "node gone").with("operator", operator);
            case RegistryEvent.PartyListed(var party) ->
                    entry.with("event", "party listed")
                            .with("party", party.id())
                            .with("operator", party.operator())
                            .with("admitted", party.admitted());
            case RegistryEvent.AccountListed(var party) ->
                    entry.with("event", "party listed")
                            .with("party", party.id())
                            .with("operator", party.operator())
                            .with("admitted", party.admitted());
            case RegistryEvent.PartyGone(var account, var id) ->
                    entry.with("event", "party gone").with("party", id).with("address", account);
        };
    }

    /** False when somebody wants this thread to end. */
    private static boolean pause(Duration time) {
        try {
            return !new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
