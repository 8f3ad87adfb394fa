package network.opencharging.tools.mock.stock;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.json.JsonText;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Tokens (OCPI 2.2.1 §12.3) of a mock eMSP: one for each way an authorisation can end.
 *
 * @param owner the eMSP
 * @param issuer its name
 * @param opened when the mock opened; every {@code last_updated} lies before
 */
public record Tokens(PartyId owner, String issuer, Instant opened) {
    /** A card that may charge. */
    public static final String CARD = "04B0B0B0C0FFEE";

    /** The app of a driver who may charge. */
    public static final String APP = "BOB-APP-1";

    /** A card that its owner has blocked: {@code BLOCKED}. */
    public static final String BLOCKED = "04B0B0B0DEAD01";

    /** A card of a contract that has ended: {@code EXPIRED}. */
    public static final String EXPIRED = "04B0B0B0DEAD02";

    /** A card without money on it: {@code NO_CREDIT}. */
    public static final String NO_CREDIT = "04B0B0B0DEAD03";

    /** The five tokens, in the order of their {@code last_updated}. */
    public List<ObjectNode> all() {
        return List.of(
                token(1, CARD, "RFID", true, "ALLOWED"),
                token(2, APP, "APP_USER", true, "NEVER"),
                token(3, BLOCKED, "RFID", false, "ALLOWED"),
                token(4, EXPIRED, "RFID", false, "NEVER"),
                token(5, NO_CREDIT, "RFID", true, "NEVER"));
    }

    /** How an authorisation of a known token ends (OCPI 2.2.1 §12.4.1 AllowedType). */
    public static String allowed(String uid) {
        return switch (uid) {
            case BLOCKED -> "BLOCKED";
            case EXPIRED -> "EXPIRED";
            case NO_CREDIT -> "NO_CREDIT";
            default -> "ALLOWED";
        };
    }

    private ObjectNode token(int number, String uid, String type, boolean valid, String whitelist) {
        String contract =
                "%s-%s-C%08d".formatted(owner.countryCode(), owner.partyId(), 41_000 + number);
        Instant updated =
                opened.minus(Duration.ofDays(10L - number)).truncatedTo(ChronoUnit.SECONDS);
        return JsonText.object(
                """
                {"country_code":"%s","party_id":"%s","uid":"%s","type":"%s","contract_id":"%s",
                 "issuer":"%s","valid":%b,"whitelist":"%s","language":"en","last_updated":"%s"}
                """
                        .formatted(
                                owner.countryCode(),
                                owner.partyId(),
                                uid,
                                type,
                                contract,
                                issuer,
                                valid,
                                whitelist,
                                updated));
    }
}
