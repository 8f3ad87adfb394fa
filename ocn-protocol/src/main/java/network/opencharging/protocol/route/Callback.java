package network.opencharging.protocol.route;

/** Where a request says to which URL its result is to be posted later. */
public enum Callback {
    /** Nowhere. */
    NONE,
    /** In the member {@code response_url} of the body. */
    BODY_RESPONSE_URL,
    /** In the query parameter {@code response_url}. */
    QUERY_RESPONSE_URL
}
