package network.opencharging.cli.write;

import network.opencharging.cli.connect.Network;
import network.opencharging.cli.output.Coins;
import network.opencharging.cli.output.Entry;
import network.opencharging.cli.output.OutputOptions;
import network.opencharging.registry.chain.key.Wallet;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.chain.tx.Call;
import network.opencharging.registry.chain.tx.Forecast;
import network.opencharging.registry.chain.tx.Lane;
import network.opencharging.registry.chain.tx.Outcome;
import network.opencharging.registry.chain.tx.Outcome.Sent;
import network.opencharging.registry.contract.RegistryErrors;
import network.opencharging.tools.terminal.Failure;

import java.math.BigInteger;

/** Sends a call and tells what becomes of it, until it is certain enough. */
public final class Sending {
    private final Rpc rpc;
    private final Lane lane;
    private final OutputOptions output;
    private final SendOptions options;
    private final Network network;

    /** Sends with this wallet. */
    public Sending(
            Rpc rpc, Wallet wallet, OutputOptions output, SendOptions options, Network network) {
        this.rpc = rpc;
        this.lane = new Lane(rpc, wallet, options.fees(), new RegistryErrors());
        this.output = output;
        this.options = options;
        this.network = network;
    }

    /** Sends it, or only tells what would be sent. */
    public int send(String words, Call call) throws RpcException {
        requireContract(call);
        if (options.isDryRun()) {
            return tell(words, call);
        }
        options.confirmations(network);
        output.say("About to " + words + ".");
        return switch (lane.submit(call)) {
            case Outcome.Pending(Sent sent) -> {
                output.say("Sent as " + sent.hashes().getFirst() + ", waiting for a block.");
                yield await(words, sent);
            }
            case Outcome other -> finish(words, other);
        };
    }

    /** A chain takes a call to nobody, does nothing and keeps the money. */
    private void requireContract(Call call) throws RpcException {
        boolean calls = call.to().isPresent() && call.data().length() > 2;
        if (calls && !rpc.isContract(call.to().orElseThrow())) {
            throw Failure.environment(
                    "There is no contract at %s on network %s, so nothing was sent: check the address and --network with  ocn network check"
                            .formatted(call.to().orElseThrow(), network.name()));
        }
    }

    /** Goes on with something that was sent earlier. */
    public int resume(String hash) throws RpcException {
        Sent sent =
                lane.resume(hash)
                        .orElseThrow(() ->
                                Failure.failed(
                                        "The chain does not know transaction %s of %s: it was dropped, or sent on another network or by another key; send it again."
                                                .formatted(hash, lane.sender())));
        return options.isDryRun() ? tell(hash, sent) : await("go on with " + hash, sent);
    }

    private int tell(String hash, Sent sent) throws RpcException {
        Entry entry =
                Entry.empty()
                        .with("action", "go on with " + hash)
                        .with("to", sent.call().to().map(Object::toString).orElse("(new contract)"))
                        .with("nonce", sent.nonce())
                        .with("cost_at_most", Coins.of(sent.gas().multiply(sent.fee().most())));
        output.show(
                entry.with(
                        "verdict",
                        rpc.receipt(hash)
                                .map(found -> "is in block " + found.getBlockNumber())
                                .orElse(
                                        "is in no block yet: without --dry-run it is awaited, and"
                                                + " sent again with a higher fee when it takes"
                                                + " long")));
        return 0;
    }

    private int tell(String words, Call call) throws RpcException {
        Entry entry = Entry.empty().with("action", words);
        call.to().ifPresent(to -> output.say("Nothing is sent. It would go to " + to + "."));
        switch (lane.forecast(call)) {
            case Forecast.Refused(String reason) -> {
                output.show(entry.with("verdict", "would be refused: " + reason));
                throw Failure.failed("It would be refused: " + ended(reason));
            }
            case Forecast.Passes passes -> {
                BigInteger price = passes.fee().most();
                output.show(
                        entry.with("sender", lane.sender())
                                .with(
                                        "to",
                                        call.to().map(Object::toString).orElse("(new contract)"))
                                .with("gas", passes.gas())
                                .with("gas_price_wei", price)
                                .with("cost_at_most", Coins.of(passes.cost()))
                                .with("balance", Coins.of(passes.balance()))
                                .with(
                                        "verdict",
                                        passes.affordable() ? "would pass" : "too little money")
                                .with("data", call.data()));
            }
        }
        return 0;
    }

    private int await(String words, Sent first) throws RpcException {
        Waiting waiting = new Waiting(rpc, options.longest());
        Thread goodbye = Thread.ofPlatform().unstarted(() -> output.warn(interrupted(first)));
        Runtime.getRuntime().addShutdownHook(goodbye);
        try {
            Sent sent = first;
            while (true) {
                Outcome outcome = lane.await(sent, options.round(network));
                if (outcome instanceof Outcome.Mined mined) {
                    output.say("In block " + mined.block() + ".");
                    if (waiting.confirmed(mined, options.confirmations(network), output)) {
                        return finish(words, mined);
                    }
                    output.say("Its block was replaced by another one; waiting again.");
                } else if (outcome instanceof Outcome.Pending(Sent now) && !waiting.isOver()) {
                    output.say(progress(sent, now));
                    sent = now;
                } else {
                    return finish(words, outcome);
                }
            }
        } finally {
            Runtime.getRuntime().removeShutdownHook(goodbye);
        }
    }

    /** Published contracts end their reasons with a stop, ours do not. */
    private static String ended(String reason) {
        return reason.endsWith(".") ? reason : reason + ".";
    }

    private static String progress(Sent before, Sent now) {
        return now.hashes().size() > before.hashes().size()
                ? "No block yet: sent again in the same place with a higher fee, as "
                        + now.hashes().getLast()
                        + "."
                : "No block yet, and the fee is as high as it may be; waiting.";
    }

    private int finish(String words, Outcome outcome) {
        switch (outcome) {
            case Outcome.Mined mined ->
                    output.show(
                            Entry.empty()
                                    .with("action", words)
                                    .with("transaction", mined.hash())
                                    .with("block", mined.block())
                                    .with("cost", Coins.of(mined.cost()))
                                    .with("result", "done"));
            case Outcome.Refused refused ->
                    throw Failure.failed(
                            "The contract refuses to %s: %s%s"
                                    .formatted(
                                            words,
                                            ended(refused.reason()),
                                            refused.hash()
                                                    .map(hash -> " It was sent as " + hash + ".")
                                                    .orElse(" Nothing was sent.")));
            case Outcome.Unaffordable(BigInteger balance, BigInteger needed) ->
                    throw Failure.environment(
                            "%s has %s coins and this may cost %s: fund it with  ocn fund %s AMOUNT. Nothing was sent."
                                    .formatted(
                                            lane.sender(),
                                            Coins.of(balance),
                                            Coins.of(needed),
                                            lane.sender()));
            case Outcome.Pending(Sent sent) -> throw Failure.pending(stillWaiting(sent));
        }
        return 0;
    }

    private String stillWaiting(Sent sent) {
        return "Transaction %s is in no block yet and may still be mined: go on with  ocn resume %s --network %s"
                .formatted(sent.hashes().getLast(), sent.hashes().getLast(), network.name());
    }

    private String interrupted(Sent sent) {
        return "ocn: interrupted; the transaction was sent and may still be mined: go on with  ocn resume %s --network %s"
                .formatted(sent.hashes().getFirst(), network.name());
    }
}
