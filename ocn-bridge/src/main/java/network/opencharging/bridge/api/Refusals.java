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
 * they are told, so it stands with its body where a person sees it, until somebody has dealt with
 * it.
 *
 * @param parties the own parties
 * @param book keeps it
 */
record Refusals(Set<PartyId> parties, Consumer<Complaint> book) {

    /** Not among them: 401, and those of partners. 410: a result is lost, or was told before. */
    private static final Set<Integer> ITS_FAULT = Set.of(400, 404, 405, 410, 413, 422);

    /** Who looks is told, and nothing is lost; but these are faults of a program too. */
    private static final Set<Integer> FAULT_OF_A_LOOK = Set.of(400, 405);

    /** What is asked about these two is not said to partners. */
    private static final Set<String> WATCHED = Set.of("outbox", "complaints");

    /** Keeps a request that got this reply, when it was refused for what it says. */
    void note(ApiRequest request, ApiReply reply) {
        if (!isItsFault(request, reply.status())) {
            return;
        }
        List<String> path = request.path();
        boolean owned = isOwned(path);
        PartyId from = own(path).or(() -> parties.stream().sorted().findFirst()).orElseThrow();
        Complaint.About about =
                new Complaint.About(
                        from,
                        to(request).orElse(from),
                        owned ? path.get(3) : path.getFirst(),
                        own(path).isPresent()
                                ? path.get(4)
                                : request.method() + " " + String.join("/", path));
        book.accept(
                new Complaint(
                        Complaint.Kind.OWN_INVALID, about, request.sent().text(), faults(reply)));
    }

    private boolean isItsFault(ApiRequest request, int status) {
        if (request.path().isEmpty() || WATCHED.contains(request.path().getFirst())) {
            return false;
        }
        return request.method().equals("GET")
                ? FAULT_OF_A_LOOK.contains(status)
                        || (status == 404
                                && isOwned(request.path())
                                && own(request.path()).isEmpty())
                : ITS_FAULT.contains(status);
    }

    private static boolean isOwned(List<String> path) {
        return path.size() == 5 && path.getFirst().equals("own");
    }

    private Optional<PartyId> own(List<String> path) {
        return isOwned(path)
                ? PartyId.of(path.get(1), path.get(2)).filter(parties::contains)
                : Optional.empty();
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
