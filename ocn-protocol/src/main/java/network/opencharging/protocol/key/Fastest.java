package network.opencharging.protocol.key;

/**
 * Chosen once, when first asked for: loading a library takes longer than a thousand signatures. The
 * other one is not touched then, for it is some hundred and fifty classes.
 */
final class Fastest {
    static final Curve CURVE = NativeCurve.load().orElseGet(Curve::pureJava);

    private Fastest() {}
}
