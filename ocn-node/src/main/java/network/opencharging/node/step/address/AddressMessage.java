package network.opencharging.node.step.address;

import network.opencharging.node.message.Addressed;
import network.opencharging.node.message.Audience;
import network.opencharging.node.message.Authenticated;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Refused;
import network.opencharging.protocol.message.RoutingHeaders;

/** Whom a message is for stands in its headers {@code OCPI-to-*}. */
public final class AddressMessage {

    /**
     * Says whom it is for.
     *
     * @throws Refused when the headers do not say it
     */
    public Addressed address(Authenticated authenticated) {
        return switch (authenticated.message().routing().read()) {
            case RoutingHeaders.Reading.Read(RoutingHeaders routing) ->
                    new Addressed(
                            authenticated,
                            routing.to()
                                    .map(Audience.One::new)
                                    .orElseThrow(() -> new Refused(new Refusal.ReceiverMissing())));
            case RoutingHeaders.Reading.Faulty(RoutingHeaders.Fault fault) ->
                    throw new Refused(new Refusal.RoutingWrong(fault));
        };
    }
}
