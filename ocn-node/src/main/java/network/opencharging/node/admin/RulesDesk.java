package network.opencharging.node.admin;

import jakarta.servlet.http.HttpServletResponse;

import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.PartyRole;
import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.rules.OcnRules;
import network.opencharging.node.rules.PartyRules;
import network.opencharging.node.rules.RuleEntry;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;

/** The operator sees which rules platforms have set; they alone set them. */
@RestController
public class RulesDesk {
    private final OcnRules rules;
    private final Platforms platforms;

    /** Shows these rules. */
    public RulesDesk(OcnRules rules, Platforms platforms) {
        this.rules = rules;
        this.platforms = platforms;
    }

    /** Those of every platform that has set any, written one by one. */
    @GetMapping("/admin/rules")
    public void all(HttpServletResponse response) throws IOException {
        AdminAnswers.stream(
                platforms.allConnected().stream()
                        .filter(platform -> !rules.of(platform.id()).equals(PartyRules.NONE))
                        .sorted(Comparator.comparing(platform -> platform.id().value()))
                        .map(this::view),
                response);
    }

    /** Those of one platform. */
    @GetMapping("/admin/platforms/{id}/rules")
    public ResponseEntity<byte[]> one(@PathVariable String id) {
        Optional<ConnectedPlatform> found =
                PlatformId.of(id)
                        .flatMap(platforms::byId)
                        .filter(ConnectedPlatform.class::isInstance)
                        .map(ConnectedPlatform.class::cast);
        return found.map(platform -> AdminAnswers.json(200, view(platform)))
                .orElseGet(() ->
                        AdminAnswers.missing("There is no registered platform " + id + ".", "id"));
    }

    private Json.Obj view(ConnectedPlatform platform) {
        PartyRules set = rules.of(platform.id());
        return Json.Obj.EMPTY
                .with("platform", platform.id().value())
                .with(
                        "parties",
                        Json.array(
                                platform.roles().stream()
                                        .map(PartyRole::party)
                                        .map(PartyId::toString)
                                        .distinct()
                                        .map(Json::text)
                                        .toList()))
                .with("signatures", Json.bool(set.signatures()))
                .with(
                        "list",
                        switch (set.kind()) {
                            case OPEN -> "NONE";
                            case ONLY -> "WHITELIST";
                            case NOT -> "BLACKLIST";
                        })
                .with("entries", Json.array(set.entries().stream().map(RulesDesk::view).toList()));
    }

    private static Json.Obj view(RuleEntry entry) {
        return Json.Obj.EMPTY
                .with("party", entry.party().toString())
                .with(
                        "modules",
                        Json.array(
                                entry.modules().stream()
                                        .map(ModuleId::value)
                                        .sorted()
                                        .map(Json::text)
                                        .toList()));
    }
}
