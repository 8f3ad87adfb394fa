package network.opencharging.cpo.ocpp.central;

import network.opencharging.cpo.ocpp.message.Authorization;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tokens that may charge, or may not. */
public interface TokenBook {

    /** The token, whatever its case (1.6 §5.1: identifiers of tokens are case-insensitive). */
    Optional<Token> find(String token);

    /** Writes one down. */
    void put(Token token);

    /** All, by token. */
    List<Token> all();

    /** Forgets one. */
    boolean remove(String token);

    /**
     * A token.
     *
     * @param verdict what was decided; an accepted one still ends with {@code expiry}
     * @param parent the group in which one may stop what another began
     */
    record Token(
            String token,
            Authorization.Verdict verdict,
            Optional<Instant> expiry,
            Optional<String> parent) {

        /** What a station is told now. */
        public Authorization at(Instant now) {
            boolean over = expiry.filter(until -> !until.isAfter(now)).isPresent();
            return new Authorization(
                    over && verdict == Authorization.Verdict.ACCEPTED
                            ? Authorization.Verdict.EXPIRED
                            : verdict,
                    expiry,
                    parent);
        }
    }
}
