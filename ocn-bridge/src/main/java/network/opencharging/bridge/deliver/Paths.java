package network.opencharging.bridge.deliver;

import network.opencharging.protocol.party.PartyId;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Paths of own objects (OCPI 2.2.1 §4.1.5): owner first, then the ids. */
final class Paths {
    private Paths() {}

    static String owned(PartyId owner, String... ids) {
        StringBuilder path =
                new StringBuilder(owner.countryCode()).append('/').append(owner.partyId());
        for (String id : ids) {
            path.append('/').append(escaped(id));
        }
        return path.toString();
    }

    static String escaped(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
