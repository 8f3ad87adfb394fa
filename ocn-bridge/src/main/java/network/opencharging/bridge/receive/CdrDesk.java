package network.opencharging.bridge.receive;

import network.opencharging.bridge.backoffice.CdrSink;
import network.opencharging.bridge.backoffice.ObjectKey;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.Reading;
import network.opencharging.bridge.model.v221.CDR;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.Route;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * CDRs of partners (OCPI 2.2.1 §10.2.2): taken once, the same answer for the same CDR however often
 * it comes, never changed.
 */
record CdrDesk(CdrSink sink, Set<PartyId> hubs) implements Desk {
    private static final int OWNER_LENGTH = 5;

    @Override
    public boolean serves(Asked asked) {
        return asked.route().module().equals(ModuleId.CDRS)
                && asked.route().role() == InterfaceRole.RECEIVER;
    }

    @Override
    public Outcome answer(Asked asked) {
        if (asked.route().method() == HttpMethod.GET) {
            return asked.id(Route.GIVEN_ID)
                    .flatMap(CdrDesk::key)
                    .flatMap(key -> sink.find(asked.context(), key))
                    .<Outcome>map(cdr -> new Outcome.Found(cdr.json()))
                    .orElseGet(() -> new Outcome.Missing("CDR"));
        }
        Optional<Json.Obj> sent = asked.object();
        if (sent.isEmpty()) {
            return new Outcome.NotJson();
        }
        return switch (CDR.SHAPE.read(sent.get())) {
            case Reading.Unreadable<CDR>(var findings) -> new Outcome.Unreadable(findings);
            case Reading.Read<CDR>(CDR cdr, var _) -> posted(asked, cdr);
        };
    }

    private Outcome posted(Asked asked, CDR cdr) {
        Optional<PartyId> owner = PartyId.of(cdr.countryCode().text(), cdr.partyId().text());
        if (owner.isEmpty()) {
            return new Outcome.Wrong("country_code and party_id must name a party.");
        }
        if (!asked.mayChange(owner.get(), hubs)) {
            return new Outcome.Wrong(
                    "%s may not send a CDR of %s.".formatted(asked.context().from(), owner.get()));
        }
        ObjectKey key = new ObjectKey(owner.get(), cdr.id());
        Optional<CDR> known = sink.find(asked.context(), key);
        if (known.isPresent() && !known.get().equals(cdr)) {
            return new Outcome.Wrong("There is a CDR with this id already, and it is another one.");
        }
        Outcome taken =
                known.isPresent() ? new Outcome.Done() : Filed.of(sink.take(asked.context(), cdr));
        return taken instanceof Outcome.Done ? new Outcome.Created(path(key)) : taken;
    }

    /** Owner and id in one segment: the form of the path leaves no room for more. */
    private static String path(ObjectKey key) {
        String plain = key.owner().countryCode() + key.owner().partyId() + key.id().text();
        return URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Optional<ObjectKey> key(CiString given) {
        String text = given.text();
        return text.length() <= OWNER_LENGTH
                ? Optional.empty()
                : PartyId.of(text.substring(0, 2), text.substring(2, OWNER_LENGTH))
                        .map(owner ->
                                new ObjectKey(owner, CiString.of(text.substring(OWNER_LENGTH))));
    }
}
