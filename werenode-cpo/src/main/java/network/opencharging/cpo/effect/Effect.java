package network.opencharging.cpo.effect;

import network.opencharging.cpo.unit.EvseRef;
import network.opencharging.cpo.unit.SessionId;

import java.util.List;

/** Something to be done outside. It is stored with the decision and done until it succeeded. */
public sealed interface Effect {

    /**
     * Unique: the same purpose is stored once, however often it is decided. What only says that
     * something changed has one purpose for all its changes, and whoever carries it out reads what
     * holds then.
     */
    String purpose();

    /**
     * What comes one after the other; what has different lanes does not wait for one another. A
     * lane is on one side: those of partners begin with one of {@link #PARTNERS}.
     */
    String lane();

    /** How the lanes of what partners are told begin. */
    List<String> PARTNERS = List.of("tell-", "command/");

    /** Whether it is on partners' side. */
    default Side side() {
        return PARTNERS.stream().anyMatch(lane()::startsWith) ? Side.PARTNERS : Side.OWN;
    }

    /**
     * Whether it does not matter when it is done twice. Where it does, it is noted that somebody
     * tries before he tries, so that after a crash it is known that it may have been done.
     */
    default boolean isRepeatable() {
        return true;
    }

    /** Concerns one session. */
    sealed interface OfSession extends Effect {
        SessionId session();

        @Override
        default String lane() {
            return "session/" + session();
        }
    }

    /** Energy is wanted of the device. */
    record StartEnergy(SessionId session) implements OfSession {
        @Override
        public String purpose() {
            return "start/" + session;
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }
    }

    /**
     * No more energy is wanted.
     *
     * @param attempt counts from 1: a device that does not obey is asked again
     */
    record StopEnergy(SessionId session, int attempt) implements OfSession {
        @Override
        public String purpose() {
            return "stop/%s/%d".formatted(session, attempt);
        }
    }

    /** It is over: its CDR is to be written. */
    record WriteCdr(SessionId session) implements OfSession {
        @Override
        public String purpose() {
            return "cdr/" + session;
        }
    }

    /** Whoever follows the session is to be told how it is now. */
    record TellSession(SessionId session) implements OfSession {
        @Override
        public String purpose() {
            return "tell-session/" + session;
        }

        @Override
        public String lane() {
            return purpose();
        }
    }

    /**
     * A CDR is to be given to whom it belongs, after the session's last news.
     *
     * @param cdr its id
     */
    record TellCdr(SessionId session, String cdr) implements OfSession {
        @Override
        public String purpose() {
            return "tell-cdr/" + cdr;
        }

        @Override
        public String lane() {
            return "tell-session/" + session;
        }
    }

    /**
     * A partner is to be told how its command ended.
     *
     * @param command its id
     * @param text a sentence for the driver; empty: none
     */
    record AnswerCommand(String command, CommandOutcome outcome, String text) implements Effect {
        @Override
        public String purpose() {
            return "command/" + command;
        }

        @Override
        public String lane() {
            return purpose();
        }
    }

    /** Partners are to be told how an EVSE is now. */
    record TellEvse(EvseRef evse) implements Effect {
        @Override
        public String purpose() {
            return "tell-evse/" + evse;
        }

        @Override
        public String lane() {
            return "tell-location/" + evse.location();
        }
    }

    /** Partners are to be told of a location; one that is gone is to be shown as removed. */
    record TellLocation(String location) implements Effect {
        @Override
        public String purpose() {
            return "tell-location/" + location;
        }

        @Override
        public String lane() {
            return purpose();
        }
    }

    /** Partners are to be told of a tariff; one that is gone is to be deleted. */
    record TellTariff(String tariff) implements Effect {
        @Override
        public String purpose() {
            return "tell-tariff/" + tariff;
        }

        @Override
        public String lane() {
            return purpose();
        }
    }

    /** The power of a location is to be shared anew among its sessions. */
    record SharePower(String location) implements Effect {
        @Override
        public String purpose() {
            return "share-power/" + location;
        }

        @Override
        public String lane() {
            return purpose();
        }
    }
}
