package network.opencharging.node.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import network.opencharging.node.network.PeerProfile;
import network.opencharging.node.network.PeerProfiles;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.message.Envelope;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Snapshot;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The other nodes: which form of messages each reads, how that is known; asked again on demand. */
@RestController
public class PeersDesk {
    private final Directory directory;
    private final Operator self;
    private final PeerProfiles profiles;
    private final Function<Operator, Optional<PeerProfile>> probe;

    /**
     * Shows the nodes of this directory.
     *
     * @param self this very node, which is not among them
     * @param probe asks a node what it reads, and remembers it
     */
    public PeersDesk(
            Directory directory,
            Operator self,
            PeerProfiles profiles,
            Function<Operator, Optional<PeerProfile>> probe) {
        this.directory = directory;
        this.self = self;
        this.profiles = profiles;
        this.probe = probe;
    }

    /** All of them, written one by one. */
    @GetMapping("/admin/peers")
    public void all(HttpServletResponse response) throws IOException {
        Snapshot now = directory.snapshot();
        Map<Address, Integer> parties = new HashMap<>();
        now.parties().forEach(party -> parties.merge(party.operator(), 1, Integer::sum));
        AdminAnswers.stream(
                now.operators().stream()
                        .filter(operator -> !isSelf(operator))
                        .map(it -> view(it, parties.getOrDefault(it.address(), 0))),
                response);
    }

    /** One of them. */
    @GetMapping("/admin/peers/{operator}")
    public ResponseEntity<byte[]> one(@PathVariable String operator) {
        return find(operator)
                .map(found -> AdminAnswers.json(200, view(found)))
                .orElseGet(() -> missing(operator));
    }

    /** Asks it now, with GETs that change nothing there. */
    @PostMapping("/admin/peers/{operator}/probe")
    public ResponseEntity<byte[]> probe(@PathVariable String operator, HttpServletRequest request) {
        Optional<Operator> found = find(operator);
        if (found.isEmpty()) {
            return missing(operator);
        }
        AdminRequest.note(request, found.get().url().toString());
        if (profiles.isConfigured(found.get())) {
            return AdminAnswers.json(
                    409,
                    Json.Obj.EMPTY
                            .with(
                                    "error",
                                    "What it reads is configured in ocn.node.relay.peers, which"
                                            + " counts more than its answer: take it out there"
                                            + " first.")
                            .with("field", "operator"));
        }
        if (probe.apply(found.get()).isEmpty()) {
            return AdminAnswers.json(
                    502,
                    Json.Obj.EMPTY.with(
                            "error",
                            found.get().url()
                                    + " did not answer, or like nothing that is known; what was"
                                    + " known of it stays."));
        }
        return AdminAnswers.json(200, view(found.get()));
    }

    private Optional<Operator> find(String operator) {
        return Address.parse(operator)
                .flatMap(directory.snapshot()::operator)
                .filter(found -> !isSelf(found));
    }

    private boolean isSelf(Operator operator) {
        return operator.address().equals(self.address());
    }

    private Json.Obj view(Operator operator) {
        return view(operator, directory.snapshot().partiesOf(operator.address()).size());
    }

    private Json.Obj view(Operator operator, int parties) {
        Optional<Json> found = profiles.foundAt(operator).map(Envelope::timeText).map(Json::text);
        String known =
                profiles.isConfigured(operator)
                        ? "CONFIGURED"
                        : found.isPresent() ? "FOUND" : "ASSUMED";
        return Json.Obj.EMPTY
                .with("operator", operator.address().toString())
                .with("url", operator.url().toString())
                .with("parties", Json.number(parties))
                .with("profile", profiles.of(operator).name())
                .with("known", known)
                .withOptional("found_at", found);
    }

    private static ResponseEntity<byte[]> missing(String operator) {
        return AdminAnswers.missing(
                "The registry knows no other node of operator " + operator + ".", "operator");
    }
}
