package network.opencharging.cpo.admin;

import network.opencharging.cpo.cdr.CdrBook;
import network.opencharging.cpo.ocpp.command.CommandBook;
import network.opencharging.cpo.people.Sight;
import network.opencharging.cpo.session.SessionStore;
import network.opencharging.cpo.unit.SessionId;

import java.util.Map;
import java.util.Optional;

/** Whether what a path names is within somebody's sight. */
public final class Reach {
    private final SessionStore sessions;
    private final CdrBook cdrs;
    private final CommandBook commands;

    public Reach(SessionStore sessions, CdrBook cdrs, CommandBook commands) {
        this.sessions = sessions;
        this.cdrs = cdrs;
        this.commands = commands;
    }

    /** What he is told when it is not: the same as when it is not there at all; empty: it is. */
    public Optional<String> refusal(Rights.Claim claim, Sight sight) {
        if (sight.isWhole()) {
            return Optional.empty();
        }
        Map<String, String> names = claim.names();
        return switch (claim.right().scope()) {
            case HOUSE -> Optional.of("this is for people of the house only");
            case EACH -> Optional.empty();
            case STATION -> missing("station", sight.device(name(names, "station")));
            case PLUG -> missing("plug", sight.device(name(names, "plug")));
            case DEVICE -> missing("device", sight.device(name(names, "device")));
            case COMMAND ->
                    missing(
                            "command",
                            commands.find(name(names, "command"))
                                    .filter(given -> sight.device(given.station()))
                                    .isPresent());
            case LOCATION -> missing("location", sight.location(name(names, "location")));
            case TARIFF -> missing("tariff", sight.tariff(name(names, "tariff")));
            case SESSION -> missing("session", session(name(names, "session"), sight));
            case CDR ->
                    missing(
                            "CDR",
                            cdrs.find(name(names, "cdr"))
                                    .filter(kept ->
                                            sight.location(kept.cdr().session().location().id()))
                                    .isPresent());
        };
    }

    private boolean session(String id, Sight sight) {
        try {
            return sessions.find(new SessionId(id))
                    .filter(found -> sight.location(found.opening().place().location().id()))
                    .isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String name(Map<String, String> names, String name) {
        return names.getOrDefault(name, "");
    }

    private static Optional<String> missing(String what, boolean seen) {
        return seen ? Optional.empty() : Optional.of("there is no such " + what);
    }
}
