package network.opencharging.bridge.deliver;

import network.opencharging.bridge.command.PendingCommand;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.ModuleId;

import java.time.Instant;
import java.util.Optional;

/**
 * Something to be told to a partner.
 *
 * @param from the own party
 * @param to the partner; the hub's own party for everybody
 * @param correlationId of the exchange
 * @param label what it is about: a newer parcel with the same label takes the older one's place
 * @param letter what is sent
 * @param until after this moment nobody wants it any more
 */
public record Parcel(
        PartyId from,
        PartyId to,
        String correlationId,
        Label label,
        Letter letter,
        Optional<Instant> until) {

    /**
     * What a parcel is about.
     *
     * @param module the module
     * @param object the object in it, such as {@code NL/BOB/L1}
     */
    public record Label(ModuleId module, String object) {}

    /**
     * What is sent.
     *
     * @param method PUT, POST, PATCH or DELETE
     * @param target the path behind the module's endpoint, or the whole URL of a result
     * @param body JSON; empty for DELETE
     */
    public record Letter(HttpMethod method, String target, String body) {
        boolean isForUrl() {
            return target.startsWith("http://") || target.startsWith("https://");
        }
    }

    /** The result of a command, for who gave it; worthless when it has waited for too long. */
    public static Parcel of(PendingCommand command, OcpiObject result, Instant until) {
        return new Parcel(
                command.between().asked(),
                command.between().asker(),
                command.between().correlationId(),
                new Label(command.what().module(), "result/" + command.id()),
                new Letter(HttpMethod.POST, command.responseUrl().toString(), result.json().text()),
                Optional.of(until));
    }
}
