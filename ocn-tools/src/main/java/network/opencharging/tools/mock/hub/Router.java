package network.opencharging.tools.mock.hub;

import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.RequestPath;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.ocpi.Outcome;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Finds whom a request is for: a party, everybody, or whoever it may concern (OCPI 2.2.1 §4.1.7).
 */
final class Router {
    private static final Set<String> WRITES = Set.of("PUT", "POST", "PATCH");

    private final PartyId self;
    private final Guests guests;
    private final Links links;
    private final Post post;
    private final BiFunction<Outcome, Request, Answer> writer;

    /**
     * A router.
     *
     * @param self the hub
     * @param writer makes answers of the hub's own
     */
    Router(
            PartyId self,
            Guests guests,
            Links links,
            Post post,
            BiFunction<Outcome, Request, Answer> writer) {
        this.self = self;
        this.guests = guests;
        this.links = links;
        this.post = post;
        this.writer = writer;
    }

    /** The answer to a request of a guest for others. */
    Answer route(Guest asker, Request request) {
        return switch (RoutingHeaders.read(request.headers())) {
            case RoutingHeaders.Reading.Faulty(var fault) ->
                    writer.apply(Outcome.invalid(fault.sentence()), request);
            case RoutingHeaders.Reading.Read(var routing) ->
                    asker.speaksFor(routing.from())
                            ? routed(asker, request, routing)
                            : writer.apply(
                                    Outcome.invalid(
                                            "your credentials do not speak for " + routing.from()),
                                    request);
        };
    }

    private Answer routed(Guest asker, Request request, RoutingHeaders routing) {
        if (Links.isLink(request.segments())) {
            return link(asker, request, routing);
        }
        Optional<RequestPath> path = RequestPath.parse(request.target().getRawPath());
        if (path.isEmpty()) {
            return writer.apply(Outcome.notFound("nothing is at " + request.path()), request);
        }
        if (routing.to().equals(Optional.of(self))) {
            return toAll(asker, request, routing, path.get());
        }
        Optional<PartyId> to = routing.to().or(() -> onlyOne(asker, path.get()));
        if (to.isEmpty()) {
            return writer.apply(
                    Outcome.invalid(
                            "say whom it is for: OCPI-to names no party, and more than one"
                                    + " or none could be meant"),
                    request);
        }
        Optional<Guest> guest = guests.of(to.get());
        return guest.isEmpty()
                ? refuse(OcpiStatus.UNKNOWN_RECEIVER, to.get() + " is not connected here", request)
                : carry(asker, request, guest.get(), path.get(), to.get());
    }

    private Answer carry(Guest asker, Request request, Guest guest, RequestPath path, PartyId to) {
        Optional<URI> url = address(guest, request, path);
        return url.isEmpty()
                ? refuse(
                        OcpiStatus.HUB_ERROR,
                        "%s offers no %s %s".formatted(to, path.module(), path.role()),
                        request)
                : carry(asker, request, guest, url.get(), to);
    }

    private Answer carry(Guest asker, Request request, Guest guest, URI url, PartyId to) {
        try {
            return post.carry(asker, request, guest, url, to);
        } catch (IOException e) {
            OcpiStatus status =
                    String.valueOf(e.getMessage()).startsWith("no answer within")
                            ? OcpiStatus.TIMEOUT
                            : OcpiStatus.CONNECTION_PROBLEM;
            return refuse(status, to + " does not answer: " + e.getMessage(), request);
        }
    }

    private Answer link(Guest asker, Request request, RoutingHeaders routing) {
        Optional<Links.Link> link = links.find(request.segments());
        if (link.isEmpty()) {
            return writer.apply(Outcome.notFound("this link is not known here"), request);
        }
        Guest guest = link.get().guest();
        Optional<PartyId> to =
                routing.to().or(() -> guest.roles().stream().map(Identity::party).findFirst());
        return to.isPresent() && guest.speaksFor(to.get())
                ? carry(asker, request, guest, link.get().url(), to.get())
                : writer.apply(
                        Outcome.invalid("this link leads to another party than OCPI-to says"),
                        request);
    }

    private static Optional<URI> address(Guest guest, Request request, RequestPath path) {
        String query = request.target().getRawQuery();
        String rest = path.rest().isEmpty() ? "" : "/" + path.rest();
        return guest.endpoint(path.module(), path.role())
                .map(base -> URI.create(base + rest + (query == null ? "" : "?" + query)));
    }

    /** Open routing: clear when a single other party could be meant. */
    private Optional<PartyId> onlyOne(Guest asker, RequestPath path) {
        List<PartyId> candidates =
                guests.all().stream()
                        .filter(guest -> !guest.equals(asker))
                        .filter(guest -> guest.endpoint(path.module(), path.role()).isPresent())
                        .flatMap(guest -> guest.roles().stream())
                        .map(Identity::party)
                        .distinct()
                        .toList();
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    private Answer toAll(Guest asker, Request request, RoutingHeaders routing, RequestPath path) {
        if (request.method().equals("GET") && path.role() == InterfaceRole.SENDER) {
            return new Gathering(post, writer).of(asker, request, others(asker, routing, path));
        }
        if (!WRITES.contains(request.method()) || path.role() != InterfaceRole.RECEIVER) {
            return writer.apply(
                    Outcome.invalid(
                            "to all go lists of SENDER, and PUT, POST, PATCH to RECEIVER; name a"
                                    + " party with OCPI-to"),
                    request);
        }
        Answer answer = writer.apply(new Outcome.Done(), request);
        return new Answer(
                answer.status(),
                RoutingHeaders.of(self, routing.from()).writeTo(answer.headers()),
                answer.body(),
                () -> others(asker, routing, path).forEach(one -> copy(asker, request, path, one)));
    }

    /** Nobody is told what a single receiver says (OCPI 2.2.1 §4.1.7.3, Broadcast Push). */
    private void copy(Guest asker, Request request, RequestPath path, Receiver receiver) {
        carry(asker, request, receiver.guest(), path, receiver.party());
    }

    /** A party that something goes to. */
    record Receiver(Guest guest, PartyId party, URI url) {}

    /** CPOs speak to all but CPOs, eMSPs to CPOs; only who offers the module is asked. */
    private List<Receiver> others(Guest asker, RoutingHeaders routing, RequestPath path) {
        Set<Role> own =
                Set.copyOf(
                        asker.roles().stream()
                                .filter(role -> role.party().equals(routing.from()))
                                .map(Identity::role)
                                .distinct()
                                .toList());
        return guests.all().stream()
                .filter(guest -> !guest.equals(asker))
                .flatMap(guest ->
                        guest.roles().stream()
                                .filter(role -> !own.contains(role.role()))
                                .flatMap(role ->
                                        guest.endpoint(path.module(), path.role()).stream()
                                                .map(url ->
                                                        new Receiver(guest, role.party(), url))))
                .toList();
    }

    private Answer refuse(OcpiStatus status, String message, Request request) {
        return writer.apply(new Outcome.Refusal(200, status, message), request);
    }
}
