package network.opencharging.tools.party;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.call.Answered;
import network.opencharging.bridge.call.Connection;
import network.opencharging.bridge.call.HubCalls;
import network.opencharging.bridge.config.EmbeddedBridge;
import network.opencharging.bridge.register.Problem;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.exchange.ExchangeLog;
import network.opencharging.tools.ocpi.Identity;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** What both kinds of canned party have in common: a bridge, and a memory of what it has seen. */
public final class BridgedParty implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(50);

    private final PartyPlan plan;
    private final ExchangeLog log = new ExchangeLog(_ -> {});
    private final EmbeddedBridge bridge;
    private final Supplier<String> ids;

    BridgedParty(PartyPlan plan, Backoffice backoffice, Supplier<String> ids) {
        this.plan = plan;
        this.ids = ids;
        this.bridge =
                EmbeddedBridge.start(
                        backoffice, plan.settings(), plan.registrySettings(), new Seen(log));
    }

    /** Who it is. */
    public Identity identity() {
        return plan.identity();
    }

    /** Where a hub begins. */
    public URI versions() {
        return URI.create("http://127.0.0.1:%d/ocpi/versions".formatted(plan.port()));
    }

    /** What it has sent and received. */
    public ExchangeLog log() {
        return log;
    }

    /** How its hub is spoken to; empty until the handshake is done. */
    public Optional<Connection> connection() {
        return bridge.connection();
    }

    /** The token A with which a hub may come by itself. */
    public String invite() {
        return bridge.invite().reveal();
    }

    /**
     * Registers with a hub.
     *
     * @throws IOException saying what is wrong
     */
    public void join(URI versions, String tokenA) throws IOException {
        CredentialsToken token =
                CredentialsToken.of(tokenA)
                        .orElseThrow(() -> new IOException("the hub's token A cannot be one"));
        Optional<Problem> problem = bridge.join(versions, token);
        if (problem.isPresent()) {
            throw new IOException(problem.get().sentence());
        }
    }

    /**
     * Waits until its bridge has read that many parties from the registry.
     *
     * @throws IOException when it does not in time
     */
    public void awaitParties(int number, Duration patience)
            throws IOException, InterruptedException {
        Semaphore nobody = new Semaphore(0);
        long until = System.nanoTime() + patience.toNanos();
        while (bridge.directory().snapshot().parties().size() != number) {
            if (System.nanoTime() > until
                    || nobody.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(
                        "the bridge of %s does not know the %d parties of the registry: %s"
                                .formatted(
                                        plan.identity().party(),
                                        number,
                                        bridge.directory().freshness()));
            }
        }
    }

    EmbeddedBridge bridge() {
        return bridge;
    }

    PartyId party() {
        return plan.identity().party();
    }

    /** Asks over the hub, under a fresh correlation id. */
    <T> Asked<T> ask(
            PartyId partner,
            BiFunction<HubCalls, network.opencharging.bridge.call.Exchange, Answered<T>> question) {
        String id = ids.get();
        Answered<T> answered =
                bridge.calls()
                        .map(calls ->
                                question.apply(
                                        calls,
                                        new network.opencharging.bridge.call.Exchange(
                                                party(), partner, id)))
                        .orElseGet(() -> new Answered.Unreachable<>("not registered with a hub"));
        return new Asked<>(answered, log.find(Exchange.Direction.SENT, id));
    }

    @Override
    public void close() {
        bridge.close();
    }
}
