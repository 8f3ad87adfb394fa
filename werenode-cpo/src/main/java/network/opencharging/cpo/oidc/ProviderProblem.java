package network.opencharging.cpo.oidc;

import java.io.Serial;

/** The provider of identities does not answer as it must. */
public final class ProviderProblem extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    ProviderProblem(String sentence) {
        super(sentence);
    }
}
