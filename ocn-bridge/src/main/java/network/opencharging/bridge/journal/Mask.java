package network.opencharging.bridge.journal;

import network.opencharging.protocol.json.Json;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Puts pseudonyms in place of what leads to a driver, and takes secrets out. The same card has the
 * same pseudonym everywhere in one journal, so that its messages can still be found together.
 */
public final class Mask {
    private static final Set<String> DRIVERS =
            Set.of("uid", "contract_id", "visual_number", "group_id", "auth_id");
    private static final Set<String> SECRETS = Set.of("token", "ocn_signature");
    private static final int BYTES = 5;

    private final SecretKeySpec key;

    /**
     * A mask.
     *
     * @param secret without it nobody can try out which card a pseudonym stands for
     */
    public Mask(byte[] secret) {
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** The same with pseudonyms. */
    public Json json(Json json) {
        return switch (json) {
            case Json.Obj(SequencedMap<String, Json> members) -> object(members);
            case Json.Arr(List<Json> items) -> Json.array(items.stream().map(this::json).toList());
            default -> json;
        };
    }

    private Json object(SequencedMap<String, Json> members) {
        // An EVSE and a location have a uid and an id of their own: they are no drivers.
        boolean ofDriver = members.containsKey("contract_id") || members.containsKey("whitelist");
        SequencedMap<String, Json> masked = new LinkedHashMap<>();
        for (Map.Entry<String, Json> member : members.entrySet()) {
            masked.put(
                    member.getKey(),
                    member.getValue() instanceof Json.Text(String text)
                            ? text(member.getKey(), text, ofDriver)
                            : json(member.getValue()));
        }
        return new Json.Obj(masked);
    }

    private Json text(String name, String text, boolean ofDriver) {
        if (SECRETS.contains(name)) {
            return Json.text("***");
        }
        return DRIVERS.contains(name) && (ofDriver || !name.equals("uid"))
                ? Json.text(pseudonym(text))
                : Json.text(text);
    }

    /** A path of the module tokens names a card. */
    public String path(String module, String path) {
        if (!module.equals("tokens")) {
            return path;
        }
        int query = path.indexOf('?');
        String plain = query < 0 ? path : path.substring(0, query);
        int begin = plain.indexOf("/tokens/");
        if (begin < 0) {
            return path;
        }
        int behind = begin + "/tokens/".length();
        String masked =
                Arrays.stream(plain.substring(behind).split("/"))
                        .map(part -> isCard(part) ? pseudonym(part) : part)
                        .collect(Collectors.joining("/"));
        return plain.substring(0, behind) + masked + (query < 0 ? "" : path.substring(query));
    }

    private static boolean isCard(String part) {
        return !part.equals("authorize") && !part.matches("[A-Z]{2}|[A-Z0-9]{3}");
    }

    private String pseudonym(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] digest =
                    mac.doFinal(text.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return "~" + HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks HmacSHA256", e);
        }
    }
}
