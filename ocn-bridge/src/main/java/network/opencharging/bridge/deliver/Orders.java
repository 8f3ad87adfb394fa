package network.opencharging.bridge.deliver;

import network.opencharging.bridge.call.Answered;
import network.opencharging.bridge.call.Exchange;
import network.opencharging.bridge.call.HubCalls;
import network.opencharging.bridge.command.GivenBook;
import network.opencharging.bridge.command.GivenCommand;
import network.opencharging.bridge.command.PendingCommand;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.Reading;
import network.opencharging.bridge.model.Shape;
import network.opencharging.bridge.model.v221.CommandResponse;
import network.opencharging.bridge.model.v221.CommandResponseType;
import network.opencharging.bridge.model.v221.CommandType;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RequestPath;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Gives commands to partners, as an eMSP. Each is written down before it sets out; when it was
 * accepted, or nobody knows whether it was, exactly one end is told to the own backoffice: the
 * first that comes, or TIMEOUT.
 */
public final class Orders {
    /** Until the partner has said how long it will take. */
    private static final Duration WHILE_ASKING = Duration.ofMinutes(2);

    /** A result that is told in the last moment still has its way before it. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofHours(1);

    private final String publicUrl;
    private final GivenBook book;
    private final Supplier<Optional<HubCalls>> connection;
    private final Supplier<String> ids;
    private final InstantSource clock;

    /**
     * Orders over the present connection.
     *
     * @param publicUrl where the hub reaches this bridge
     * @param connection calls over the present connection; empty while there is none
     * @param ids makes the ids under which the ends are told
     */
    public Orders(
            String publicUrl,
            GivenBook book,
            Supplier<Optional<HubCalls>> connection,
            Supplier<String> ids,
            InstantSource clock) {
        this.publicUrl = publicUrl;
        this.book = book;
        this.connection = connection;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What was given.
     *
     * @param id under which its end is told
     * @param answer what the partner said at once
     */
    public record Given<R>(String id, Answered<R> answer) {}

    /** Something that a partner is asked for over these calls, with a result at this URL. */
    public interface Asking<R> {
        /** Asks. */
        Answered<R> ask(HubCalls calls, Exchange exchange, URI responseUrl);
    }

    /**
     * Gives a command (OCPI 2.2.1 §13.2.1).
     *
     * @param order the command; its {@code response_url} is written here, whatever it has
     */
    public <T extends OcpiObject> Given<CommandResponse> command(
            PartyId own, PartyId partner, CommandType type, Shape<T> shape, Json.Obj order) {
        return give(
                own,
                partner,
                new PendingCommand.What(ModuleId.COMMANDS, type.value()),
                (calls, exchange, url) ->
                        switch (shape.read(order.with("response_url", url.toString()))) {
                            case Reading.Unreadable<T>(var findings) ->
                                    new Answered.Invalid<>(findings);
                            case Reading.Read<T>(T object, var _) ->
                                    calls.command(exchange, type, shape, object);
                        },
                response ->
                        response.result().equals(CommandResponseType.ACCEPTED)
                                ? Optional.of(Duration.ofSeconds(response.timeout()))
                                : Optional.empty());
    }

    /**
     * Gives any order whose end comes later.
     *
     * @param accepted how long the end may take; empty when the partner has refused
     */
    public <R> Given<R> give(
            PartyId own,
            PartyId partner,
            PendingCommand.What what,
            Asking<R> asking,
            Function<R, Optional<Duration>> accepted) {
        String id = ids.get();
        Optional<HubCalls> calls = connection.get();
        if (calls.isEmpty()) {
            return new Given<>(
                    id, new Answered.NotOcpi<>(0, "This bridge is not registered with a hub."));
        }
        book.open(
                new GivenCommand(
                        id, own, partner, what, clock.instant().plus(WHILE_ASKING), false));
        Answered<R> answered =
                asking.ask(calls.get(), new Exchange(own, partner, id), responseUrl(what, id));
        switch (answered) {
            case Answered.Success<R>(R response, var _) ->
                    accepted.apply(response)
                            .ifPresentOrElse(
                                    time -> book.extend(id, clock.instant().plus(allowed(time))),
                                    () -> book.forget(id));
            default -> {
                if (!mayHaveArrived(answered)) {
                    book.forget(id);
                }
            }
        }
        return new Given<>(id, answered);
    }

    /** Whether the partner may carry it out although nothing good was heard of him. */
    public static boolean mayHaveArrived(Answered<?> answered) {
        return switch (answered) {
            case Answered.Success<?> success -> true;
            case Answered.Unreachable<?> nothingHeard -> true;
            case Answered.Untrusted<?> perhapsNotHis -> true;
            case Answered.NotOcpi<?>(int http, String why) -> http != 0;
            case Answered.Refused<?>(int http, var status, var message, var asked) -> false;
            case Answered.Invalid<?> neverSent -> false;
            case Answered.NotOffered<?> neverSent -> false;
        };
    }

    private static Duration allowed(Duration wished) {
        return (wished.compareTo(LONGEST) > 0 ? LONGEST : wished).plus(ON_THE_WAY);
    }

    private URI responseUrl(PendingCommand.What what, String id) {
        return URI.create(
                "%s%s/%s/%s"
                        .formatted(
                                publicUrl,
                                RequestPath.endpoint("2.2.1", what.module(), InterfaceRole.SENDER),
                                what.module().equals(ModuleId.COMMANDS) ? what.name() : "result",
                                id));
    }
}
