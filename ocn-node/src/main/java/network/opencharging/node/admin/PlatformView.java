package network.opencharging.node.admin;

import network.opencharging.node.handshake.Invitations;
import network.opencharging.node.handshake.NodeIdentity;
import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.Endpoint;
import network.opencharging.node.platform.PartyRole;
import network.opencharging.node.platform.PlannedPlatform;
import network.opencharging.node.platform.Platform;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Envelope;
import network.opencharging.protocol.party.PartyId;

import java.util.stream.Collectors;

/** A platform as the operator sees it. */
final class PlatformView {
    private PlatformView() {}

    static Json.Obj of(Platform platform) {
        Json.Obj common =
                Json.Obj.EMPTY
                        .with("id", platform.id().value())
                        .with("status", platform.status().name())
                        .with("last_updated", Envelope.timeText(platform.revision().at()));
        return switch (platform) {
            case PlannedPlatform planned ->
                    common.with("purpose", planned.invitation().purpose().name())
                            .with(
                                    "parties",
                                    Json.array(
                                            planned.invitation().parties().stream()
                                                    .sorted()
                                                    .map(PlatformView::party)
                                                    .toList()))
                            .with("expires", Envelope.timeText(planned.invitation().expires()));
            case ConnectedPlatform connected ->
                    common.with(
                                    "roles",
                                    Json.array(
                                            connected.roles().stream()
                                                    .map(PlatformView::role)
                                                    .toList()))
                            .with("version", connected.connection().version().value())
                            .with("versions_url", connected.connection().versionsUrl().toString())
                            .with(
                                    "token_encoding",
                                    connected.connection().token().encoding().name())
                            .with(
                                    "endpoints",
                                    Json.array(
                                            connected.connection().endpoints().stream()
                                                    .map(PlatformView::endpoint)
                                                    .toList()));
        };
    }

    /** With the token A, which is shown this once. */
    static Json.Obj invited(Invitations.Issued issued, NodeIdentity self) {
        return of(issued.platform())
                .with("token", issued.token().reveal())
                .with("versions_url", self.versionsUrl());
    }

    /** For sentences and the audit. */
    static String parties(Platform platform) {
        return switch (platform) {
            case PlannedPlatform planned -> "invitation of " + planned.invitation().parties();
            case ConnectedPlatform connected ->
                    connected.roles().stream()
                            .map(PartyRole::toString)
                            .collect(Collectors.joining(", "));
        };
    }

    private static Json.Obj party(PartyId party) {
        return Json.Obj.EMPTY
                .with("country_code", party.countryCode())
                .with("party_id", party.partyId());
    }

    private static Json.Obj role(PartyRole role) {
        return party(role.party())
                .with("role", role.role().name())
                .with("name", role.business().name());
    }

    private static Json.Obj endpoint(Endpoint endpoint) {
        return Json.Obj.EMPTY
                .with("identifier", endpoint.module().value())
                .with("role", endpoint.role().name())
                .with("url", endpoint.url().toString());
    }
}
