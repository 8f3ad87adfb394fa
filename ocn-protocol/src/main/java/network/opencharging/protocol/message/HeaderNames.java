package network.opencharging.protocol.message;

import java.util.List;

/** The names of the headers, as OCPI and the published nodes spell them; HTTP ignores case. */
public final class HeaderNames {
    /** The credentials token. */
    public static final String AUTHORIZATION = "Authorization";

    /** Unique per request; the answer repeats it (OCPI 2.2.1 §4.2). */
    public static final String X_REQUEST_ID = "X-Request-ID";

    /** Unique per exchange, the same on every leg (OCPI 2.2.1 §4.2). */
    public static final String X_CORRELATION_ID = "X-Correlation-ID";

    /** The country of the party that sends (OCPI 2.2.1 §4.1.7.2). */
    public static final String FROM_COUNTRY_CODE = "OCPI-from-country-code";

    /** The party that sends. */
    public static final String FROM_PARTY_ID = "OCPI-from-party-id";

    /** The country of the party it is for. */
    public static final String TO_COUNTRY_CODE = "OCPI-to-country-code";

    /** The party it is for. */
    public static final String TO_PARTY_ID = "OCPI-to-party-id";

    /** The four that say who sends and whom it is for. */
    public static final List<String> ROUTING =
            List.of(FROM_COUNTRY_CODE, FROM_PARTY_ID, TO_COUNTRY_CODE, TO_PARTY_ID);

    /** The OCN signature of a request; between nodes, the node signature. */
    public static final String OCN_SIGNATURE = "OCN-Signature";

    /** What an old node thinks of the signature. */
    public static final String OCN_VERIFICATION_STATUS = "OCN-Verification-Status";

    /** How many objects match (OCPI 2.2.1 §4.1.4.1). */
    public static final String X_TOTAL_COUNT = "X-Total-Count";

    /** The most objects that one page can have. */
    public static final String X_LIMIT = "X-Limit";

    /** The URL of the next page. */
    public static final String LINK = "Link";

    /** The URL of what was created. */
    public static final String LOCATION = "Location";

    /** The form of the body. */
    public static final String CONTENT_TYPE = "Content-Type";

    private HeaderNames() {}
}
