package network.opencharging.bridge.register;

import network.opencharging.bridge.quirk.Quirks;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.route.Endpoint;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RequestPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Who this bridge is, to a hub.
 *
 * @param publicUrl where the hub reaches it, without a slash at the end
 * @param roles what it speaks for
 * @param offers the sides of modules that its backoffice answers
 * @param quirks the deviations of old hubs that are followed
 */
public record Self(String publicUrl, List<OwnRole> roles, Set<Offer> offers, Quirks quirks) {
    /** The version that is spoken. */
    public static final String VERSION = Quirks.VERSION;

    /** OCPI as it is written. */
    public Self(String publicUrl, List<OwnRole> roles, Set<Offer> offers) {
        this(publicUrl, roles, offers, Quirks.none());
    }

    /** Keeps the roles and offers from changing. */
    public Self {
        roles = List.copyOf(roles);
        offers = Set.copyOf(offers);
    }

    /**
     * One side of a module.
     *
     * @param module the module
     * @param side the side that is answered here
     */
    public record Offer(ModuleId module, InterfaceRole side) {}

    /** Where a hub begins. */
    public String versionsUrl() {
        return publicUrl + "/ocpi/versions";
    }

    /** The list of versions (OCPI 2.2.1 §6.1). */
    public Json versions() {
        return Json.array(
                quirks.versions().stream()
                        .map(version ->
                                Json.Obj.EMPTY
                                        .with("version", version)
                                        .with("url", publicUrl + "/ocpi/" + version))
                        .toList());
    }

    /** The details of a version that is offered (OCPI 2.2.1 §6.2). */
    public Json details(String version) {
        List<Endpoint> endpoints = new ArrayList<>();
        endpoints.add(
                new Endpoint(
                        ModuleId.CREDENTIALS,
                        InterfaceRole.SENDER,
                        publicUrl + "/ocpi/" + version + "/credentials"));
        for (Offer offer : offers) {
            endpoints.add(
                    new Endpoint(
                            offer.module(),
                            offer.side(),
                            publicUrl
                                    + RequestPath.endpoint(version, offer.module(), offer.side())));
        }
        return Json.Obj.EMPTY
                .with("version", version)
                .with("endpoints", Json.array(endpoints.stream().map(Self::json).toList()));
    }

    private static Json json(Endpoint endpoint) {
        return Json.Obj.EMPTY
                .with("identifier", endpoint.identifier().value())
                .with("role", endpoint.role().name())
                .with("url", endpoint.url());
    }

    /** The credentials object with this token in it (OCPI 2.2.1 §7.3). */
    public Json.Obj credentials(CredentialsToken token) {
        List<Json.Obj> written =
                roles.stream()
                        .map(role ->
                                Json.Obj.EMPTY
                                        .with("role", role.role().name())
                                        .with(
                                                "business_details",
                                                Json.Obj.EMPTY.with("name", role.name()))
                                        .with("party_id", role.party().partyId())
                                        .with("country_code", role.party().countryCode()))
                        .toList();
        return Json.Obj.EMPTY
                .with("token", token.reveal())
                .with("url", versionsUrl())
                .with("roles", Json.array(written));
    }
}
