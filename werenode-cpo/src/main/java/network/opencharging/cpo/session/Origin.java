package network.opencharging.cpo.session;

/** What began a session. */
public enum Origin {
    /** A card, or whatever the station took for one. */
    CARD,
    /** A partner's command. */
    COMMAND,
    /** The operator. */
    OPERATOR,
    /** A vehicle that was plugged in where that is enough. */
    PLUG_IN
}
