package network.opencharging.protocol.signing;

import java.util.Set;

/** Which values of a signed message others may change on its way. */
public interface RewrittenPaths {
    /** Where a command or charging profile names the URL of its later result. */
    String RESPONSE_URL = "$['body']['response_url']";

    /** The same in the query of a charging profile's GET and DELETE. */
    String RESPONSE_URL_PARAMETER = "$['params']['response_url']";

    /** The URL of the next page. */
    String LINK = "$['headers']['link']";

    /** The URL of a new CDR. */
    String LOCATION = "$['headers']['location']";

    /** For whom the message is, when a service gets a copy. */
    String TO_COUNTRY_CODE = "$['headers']['ocpi-to-country-code']";

    /** See {@link #TO_COUNTRY_CODE}. */
    String TO_PARTY_ID = "$['headers']['ocpi-to-party-id']";

    /** True when the value at that path may be changed. */
    boolean allow(String path);

    /** What nodes change: the URLs that lead back to a party, and the receiver of a copy. */
    static RewrittenPaths ofNodes() {
        return Set.of(
                        RESPONSE_URL,
                        RESPONSE_URL_PARAMETER,
                        LINK,
                        LOCATION,
                        TO_COUNTRY_CODE,
                        TO_PARTY_ID)
                ::contains;
    }

    /**
     * Every path: only for looking at a signature, never for trusting a message, of which nothing
     * would remain but the word of the last signer.
     */
    static RewrittenPaths any() {
        return path -> true;
    }
}
