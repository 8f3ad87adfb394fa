package network.opencharging.node.network;

import network.opencharging.protocol.pack.Packing;

import java.util.Optional;

/**
 * What a node reads. All forms are read here; what is written to a peer must be the form that this
 * peer knows, because published nodes neither tell nor ask.
 */
public enum PeerProfile {
    /** A node like this one: it reads every form. */
    OPEN("2.2.1", Optional.empty(), false, false),
    /** The first generation: paths of 2.2, signatures packed with Brotli. */
    P1("2.2", Optional.of(Packing.BROTLI), false, true),
    /** The second generation before May 2026: paths of 2.2.1, signatures packed with GZIP. */
    P2("2.2.1", Optional.of(Packing.GZIP), false, true),
    /**
     * The second generation since: as before, and it wants to know what is thought of a signature.
     */
    P3("2.2.1", Optional.of(Packing.GZIP), true, true);

    private final String version;
    private final Optional<Packing> packing;
    private final boolean status;
    private final boolean published;

    PeerProfile(String version, Optional<Packing> packing, boolean status, boolean published) {
        this.version = version;
        this.packing = packing;
        this.status = status;
        this.published = published;
    }

    /** The version in the paths under which it is called back. */
    public String version() {
        return version;
    }

    /** How it unpacks signatures; empty when it can unpack all. */
    public Optional<Packing> packing() {
        return packing;
    }

    /** Whether it is a node of the two published generations, with their faults. */
    public boolean isPublished() {
        return published;
    }

    /** The first generation does not know module versions at all. */
    public boolean knowsVersions() {
        return this != P1;
    }

    /** Whether a message must say what is thought of its signature. */
    public boolean wantsStatus() {
        return status;
    }
}
