package network.opencharging.node.oidc;

/** The provider of identities does not answer as it must. */
public final class ProviderProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProviderProblem(String sentence) {
        super(sentence);
    }
}
