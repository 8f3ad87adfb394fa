package network.opencharging.node.admin;

import jakarta.servlet.http.HttpServletRequest;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Freshness;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.util.Optional;

/** What this node knows of the registry, and how it reads it again at once. */
@RestController
public class ListingDesk {
    private final Directory directory;
    private final Runnable reading;
    private final Clock clock;

    /**
     * Shows this directory.
     *
     * @param reading reads the registry again
     */
    public ListingDesk(Directory directory, Runnable reading, Clock clock) {
        this.directory = directory;
        this.reading = reading;
        this.clock = clock;
    }

    /** How fresh it is. */
    @GetMapping("/admin/registry")
    public ResponseEntity<byte[]> registry() {
        return AdminAnswers.json(200, state());
    }

    /** Reads it again now; what was known stays when it does not answer. */
    @PostMapping("/admin/registry/refresh")
    public ResponseEntity<byte[]> refresh(HttpServletRequest request) {
        reading.run();
        directory.freshness().trouble().ifPresent(trouble -> AdminRequest.note(request, trouble));
        return AdminAnswers.json(directory.freshness().reachable() ? 200 : 502, state());
    }

    /** One party: who runs its node, in which roles it is listed, whether it is let in. */
    @GetMapping("/admin/registry/parties/{country}/{party}")
    public ResponseEntity<byte[]> party(@PathVariable String country, @PathVariable String party) {
        Snapshot now = directory.snapshot();
        return PartyId.of(country, party)
                .flatMap(now::party)
                .map(found -> AdminAnswers.json(200, view(found, now)))
                .orElseGet(() ->
                        AdminAnswers.missing(
                                "The registry lists no party %s/%s.".formatted(country, party),
                                "party"));
    }

    /** One operator: where its node is, and how many parties it carries. */
    @GetMapping("/admin/registry/operators/{operator}")
    public ResponseEntity<byte[]> operator(@PathVariable String operator) {
        Snapshot now = directory.snapshot();
        return Address.parse(operator)
                .flatMap(now::operator)
                .map(found -> AdminAnswers.json(200, view(found, now)))
                .orElseGet(() ->
                        AdminAnswers.missing(
                                "The registry lists no operator " + operator + ".", "operator"));
    }

    private Json.Obj state() {
        Freshness freshness = directory.freshness();
        String status = freshness.loaded() ? freshness.reachable() ? "UP" : "STALE" : "DOWN";
        return Json.Obj.EMPTY
                .with("status", status)
                .with("source", freshness.source())
                .with("operators", Json.number(directory.snapshot().operators().size()))
                .with("parties", Json.number(directory.snapshot().parties().size()))
                .withOptional(
                        "age_seconds",
                        freshness.age(clock.instant()).map(age -> Json.number(age.toSeconds())))
                .withOptional("trouble", freshness.trouble().map(Json.Text::new));
    }

    private static Json.Obj view(Party party, Snapshot now) {
        Optional<Operator> carrier = now.operatorOf(party.id());
        return Json.Obj.EMPTY
                .with("country_code", party.id().countryCode())
                .with("party_id", party.id().partyId())
                .with("address", party.address().toString())
                .with(
                        "roles",
                        Json.array(
                                party.roles().stream()
                                        .sorted()
                                        .map(Role::name)
                                        .map(Json::text)
                                        .toList()))
                .with("operator", party.operator().toString())
                .with("admitted", Json.bool(party.admitted()))
                .withOptional("node", carrier.map(it -> Json.text(it.url().toString())));
    }

    private static Json.Obj view(Operator operator, Snapshot now) {
        return Json.Obj.EMPTY
                .with("operator", operator.address().toString())
                .with("url", operator.url().toString())
                .with("parties", Json.number(now.partiesOf(operator.address()).size()));
    }
}
