package network.opencharging.bridge.api;

import network.opencharging.bridge.complaint.Complaint;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a backoffice said and was refused. It is told at once; but programs do not always read what
 * they are told, so the body stands where a person sees it, until somebody has dealt with it.
 *
 * @param parties the own parties
 * @param book keeps it
 */
record Refusals(Set<PartyId> parties, Consumer<Complaint> book) {

    /** Not among them: 401, 410 (too late, and the object is in order) and those of partners. */
    private static final Set<Integer> ITS_FAULT = Set.of(400, 404, 405, 413, 422);

    /** Keeps the body of a request that got this reply, when it was refused for what it says. */
    void note(ApiRequest request, ApiReply reply) {
        if (request.sent().isEmpty() || !ITS_FAULT.contains(reply.status())) {
            return;
        }
        List<String> path = request.path();
        boolean owned = path.size() == 5 && path.getFirst().equals("own");
        PartyId from =
                (owned ? PartyId.of(path.get(1), path.get(2)) : Optional.<PartyId>empty())
                        .filter(parties::contains)
                        .or(() -> parties.stream().sorted().findFirst())
                        .orElseThrow();
        Complaint.About about =
                new Complaint.About(
                        from,
                        to(request).orElse(from),
                        owned ? path.get(3) : path.getFirst(),
                        owned ? path.get(4) : request.method() + " " + String.join("/", path));
        book.accept(
                new Complaint(
                        Complaint.Kind.OWN_INVALID, about, request.sent().text(), faults(reply)));
    }

    private static Optional<PartyId> to(ApiRequest request) {
        return request.parameter("to").flatMap(named -> PartyId.parse(named.split(",", 2)[0]));
    }

    /** Every fault with its path; the one sentence where there are none. */
    private static List<String> faults(ApiReply reply) {
        if (!(reply.body() instanceof Json.Obj body)) {
            return List.of("HTTP " + reply.status());
        }
        Stream<String> findings =
                body.member("findings").orElse(Json.Null.NULL) instanceof Json.Arr(List<Json> items)
                        ? items.stream().flatMap(item -> item.asText().stream())
                        : Stream.empty();
        List<String> told = findings.toList();
        return told.isEmpty() ? body.textOf("error").stream().toList() : told;
    }
}
