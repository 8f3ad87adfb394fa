package network.opencharging.protocol.key;

/** Chosen once, when first asked for: loading a library takes longer than a thousand signatures. */
final class Fastest {
    static final Curve CURVE = NativeCurve.load().orElse(BouncyCurve.INSTANCE);

    private Fastest() {}
}
