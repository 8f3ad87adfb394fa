package network.opencharging.bridge.register;

import network.opencharging.bridge.call.Answered;
import network.opencharging.bridge.call.Connection;
import network.opencharging.bridge.call.Introduction;
import network.opencharging.bridge.quirk.Quirks;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.route.Endpoint;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads what a hub offers: its versions and the details of ours. */
final class HubProbe {
    private final Introduction introduction;
    private final Quirks quirks;

    HubProbe(Introduction introduction, Quirks quirks) {
        this.introduction = introduction;
        this.quirks = quirks;
    }

    /** What came of it. */
    sealed interface Probed {
        /** It can be spoken to like this. */
        record Usable(Connection connection, URI credentials) implements Probed {}

        /** It cannot. */
        record Useless(String sentence) implements Probed {}
    }

    /** The token is written as 2.2.1 says; a hub that refuses that is asked once the old way. */
    Probed probe(URI versionsUrl, CredentialsToken token) {
        for (CredentialsToken.Encoding encoding : quirks.encodings()) {
            Introduction.Shown shown = new Introduction.Shown(token, encoding);
            Answered<Optional<Json>> answered =
                    introduction.ask(HttpMethod.GET, versionsUrl, shown, Optional.empty());
            if (!(answered instanceof Answered.Refused<Optional<Json>> refused
                    && refused.http() == 401)) {
                return versions(versionsUrl, shown, answered);
            }
        }
        return new Probed.Useless(
                versionsUrl + " does not accept the token: ask the operator for a new one.");
    }

    private Probed versions(
            URI versionsUrl, Introduction.Shown shown, Answered<Optional<Json>> answered) {
        if (!(answered instanceof Answered.Success<Optional<Json>>(var data, var _))
                || !(data.orElse(Json.Null.NULL) instanceof Json.Arr(List<Json> versions))) {
            return useless(versionsUrl, answered);
        }
        return quirks.versions().stream()
                .flatMap(wanted -> url(versions, wanted).stream())
                .findFirst()
                .map(url -> details(url, shown))
                .orElseGet(() ->
                        new Probed.Useless(
                                "%s offers no version %s."
                                        .formatted(
                                                versionsUrl,
                                                String.join(" or ", quirks.versions()))));
    }

    private static Optional<URI> url(List<Json> versions, String wanted) {
        return versions.stream()
                .filter(version -> text(version, "version").equals(Optional.of(wanted)))
                .flatMap(version -> text(version, "url").flatMap(HubProbe::url).stream())
                .findFirst();
    }

    private Probed details(URI url, Introduction.Shown shown) {
        Answered<Optional<Json>> answered =
                introduction.ask(HttpMethod.GET, url, shown, Optional.empty());
        if (!(answered instanceof Answered.Success<Optional<Json>>(var data, var _))
                || !(data.orElse(Json.Null.NULL) instanceof Json.Obj object)
                || !(object.member("endpoints").orElse(Json.Null.NULL)
                        instanceof Json.Arr(List<Json> items))) {
            return useless(url, answered);
        }
        List<Endpoint> endpoints = new ArrayList<>();
        items.forEach(item -> endpoint(item).ifPresent(endpoints::add));
        return endpoints.stream()
                .filter(endpoint -> endpoint.identifier().equals(ModuleId.CREDENTIALS))
                .flatMap(endpoint -> url(endpoint.url()).stream())
                .findFirst()
                .<Probed>map(credentials ->
                        new Probed.Usable(
                                new Connection(shown.token(), shown.encoding(), endpoints),
                                credentials))
                .orElseGet(() -> new Probed.Useless(url + " lists no credentials module."));
    }

    private static Optional<Endpoint> endpoint(Json item) {
        Optional<ModuleId> module = text(item, "identifier").flatMap(ModuleId::of);
        InterfaceRole side =
                Arrays.stream(InterfaceRole.values())
                        .filter(role -> text(item, "role").equals(Optional.of(role.name())))
                        .findFirst()
                        .orElse(InterfaceRole.SENDER);
        Optional<URI> url = text(item, "url").flatMap(HubProbe::url);
        return module.flatMap(known -> url.map(at -> new Endpoint(known, side, at.toString())));
    }

    private static Probed useless(URI url, Answered<?> answered) {
        return new Probed.Useless("%s cannot be used: %s.".formatted(url, answered.told()));
    }

    static Optional<String> text(Json item, String name) {
        return item instanceof Json.Obj object ? object.textOf(name) : Optional.empty();
    }

    static Optional<URI> url(String text) {
        try {
            return Optional.of(new URI(text))
                    .filter(url ->
                            "http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                    .filter(url -> url.getHost() != null);
        } catch (URISyntaxException e) {
            // No URL: then there is none.
            return Optional.empty();
        }
    }
}
