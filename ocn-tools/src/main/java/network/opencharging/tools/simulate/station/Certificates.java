package network.opencharging.tools.simulate.station;

import network.opencharging.tools.json.JsonText;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Certificates that a station was given. None is looked into: their hashes name them, no more. */
public final class Certificates {
    /** What it sends for a request of a certificate. */
    public static final String REQUEST =
            "-----BEGIN CERTIFICATE REQUEST-----\nc2ltdWxhdGVk\n-----END CERTIFICATE REQUEST-----";

    private final List<Installed> all = new ArrayList<>();

    /**
     * One.
     *
     * @param type as its version names it
     * @param hash by which it is found
     */
    public record Installed(String type, ObjectNode hash) {}

    /** Keeps one. */
    public void install(String type, String pem) {
        ObjectNode hash =
                JsonText.object()
                        .put("hashAlgorithm", "SHA256")
                        .put("issuerNameHash", "%08x".formatted(pem.hashCode()))
                        .put("issuerKeyHash", "%08x".formatted(pem.length()))
                        .put("serialNumber", Integer.toString(all.size() + 1));
        all.add(new Installed(type, hash));
    }

    /** Forgets one; false when there is none. */
    public boolean delete(JsonNode hash) {
        return all.removeIf(one -> one.hash().equals(hash));
    }

    /** Some of them. */
    public List<Installed> of(Predicate<String> type) {
        return all.stream().filter(one -> type.test(one.type())).toList();
    }
}
