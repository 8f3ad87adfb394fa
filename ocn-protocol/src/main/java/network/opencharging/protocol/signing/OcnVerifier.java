package network.opencharging.protocol.signing;

/** Placeholder replaced in the next step. */
public final class OcnVerifier {
    private final RewrittenPaths rewritable;
    private final Order order;

    /** In which order the listed paths must stand. */
    public enum Order {
        /** As the values stand in the message: nobody has written it anew on the way. */
        AS_RECEIVED,
        /**
         * In any order, for messages that came through a node that writes bodies anew. Values can
         * then be exchanged with each other unseen.
         */
        ANY
    }

    /** A verifier. */
    public OcnVerifier(RewrittenPaths rewritable, Order order) {
        this.rewritable = rewritable;
        this.order = order;
    }

    /** A verifier for messages as nodes pass them on. */
    public static OcnVerifier strict() {
        return new OcnVerifier(RewrittenPaths.ofNodes(), Order.AS_RECEIVED);
    }

    /** Checks the text of a signature. */
    public Verification verify(SignedValues values, String signature) {
        return switch (OcnSignature.read(signature)) {
            case OcnSignature.Reading.Unreadable(String why) ->
                    new Verification.Refused(new Flaw.Unreadable(why));
            case OcnSignature.Reading.Read(OcnSignature read, var _) -> verify(values, read);
        };
    }

    /** Checks a signature. */
    public Verification verify(SignedValues values, OcnSignature signature) {
        return new Verification.Refused(new Flaw.Unreadable(order + "" + rewritable));
    }
}
