package network.opencharging.cpo.admin;

import network.opencharging.cpo.ocpp.away.Whereabouts;
import network.opencharging.cpo.ocpp.central.Books;
import network.opencharging.cpo.ocpp.central.NoticeBook;
import network.opencharging.cpo.ocpp.central.Station;
import network.opencharging.cpo.ocpp.message.Boot;
import network.opencharging.cpo.ocpp.message.Status;
import network.opencharging.cpo.people.Sight;
import network.opencharging.cpo.secret.Passwords;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Stations: who they are, whether they may work, how their connectors are. */
@RestController
public class StationsDesk {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int SHORTEST_PASSWORD = 16;
    private static final int LONGEST_PASSWORD = 40;
    private static final int CONFLICT = 409;

    private final Books books;
    private final Passwords passwords;
    private final Whereabouts whereabouts;
    private final Reach reach;
    private final Clock clock;

    public StationsDesk(
            Books books, Passwords passwords, Whereabouts whereabouts, Reach reach, Clock clock) {
        this.books = books;
        this.passwords = passwords;
        this.whereabouts = whereabouts;
        this.reach = reach;
        this.clock = clock;
    }

    /**
     * Whom a decision concerns beside the book.
     *
     * @param taken whether a plug has that name
     * @param decided tells all processes that something was decided about a station
     */
    public record Reach(Predicate<String> taken, Consumer<String> decided) {}

    /** All of them. */
    @GetMapping("/admin/stations")
    List<StationView> all(Sight sight) {
        Map<String, String> spoken = whereabouts.protocols();
        return books.stations().all().stream()
                .filter(station -> sight.device(station.id()))
                .map(station -> view(station, spoken.getOrDefault(station.id(), "")))
                .toList();
    }

    /** One. */
    @GetMapping("/admin/stations/{station}")
    StationView find(@PathVariable String station) {
        return books.stations()
                .find(station)
                .map(this::view)
                .orElseThrow(() -> new Wrong(NOT_FOUND, "there is no such station"));
    }

    /** Writes one down, accepts or refuses it, gives it a password. */
    @PutMapping("/admin/stations/{station}")
    StationView put(@PathVariable String station, @RequestBody Wish wish) {
        if (reach.taken().test(station)) {
            throw new Wrong(CONFLICT, station + " is a plug's name: give the station another");
        }
        Optional<Station> before = books.stations().find(station);
        Optional<String> seal = seal(wish).or(() -> before.flatMap(Station::password));
        int profile = profile(wish, before, seal);
        Station.Admission admission =
                wish.admission() == null ? Station.Admission.ACCEPTED : wish.admission();
        books.stations()
                .put(
                        new Station(
                                station,
                                admission,
                                profile,
                                seal,
                                Optional.empty(),
                                before.map(Station::seen).orElseGet(clock::instant)));
        reach.decided().accept(station);
        return find(station);
    }

    private static int profile(Wish wish, Optional<Station> before, Optional<String> seal) {
        int profile =
                wish.securityProfile() == null
                        ? before.map(Station::securityProfile).orElse(seal.isPresent() ? 1 : 0)
                        : wish.securityProfile();
        if (profile < 0 || profile > 3) {
            throw new Wrong(BAD_REQUEST, "securityProfile must be 0 to 3");
        }
        boolean asBefore =
                before.filter(known -> known.admission() == Station.Admission.ACCEPTED)
                        .filter(known -> known.securityProfile() == 0)
                        .isPresent();
        if (profile == 0 && wish.securityProfile() == null && admits(wish) && !asBefore) {
            throw new Wrong(
                    BAD_REQUEST,
                    "password is wanted; or securityProfile 0 for a station that anybody may say"
                            + " he is");
        }
        if ((profile == 1 || profile == 2) && seal.isEmpty()) {
            throw new Wrong(BAD_REQUEST, "password is wanted for security profiles 1 and 2");
        }
        return profile;
    }

    private static boolean admits(Wish wish) {
        return wish.admission() == null || wish.admission() == Station.Admission.ACCEPTED;
    }

    private Optional<String> seal(Wish wish) {
        String password = wish.password();
        if (password == null) {
            return Optional.empty();
        }
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST_PASSWORD || bytes.length > LONGEST_PASSWORD) {
            throw new Wrong(BAD_REQUEST, "password must have 16 to 40 bytes");
        }
        return Optional.of(passwords.seal(bytes));
    }

    /** Forgets one; its transactions stay. */
    @DeleteMapping("/admin/stations/{station}")
    ResponseEntity<Void> remove(@PathVariable String station) {
        if (!books.stations().remove(station)) {
            throw new Wrong(NOT_FOUND, "there is no such station");
        }
        reach.decided().accept(station);
        return ResponseEntity.noContent().build();
    }

    /** How its connectors are. */
    @GetMapping("/admin/stations/{station}/connectors")
    List<ConnectorView> connectors(@PathVariable String station) {
        return books.connectors().of(station).stream().map(ConnectorView::of).toList();
    }

    /** Its newest reports, events and progress. */
    @GetMapping("/admin/stations/{station}/notices")
    List<NoticeView> notices(
            @PathVariable String station, @RequestParam(defaultValue = "100") int limit) {
        return books.notices().latest(station, Limit.of(limit)).stream()
                .map(NoticeView::of)
                .toList();
    }

    private StationView view(Station station) {
        return view(
                station,
                whereabouts
                        .find(station.id())
                        .map(line -> line.version().subprotocol())
                        .orElse(""));
    }

    private static StationView view(Station station, String spoken) {
        Boot boot = station.boot().orElse(new Boot("", "", "", "", ""));
        return new StationView(
                station.id(),
                station.admission().name(),
                station.securityProfile(),
                station.password().isPresent(),
                spoken,
                boot,
                station.seen().toString());
    }

    /**
     * What the operator wants.
     *
     * @param admission ACCEPTED, PARKED or REFUSED; left out: ACCEPTED
     * @param securityProfile 0 to 3; left out: as it was, or what the password allows
     * @param password 16 to 40 bytes; left out: as it was
     */
    record Wish(
            Station.@Nullable Admission admission,
            @Nullable Integer securityProfile,
            @Nullable String password) {}

    /**
     * A station as the API shows it.
     *
     * @param connected the protocol that it speaks now; empty when it is not connected
     */
    record StationView(
            String id,
            String admission,
            int securityProfile,
            boolean hasPassword,
            String connected,
            Boot boot,
            String seenAt) {}

    /** A connector as the API shows it. */
    record ConnectorView(
            int evse, int connector, String state, String error, String note, String at) {
        static ConnectorView of(Status status) {
            return new ConnectorView(
                    status.key().evse(),
                    status.key().connector(),
                    status.state().name(),
                    status.error(),
                    status.note(),
                    status.at().toString());
        }
    }

    /** A notice as the API shows it. */
    record NoticeView(String action, JsonText payload, String at) {
        static NoticeView of(NoticeBook.Notice notice) {
            return new NoticeView(
                    notice.action(), new JsonText(notice.payload()), notice.at().toString());
        }
    }
}
