package network.opencharging.tools.load;

import network.opencharging.bridge.model.OcpiTime;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.reach.Contact;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.wire.Line;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What may be asked again and again. */
enum Question {
    /** The list of versions. */
    VERSIONS(Role.CPO),
    /** A page of locations. */
    LOCATIONS(Role.CPO),
    /** A page of tariffs. */
    TARIFFS(Role.CPO),
    /** A page of tokens. */
    TOKENS(Role.EMSP),
    /** May this token charge? */
    AUTHORIZE(Role.EMSP),
    /** A session goes on. */
    PUT_SESSION(Role.EMSP);

    private static final int VARIANTS = 200;

    private final Role asked;

    Question(Role asked) {
        this.asked = asked;
    }

    /** The role of the party that is asked. */
    Role asked() {
        return asked;
    }

    /**
     * The requests, to be sent in turn: those that write do it to {@value #VARIANTS} objects.
     *
     * @throws Failure when the system offers no such interface
     */
    List<Request> requests(Contact contact, Instant now) {
        Line line = contact.line();
        return switch (this) {
            case VERSIONS -> List.of(line.request("GET", contact.directory().url(), ""));
            case LOCATIONS -> page(contact, ModuleId.LOCATIONS);
            case TARIFFS -> page(contact, ModuleId.TARIFFS);
            case TOKENS -> page(contact, ModuleId.TOKENS);
            case AUTHORIZE ->
                    List.of(
                            line.signed(
                                    "POST",
                                    URI.create(
                                            at(contact, ModuleId.TOKENS, InterfaceRole.SENDER)
                                                    + "/OCN-TOOLS-LOAD/authorize?type=RFID"),
                                    "{}"));
            case PUT_SESSION -> sessions(contact, now);
        };
    }

    private static List<Request> page(Contact contact, ModuleId module) {
        URI url = at(contact, module, InterfaceRole.SENDER);
        return List.of(contact.line().signed("GET", URI.create(url + "?limit=10"), ""));
    }

    private static List<Request> sessions(Contact contact, Instant now) {
        URI url = at(contact, ModuleId.SESSIONS, InterfaceRole.RECEIVER);
        PartyId owner = contact.line().ends().self();
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < VARIANTS; i++) {
            String id = "OCN-TOOLS-LOAD-" + i;
            requests.add(
                    contact.line()
                            .signed(
                                    "PUT",
                                    URI.create(
                                            "%s/%s/%s/%s"
                                                    .formatted(
                                                            url,
                                                            owner.countryCode(),
                                                            owner.partyId(),
                                                            id)),
                                    session(owner, id, now)));
        }
        return requests;
    }

    /** OCPI 2.2.1 §9.3.1. */
    private static String session(PartyId owner, String id, Instant now) {
        Json.Obj token =
                Json.Obj.EMPTY
                        .with("country_code", owner.countryCode())
                        .with("party_id", owner.partyId())
                        .with("uid", "OCN-TOOLS-LOAD")
                        .with("type", "RFID")
                        .with("contract_id", "OCN-TOOLS-LOAD");
        return Json.Obj.EMPTY
                .with("country_code", owner.countryCode())
                .with("party_id", owner.partyId())
                .with("id", id)
                .with("start_date_time", OcpiTime.write(now))
                .with("kwh", Json.number(1))
                .with("cdr_token", token)
                .with("auth_method", "WHITELIST")
                .with("location_id", "LOC1")
                .with("evse_uid", "LOC1-1")
                .with("connector_id", "1")
                .with("currency", "EUR")
                .with("status", "ACTIVE")
                .with("last_updated", OcpiTime.write(now))
                .text();
    }

    private static URI at(Contact contact, ModuleId module, InterfaceRole role) {
        return contact.directory()
                .endpoints()
                .find(module, role)
                .orElseThrow(
                        () -> Failure.failed("the system offers no %s %s".formatted(module, role)));
    }
}
