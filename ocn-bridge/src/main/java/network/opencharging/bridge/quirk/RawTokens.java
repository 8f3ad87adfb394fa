package network.opencharging.bridge.quirk;

import network.opencharging.protocol.message.CredentialsToken;

import java.util.List;

/**
 * {@code RAW_TOKENS}: the token stands in the header as it is, as OCPI 2.2 had it, instead of in
 * Base64 (OCPI 2.2.1 §4.1.2). Without this quirk Base64 is tried first and the raw form only after
 * a 401; some old hubs lock who shows a wrong token out.
 */
public final class RawTokens implements Quirk {

    /** The quirk. */
    public RawTokens() {}

    @Override
    public String name() {
        return "RAW_TOKENS";
    }

    @Override
    public List<CredentialsToken.Encoding> encodings(List<CredentialsToken.Encoding> usual) {
        return List.of(CredentialsToken.Encoding.RAW, CredentialsToken.Encoding.BASE64);
    }
}
