package network.opencharging.cpo.ocpp.message;

/** Words that every version of OCPP spells alike. */
public final class SharedWords {
    private SharedWords() {}

    /** The status of a BootNotification's answer. */
    public static String admission(BootAnswer.Admission admission) {
        return switch (admission) {
            case ACCEPTED -> "Accepted";
            case PENDING -> "Pending";
            case REJECTED -> "Rejected";
        };
    }

    /** The status of an authorisation. */
    public static String verdict(Authorization.Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> "Accepted";
            case BLOCKED -> "Blocked";
            case EXPIRED -> "Expired";
            case INVALID -> "Invalid";
            case CONCURRENT_TX -> "ConcurrentTx";
        };
    }
}
