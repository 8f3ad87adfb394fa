package network.opencharging.node.relay;

import network.opencharging.node.message.Addressed;
import network.opencharging.node.message.Authenticated;
import network.opencharging.node.message.Noise;
import network.opencharging.node.message.Outcome;
import network.opencharging.node.message.Received;
import network.opencharging.node.message.Refused;
import network.opencharging.node.message.TurnedAway;
import network.opencharging.node.message.Verified;
import network.opencharging.node.step.address.AddressMessage;
import network.opencharging.node.step.authenticate.AuthenticateSender;
import network.opencharging.node.step.verify.VerifySignature;

import java.util.function.LongSupplier;

/** The way of a message, from receiving to replying. */
public final class Relay {
    private final AuthenticateSender authenticate;
    private final AddressMessage address;
    private final VerifySignature verify;
    private final Deliveries deliveries;
    private final RelayObserver observer;
    private final LongSupplier nanoseconds;

    /**
     * Passes messages in these steps.
     *
     * @param observer hears of every message
     * @param nanoseconds a clock that never goes back, as {@link System#nanoTime()}
     */
    public Relay(
            AuthenticateSender authenticate,
            AddressMessage address,
            VerifySignature verify,
            Deliveries deliveries,
            RelayObserver observer,
            LongSupplier nanoseconds) {
        this.authenticate = authenticate;
        this.address = address;
        this.verify = verify;
        this.deliveries = deliveries;
        this.observer = observer;
        this.nanoseconds = nanoseconds;
    }

    /** Tells of what does not begin its way. */
    public void turnedAway(TurnedAway request) {
        observer.on(request);
    }

    /** Tells of what is no request. */
    public void noise(Noise noise) {
        observer.on(noise);
    }

    /** Passes a message on, or says why not. */
    public Outcome pass(Received came) {
        Received received = observer.begins(came);
        try (Journey journey = new Journey(received, observer, nanoseconds)) {
            try {
                Authenticated authenticated = journey.note(authenticate.authenticate(received));
                Addressed addressed = journey.note(address.address(authenticated));
                Verified verified = journey.note(verify.verify(addressed));
                return journey.ended(deliveries.deliver(verified, journey.trail()));
            } catch (Refused refused) {
                return journey.ended(new Outcome.Declined(refused.refusal()));
            }
        }
    }
}
