package network.opencharging.cpo.people;

/** What somebody may do; each may do what those before it may. */
public enum Role {
    /** Reads. */
    VIEWER,
    /** Acts on devices and sessions. */
    OPERATOR,
    /** Changes sites, prices, tokens and people, and takes bills back. */
    ADMIN;

    /** Whether whoever has this one may do what that one may. */
    public boolean covers(Role wanted) {
        return compareTo(wanted) >= 0;
    }
}
