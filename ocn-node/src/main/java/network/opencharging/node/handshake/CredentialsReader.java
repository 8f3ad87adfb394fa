package network.opencharging.node.handshake;

import network.opencharging.node.handshake.Checked.Bad;
import network.opencharging.node.handshake.Checked.Good;
import network.opencharging.node.platform.BusinessDetails;
import network.opencharging.node.platform.PartyRole;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads a credentials object, and of it only what a hub needs. What else stands in it is ignored:
 * logos and free text are nobody's business here.
 */
public final class CredentialsReader {
    private static final int LONGEST_TOKEN = 64;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_URL = 2048;
    private static final int MOST_ROLES = 1000;

    private CredentialsReader() {}

    /** The credentials in this value, or the first field that is wrong. */
    public static Checked<Credentials> read(Json body) {
        if (!(body instanceof Json.Obj credentials)) {
            return new Bad<>("", "the body must be a JSON object with token, url and roles");
        }
        return token(credentials)
                .then(token ->
                        url(credentials, "url")
                                .then(url ->
                                        roles(credentials)
                                                .then(roles ->
                                                        new Good<>(
                                                                new Credentials(
                                                                        token, url, roles)))));
    }

    /** A token under the name {@code token}. */
    public static Checked<CredentialsToken> token(Json.Obj credentials) {
        Optional<CredentialsToken> token =
                credentials
                        .textOf("token")
                        .filter(text -> text.length() <= LONGEST_TOKEN)
                        .flatMap(CredentialsToken::of);
        return token.<Checked<CredentialsToken>>map(Good::new)
                .orElseGet(() ->
                        new Bad<>(
                                "token",
                                "must be 1 to 64 printable ASCII characters without spaces"));
    }

    /** An absolute http or https URL under that name. */
    public static Checked<URI> url(Json.Obj object, String field) {
        Optional<URI> url =
                object.textOf(field)
                        .filter(text -> text.length() <= LONGEST_URL)
                        .flatMap(CredentialsReader::absolute);
        return url.<Checked<URI>>map(Good::new)
                .orElseGet(() -> new Bad<>(field, "must be an absolute http or https URL"));
    }

    private static Optional<URI> absolute(String text) {
        try {
            URI url = new URI(text);
            boolean http =
                    "http".equalsIgnoreCase(url.getScheme())
                            || "https".equalsIgnoreCase(url.getScheme());
            return http && url.getHost() != null && url.getUserInfo() == null
                    ? Optional.of(url)
                    : Optional.empty();
        } catch (java.net.URISyntaxException e) {
            // What no URI can be made of is no URL: the caller says so, naming the field.
            return Optional.empty();
        }
    }

    private static Checked<List<PartyRole>> roles(Json.Obj credentials) {
        if (!(credentials.member("roles").orElse(Json.Null.NULL) instanceof Json.Arr(var items))
                || items.isEmpty()
                || items.size() > MOST_ROLES) {
            return new Bad<>("roles", "must be a list of 1 to 1000 roles");
        }
        List<PartyRole> roles = new ArrayList<>();
        for (Json item : items) {
            String place = "roles[" + roles.size() + "]";
            switch (role(item, place)) {
                case Bad<PartyRole> bad -> {
                    return bad.as();
                }
                case Good<PartyRole>(PartyRole role) -> {
                    if (roles.stream().anyMatch(role::sameAs)) {
                        return new Bad<>(place, "names " + role + " a second time");
                    }
                    roles.add(role);
                }
            }
        }
        return new Good<>(roles);
    }

    private static Checked<PartyRole> role(Json item, String place) {
        if (!(item instanceof Json.Obj object)) {
            return new Bad<>(place, "must be an object");
        }
        Optional<Role> role =
                object.textOf("role")
                        .flatMap(text ->
                                Arrays.stream(Role.values())
                                        .filter(known -> known.name().equals(text))
                                        .findFirst());
        if (role.isEmpty()) {
            return new Bad<>(
                    place + ".role", "must be one of CPO, EMSP, HUB, NAP, NSP, OTHER, SCSP");
        }
        if (role.get() == Role.HUB) {
            return new Bad<>(place + ".role", "must not be HUB: this node is the hub");
        }
        return party(object, place)
                .then(party ->
                        business(object, place)
                                .then(business ->
                                        new Good<>(new PartyRole(party, role.get(), business))));
    }

    private static Checked<PartyId> party(Json.Obj role, String place) {
        String country = role.textOf("country_code").orElse("");
        String party = role.textOf("party_id").orElse("");
        if (PartyId.of(country, "AAA").isEmpty()) {
            return new Bad<>(place + ".country_code", "must be two letters");
        }
        return PartyId.of(country, party)
                .<Checked<PartyId>>map(Good::new)
                .orElseGet(() -> new Bad<>(place + ".party_id", "must be three letters or digits"));
    }

    private static Checked<BusinessDetails> business(Json.Obj role, String place) {
        Json.Obj details = role.objectOf("business_details").orElse(Json.Obj.EMPTY);
        String name = details.textOf("name").orElse("");
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            return new Bad<>(
                    place + ".business_details.name", "must be at most 100 printable characters");
        }
        Optional<String> website =
                details.textOf("website").filter(text -> text.length() <= LONGEST_URL);
        return new Good<>(new BusinessDetails(name, website));
    }
}
