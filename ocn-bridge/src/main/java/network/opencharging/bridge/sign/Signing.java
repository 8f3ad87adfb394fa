package network.opencharging.bridge.sign;

/**
 * How a bridge signs, and what it demands of others.
 *
 * @param signer signs for own parties
 * @param check looks at what partners signed
 */
public record Signing(PartySigner signer, SignatureCheck check) {}
