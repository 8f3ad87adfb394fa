package network.opencharging.cpo.ocpp.door;

import network.opencharging.cpo.ocpp.central.Roll;
import network.opencharging.cpo.ocpp.central.Station;
import network.opencharging.cpo.ocpp.central.StationBook;
import network.opencharging.cpo.secret.Passwords;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Who may come in, by what the operator wrote down and by security profile. */
public final class Admittance {
    /** OCPP-J 2.0.1 part 4 §3.1.1; 1.6 allows less. */
    private static final Pattern IDENTITY = Pattern.compile("[0-9A-Za-z*\\-_=:+|@.]{1,48}");

    private static final int MOST_PARKED = 1_000;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;

    private final Roll roll;
    private final StationBook book;
    private final Passwords passwords;
    private final Unknown unknown;
    private final Clock clock;
    private final Predicate<String> taken;
    private final Guesses guesses;

    /**
     * @param taken whether a device that is no station has that name
     */
    public Admittance(
            Roll roll,
            StationBook book,
            Passwords passwords,
            Unknown unknown,
            Clock clock,
            Predicate<String> taken) {
        this.roll = roll;
        this.book = book;
        this.passwords = passwords;
        this.unknown = unknown;
        this.clock = clock;
        this.taken = taken;
        this.guesses = new Guesses(clock);
    }

    /** What is done with a station that nobody wrote down. */
    public enum Unknown {
        /** It comes in, is told to wait, and the operator decides. */
        PARK,
        /** It is turned away. */
        REFUSE
    }

    /** Decides. */
    public Entry decide(Caller caller) {
        if (!IDENTITY.matcher(caller.id()).matches()) {
            return new Entry.Turned(NOT_FOUND, "no station can have that identity");
        }
        if (isWelcome(caller)) {
            return new Entry.Welcome();
        }
        // What is in memory may be old: at another process it may have got another password.
        return roll.again(caller.id())
                .map(station -> known(caller, station))
                .orElseGet(() -> park(caller));
    }

    /** By what is in memory: after a restart all come at once, and nobody is to be asked. */
    private boolean isWelcome(Caller caller) {
        boolean welcome =
                !guesses.mustWait(caller)
                        && roll.find(caller.id())
                                .filter(station -> fits(caller, station))
                                .isPresent();
        if (welcome) {
            guesses.right(caller);
        }
        return welcome;
    }

    private boolean fits(Caller caller, Station station) {
        if (station.admission() == Station.Admission.REFUSED) {
            return false;
        }
        return switch (station.securityProfile()) {
            case 0 -> true;
            case 1 -> hasPassword(caller, station);
            case 2 -> caller.secure() && hasPassword(caller, station);
            case 3 -> hasCertificate(caller);
            default -> false;
        };
    }

    private boolean hasPassword(Caller caller, Station station) {
        return caller.password()
                .filter(shown ->
                        station.password()
                                .filter(seal -> passwords.fits(shown.bytes(), seal))
                                .isPresent())
                .isPresent();
    }

    private static boolean hasCertificate(Caller caller) {
        return caller.secure() && caller.commonName().filter(caller.id()::equals).isPresent();
    }

    private Entry known(Caller caller, Station station) {
        if (station.admission() == Station.Admission.REFUSED) {
            return new Entry.Turned(FORBIDDEN, "the operator refused it");
        }
        return switch (station.securityProfile()) {
            case 0 -> new Entry.Welcome();
            case 1 -> byPassword(caller, station);
            case 2 ->
                    caller.secure()
                            ? byPassword(caller, station)
                            : new Entry.Turned(FORBIDDEN, "profile 2 wants TLS");
            case 3 -> byCertificate(caller);
            default -> new Entry.Turned(FORBIDDEN, "no such security profile");
        };
    }

    private Entry byPassword(Caller caller, Station station) {
        if (guesses.mustWait(caller)) {
            return new Entry.Turned(TOO_MANY, "five wrong passwords within a minute");
        }
        if (hasPassword(caller, station)) {
            guesses.right(caller);
            return new Entry.Welcome();
        }
        guesses.wrong(caller);
        return new Entry.Turned(UNAUTHORIZED, "the password is wrong");
    }

    private static Entry byCertificate(Caller caller) {
        return hasCertificate(caller)
                ? new Entry.Welcome()
                : new Entry.Turned(UNAUTHORIZED, "no certificate of that name");
    }

    /**
     * The password that it shows is its own from now on, so that nobody else comes in its place.
     */
    private Entry park(Caller caller) {
        if (unknown == Unknown.REFUSE) {
            return new Entry.Turned(NOT_FOUND, "nobody wrote it down");
        }
        if (taken.test(caller.id())) {
            return new Entry.Turned(NOT_FOUND, "a plug has that name");
        }
        if (book.parked() >= MOST_PARKED) {
            return new Entry.Turned(NOT_FOUND, "1000 stations wait for a decision already");
        }
        Optional<String> seal = caller.password().map(shown -> passwords.seal(shown.bytes()));
        book.put(
                new Station(
                        caller.id(),
                        Station.Admission.PARKED,
                        seal.isPresent() ? 1 : 0,
                        seal,
                        Optional.empty(),
                        clock.instant()));
        roll.changed(caller.id());
        return new Entry.Welcome();
    }
}
