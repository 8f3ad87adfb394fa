package network.opencharging.cpo.account;

/** The operator's own list of tokens. */
@FunctionalInterface
public interface OwnTokens {
    /** What the list says of a token. */
    RoamingTokens.Permission find(String token);
}
