package network.opencharging.node.step.address;

import network.opencharging.node.message.Addressed;
import network.opencharging.node.message.Audience;
import network.opencharging.node.message.Authenticated;
import network.opencharging.node.message.Message;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Refused;
import network.opencharging.node.message.Sender;
import network.opencharging.node.network.HubParty;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.Answer;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RecipientKey;
import network.opencharging.protocol.route.Route;

import java.util.Optional;
import java.util.Set;

/**
 * Whom a message is for stands in its headers {@code OCPI-to-*}. A platform of this node may also
 * name the hub (Broadcast Push, GET All) or nobody (Open Routing); other nodes always name a party,
 * so that nothing is spread twice.
 */
public final class AddressMessage {
    private final HubParty hub;
    private final Recipients recipients;
    private final Set<ModuleId> own;

    /**
     * Finds these recipients for what names this hub.
     *
     * @param own modules about which the hub itself is asked
     */
    public AddressMessage(HubParty hub, Recipients recipients, Set<ModuleId> own) {
        this.hub = hub;
        this.recipients = recipients;
        this.own = Set.copyOf(own);
    }

    /**
     * Says whom it is for.
     *
     * @throws Refused when neither the headers nor the message say it
     */
    public Addressed address(Authenticated authenticated) {
        return switch (authenticated.message().routing().read()) {
            case RoutingHeaders.Reading.Read(RoutingHeaders routing) ->
                    new Addressed(authenticated, audience(authenticated, routing.to()));
            case RoutingHeaders.Reading.Faulty(RoutingHeaders.Fault fault) ->
                    throw new Refused(new Refusal.RoutingWrong(fault));
        };
    }

    private Audience audience(Authenticated authenticated, Optional<PartyId> to) {
        if (to.isPresent() && !to.get().equals(hub.id())) {
            return new Audience.One(to.get());
        }
        return switch (authenticated.sender()) {
            case Sender.Local local ->
                    to.isEmpty()
                            ? open(authenticated.message(), local)
                            : many(authenticated.message(), local);
            case Sender.Remote _ ->
                    throw refused("A message between nodes must name a party, not the hub.");
        };
    }

    private Audience many(Message message, Sender.Local sender) {
        if (own.contains(message.target().module())) {
            return new Audience.Hub();
        }
        Route route = message.target().route();
        boolean list = route.answer() == Answer.LIST && route.role() == InterfaceRole.SENDER;
        boolean push =
                route.role() == InterfaceRole.RECEIVER
                        && (route.method() == HttpMethod.PUT
                                || route.method() == HttpMethod.PATCH
                                || route.method() == HttpMethod.POST);
        if (list) {
            return new Audience.GatherAll(recipients.owners(message.target(), sender));
        }
        if (push) {
            return new Audience.Everyone(recipients.wanting(message.target(), sender));
        }
        throw refused(
                "The hub takes lists to be gathered, and PUT, PATCH and POST of objects to be"
                        + " spread: name the party in headers OCPI-to-country-code and"
                        + " OCPI-to-party-id.");
    }

    /**
     * Open Routing (OCPI 2.2.1 §4.1.7.4): what says itself for whom it is, and the question who
     * knows a token.
     */
    private Audience open(Message message, Sender.Local sender) {
        RecipientKey key = message.target().route().recipient();
        if (key != RecipientKey.CDR_TOKEN_IN_BODY && key != RecipientKey.TOKEN_UID_IN_PATH) {
            // Ids of sessions and locations are unique to their owner only: they name nobody.
            throw new Refused(new Refusal.ReceiverMissing());
        }
        if (message.signature().isPresent()) {
            throw refused(
                    "A signed message must name its receiver in headers OCPI-to-country-code and"
                            + " OCPI-to-party-id, because they are signed too.");
        }
        if (key == RecipientKey.TOKEN_UID_IN_PATH) {
            return new Audience.WhoeverKnows(recipients.issuers(message.target(), sender));
        }
        return new Audience.One(
                ownerOfToken(message)
                        .orElseThrow(() ->
                                refused(
                                        "Headers OCPI-to-country-code and OCPI-to-party-id are"
                                                + " missing, and the body has no cdr_token with"
                                                + " country_code and party_id.")));
    }

    private static Optional<PartyId> ownerOfToken(Message message) {
        return message.body()
                .members()
                .optional()
                .flatMap(members -> members.read("cdr_token"))
                .flatMap(token -> token instanceof Json.Obj it ? Optional.of(it) : Optional.empty())
                .flatMap(token ->
                        PartyId.of(
                                token.textOf("country_code").orElse(""),
                                token.textOf("party_id").orElse("")));
    }

    private static Refused refused(String why) {
        return new Refused(new Refusal.HubCannot(why));
    }
}
