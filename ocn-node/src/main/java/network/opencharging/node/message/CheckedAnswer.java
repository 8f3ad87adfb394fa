package network.opencharging.node.message;

/**
 * Ninth stage: the answer is an OCPI answer, and signed where it must be.
 *
 * @param answer the stage before
 * @param success any 2xx HTTP status with any 1xxx OCPI code
 * @param vouching what is known of the server's signature
 */
public record CheckedAnswer(Answer answer, boolean success, Vouching vouching) {
    /** The request that was answered, as it came in. */
    public Permitted permitted() {
        return answer.outbound().resolved().permitted();
    }
}
