package network.opencharging.tools.wire;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.ocpi.Endpoints;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a system tells of itself: its versions and where its interfaces of OCPI 2.2.1 are.
 *
 * @param url of its versions
 * @param versions the answer with its versions
 * @param details the answer with the details of 2.2.1, when that is offered at a usable address
 * @param endpoints where its interfaces are
 */
public record Directory(URI url, Heard versions, Optional<Heard> details, Endpoints endpoints) {
    private static final String VERSION = "2.2.1";

    /**
     * Reads it, and takes whatever can be used.
     *
     * @throws IOException when nobody answers
     */
    public static Directory read(Line line, URI url) throws IOException {
        Heard versions = line.configure("GET", url, "");
        Optional<URI> address = detailsOf(versions);
        if (address.isEmpty()) {
            return new Directory(
                    url, versions, Optional.empty(), Endpoints.read(JsonText.object()));
        }
        Heard details = line.configure("GET", address.get(), "");
        Endpoints endpoints =
                Endpoints.read(
                        JsonText.parse(details.answer().body())
                                .map(body -> body.path("data"))
                                .orElse(JsonText.object()));
        return new Directory(url, versions, Optional.of(details), endpoints);
    }

    private static Optional<URI> detailsOf(Heard versions) {
        return versions.objects().stream()
                .filter(one -> one.textOf("version").filter(VERSION::equals).isPresent())
                .findFirst()
                .flatMap(one -> one.textOf("url"))
                .flatMap(Endpoints::address);
    }

    /**
     * The first party of that role in the system's credentials; empty when it names none.
     *
     * @throws IOException when nobody answers
     */
    public Optional<PartyId> party(Line line, Role role) throws IOException {
        Optional<URI> credentials = endpoints.credentials();
        if (credentials.isEmpty()) {
            return Optional.empty();
        }
        Heard heard = line.configure("GET", credentials.get(), "");
        return heard.object().stream()
                .flatMap(found -> roles(found).stream())
                .filter(one -> one.textOf("role").filter(role.name()::equals).isPresent())
                .flatMap(one ->
                        PartyId.of(
                                one.textOf("country_code").orElse(""),
                                one.textOf("party_id").orElse(""))
                                .stream())
                .findFirst();
    }

    private static List<Json.Obj> roles(Json.Obj credentials) {
        return credentials.member("roles").orElse(Json.Null.NULL) instanceof Json.Arr(var items)
                ? items.stream()
                        .<Json.Obj>mapMulti((item, out) -> {
                            if (item instanceof Json.Obj object) {
                                out.accept(object);
                            }
                        })
                        .toList()
                : List.of();
    }
}
