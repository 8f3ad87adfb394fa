package network.opencharging.node.desk;

import jakarta.servlet.http.HttpServletRequest;

import network.opencharging.node.handshake.Checked;
import network.opencharging.node.rules.OcnRules;
import network.opencharging.node.rules.PartyRules;
import network.opencharging.node.rules.PartyRules.Kind;
import network.opencharging.node.rules.RuleChange;
import network.opencharging.node.rules.RuleEntry;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.party.PartyId;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A platform's own rules, in the published contract's shape (module {@code ocnrules}): at the place
 * where old nodes serve it, and at the one they advertise.
 */
@RestController
@RequestMapping({
    "/ocpi/receiver/{version:2\\.2|2\\.2\\.1|2\\.3\\.0}/ocnrules",
    "/ocpi/{version:2\\.2|2\\.2\\.1|2\\.3\\.0}/receiver/ocnrules"
})
public class OcnRulesDesk {
    private static final String LIST = "/{list:whitelist|blacklist}";

    private final FrontDesk desk;
    private final OcnRules rules;

    /** Changes these rules. */
    public OcnRulesDesk(FrontDesk desk, OcnRules rules) {
        this.desk = desk;
        this.rules = rules;
    }

    /** How they are. */
    @GetMapping
    public ResponseEntity<byte[]> get(HttpServletRequest request) {
        return desk.receive(
                request,
                visitor ->
                        switch (visitor) {
                            case Visitor.Registered(var platform, var _) ->
                                    Answer.success(RuleReader.write(rules.of(platform.id())));
                            case Visitor.Invited _ -> stranger();
                        });
    }

    /** Switches the demand for signatures over. */
    @PutMapping("/signatures")
    public ResponseEntity<byte[]> signatures(HttpServletRequest request) {
        return change(request, PartyRules::toggled);
    }

    /** Lets nobody through. */
    @PutMapping("/block-all")
    public ResponseEntity<byte[]> blockAll(HttpServletRequest request) {
        return change(request, PartyRules::blocked);
    }

    /** Replaces a list. */
    @PutMapping(LIST)
    public ResponseEntity<byte[]> put(
            @PathVariable String list,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request) {
        Checked<List<RuleEntry>> entries = RuleReader.entries(body);
        return change(
                request,
                now ->
                        switch (entries) {
                            case Checked.Good<List<RuleEntry>>(var good) ->
                                    now.replaced(kind(list), good);
                            case Checked.Bad<List<RuleEntry>> bad ->
                                    new RuleChange.Invalid(bad.sentence() + ".");
                        });
    }

    /** Adds one to a list. */
    @PostMapping(LIST)
    public ResponseEntity<byte[]> post(
            @PathVariable String list,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request) {
        Checked<RuleEntry> entry = RuleReader.entry(body);
        return change(
                request,
                now ->
                        switch (entry) {
                            case Checked.Good<RuleEntry>(RuleEntry good) ->
                                    now.added(kind(list), good);
                            case Checked.Bad<RuleEntry> bad ->
                                    new RuleChange.Invalid(bad.sentence() + ".");
                        });
    }

    /** Removes one from a list. */
    @DeleteMapping(LIST + "/{country}/{party}")
    public ResponseEntity<byte[]> delete(
            @PathVariable String list,
            @PathVariable String country,
            @PathVariable String party,
            HttpServletRequest request) {
        Optional<PartyId> id = PartyId.of(country, party);
        return change(
                request,
                now ->
                        id.map(known -> now.removed(kind(list), known))
                                .orElseGet(() ->
                                        new RuleChange.Invalid(
                                                "The path must end with a country code and a party"
                                                        + " id.")));
    }

    private ResponseEntity<byte[]> change(
            HttpServletRequest request, Function<PartyRules, RuleChange> how) {
        return desk.receive(
                request,
                visitor ->
                        switch (visitor) {
                            case Visitor.Registered(var platform, var _) ->
                                    said(rules.change(platform.id(), how));
                            case Visitor.Invited _ -> stranger();
                        });
    }

    private static Answer said(RuleChange change) {
        return switch (change) {
            case RuleChange.Changed _ -> Answer.done();
            case RuleChange.Conflict(String sentence) ->
                    Answer.refusal(200, OcpiStatus.CLIENT_ERROR, sentence);
            case RuleChange.Invalid(String sentence) ->
                    Answer.refusal(200, OcpiStatus.INVALID_PARAMETERS, sentence);
        };
    }

    private static Answer stranger() {
        return Answer.refusal(401, OcpiStatus.CLIENT_ERROR, "Register first.");
    }

    private static Kind kind(String list) {
        return list.equals("whitelist") ? Kind.ONLY : Kind.NOT;
    }
}
