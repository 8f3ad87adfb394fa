package network.opencharging.bridge.deliver;

import network.opencharging.bridge.call.Answered;
import network.opencharging.bridge.call.Done;
import network.opencharging.bridge.call.Exchange;
import network.opencharging.bridge.call.HubCalls;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/** Carries parcels over the connection that there is at the moment. */
public final class HubPost implements Post {
    private final Supplier<Optional<HubCalls>> connection;

    /**
     * A post over this connection.
     *
     * @param connection calls over the present connection; empty while there is none
     */
    public HubPost(Supplier<Optional<HubCalls>> connection) {
        this.connection = connection;
    }

    @Override
    public Answered<Done> carry(Parcel parcel) {
        return connection
                .get()
                .map(calls -> carried(calls, parcel))
                .orElseGet(() -> new Answered.Unreachable<>("not registered with a hub yet"));
    }

    private static Answered<Done> carried(HubCalls calls, Parcel parcel) {
        Exchange exchange = new Exchange(parcel.from(), parcel.to(), parcel.correlationId());
        Parcel.Letter letter = parcel.letter();
        Body body = Body.of(letter.body());
        // A result goes to the URL that its command named; everything else to the module's
        // endpoint.
        return letter.isForUrl()
                ? calls.sendTo(exchange, letter.method(), URI.create(letter.target()), body)
                : calls.send(
                        exchange,
                        parcel.label().module(),
                        side(parcel.label().module()),
                        letter.method(),
                        letter.target(),
                        body);
    }

    /** OCPI 2.2.1 §14.4.2.2: a changed profile is the one thing that is pushed to a sender. */
    private static InterfaceRole side(ModuleId module) {
        return module.equals(ModuleId.CHARGING_PROFILES)
                ? InterfaceRole.SENDER
                : InterfaceRole.RECEIVER;
    }
}
