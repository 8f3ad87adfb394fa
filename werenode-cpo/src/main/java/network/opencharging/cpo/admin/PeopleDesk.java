package network.opencharging.cpo.admin;

import network.opencharging.cpo.people.AuditBook;
import network.opencharging.cpo.people.Caller;
import network.opencharging.cpo.people.Person;
import network.opencharging.cpo.people.Role;
import network.opencharging.cpo.people.Roll;
import network.opencharging.cpo.people.Sight;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * People, and who did what. Whoever is of a tenant has to do with the people of his tenant only.
 */
@RestController
public class PeopleDesk {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final Roll roll;
    private final AuditBook audit;
    private final Clock clock;

    public PeopleDesk(Roll roll, AuditBook audit, Clock clock) {
        this.roll = roll;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of them. */
    @GetMapping("/admin/people")
    List<PersonView> all(Sight sight) {
        return roll.all(sight.caller()).stream().map(PersonView::of).toList();
    }

    /** Writes one down, new or changed. */
    @PutMapping("/admin/people/{person}")
    PersonView put(@PathVariable String person, @RequestBody PersonWish wish, Sight sight) {
        Caller caller = sight.caller();
        if (roll.isTaken(person) && roll.find(caller, person).isEmpty()) {
            throw new Wrong(CONFLICT, "this name is taken: choose another");
        }
        if (wish.role() == null) {
            throw new Wrong(BAD_REQUEST, "role must be VIEWER, OPERATOR or ADMIN");
        }
        try {
            return PersonView.of(
                    roll.put(
                            person,
                            wish.role(),
                            tenant(caller, wish),
                            Optional.ofNullable(wish.password())));
        } catch (IllegalArgumentException e) {
            throw new Wrong(BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> tenant(Caller caller, PersonWish wish) {
        Optional<String> wished =
                Optional.ofNullable(wish.tenant()).filter(name -> !name.isBlank());
        if (!caller.isOfTheHouse() && wished.isPresent() && !wished.equals(caller.tenant())) {
            throw new Wrong(BAD_REQUEST, "tenant must be left out, or your own");
        }
        return caller.isOfTheHouse() ? wished : caller.tenant();
    }

    private Person known(Sight sight, String person) {
        return roll.find(sight.caller(), person)
                .orElseThrow(() -> new Wrong(NOT_FOUND, "there is no such person"));
    }

    /** Forgets one; he is out at once. */
    @DeleteMapping("/admin/people/{person}")
    ResponseEntity<Void> remove(@PathVariable String person, Sight sight) {
        roll.remove(known(sight, person));
        return ResponseEntity.noContent().build();
    }

    /**
     * Gives somebody's programs a token, which is shown this once; the old one is worth nothing.
     */
    @PostMapping("/admin/people/{person}/token")
    TokenView token(@PathVariable String person, Sight sight) {
        return new TokenView(roll.token(known(sight, person)));
    }

    /** His programs have none any more. */
    @DeleteMapping("/admin/people/{person}/token")
    ResponseEntity<Void> withoutToken(@PathVariable String person, Sight sight) {
        roll.withoutToken(known(sight, person));
        return ResponseEntity.noContent().build();
    }

    /** Gives oneself another password. */
    @PutMapping("/admin/me/password")
    ResponseEntity<Void> password(@RequestBody PasswordWish wish, Sight sight) {
        Person self =
                roll.find(sight.caller(), sight.caller().name())
                        .orElseThrow(() ->
                                new Wrong(
                                        CONFLICT,
                                        "you have no password here: you came another way"));
        if (wish.before() == null || wish.password() == null) {
            throw new Wrong(BAD_REQUEST, "before and password are wanted");
        }
        if (!roll.isPassword(self, wish.before())) {
            throw new Wrong(BAD_REQUEST, "before is not your password");
        }
        try {
            roll.password(self, wish.password());
        } catch (IllegalArgumentException e) {
            throw new Wrong(BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        return ResponseEntity.noContent().build();
    }

    /** What was done, newest first. */
    @GetMapping("/admin/audit")
    List<DeedView> audit(
            @RequestParam Optional<Instant> before,
            @RequestParam(defaultValue = "100") int limit,
            Sight sight) {
        Instant until = before.orElseGet(() -> clock.instant().plus(Duration.ofDays(1)));
        return audit.latest(sight.caller().tenant(), until, Limit.of(limit)).stream()
                .map(DeedView::of)
                .toList();
    }

    /**
     * A person as he is wanted.
     *
     * @param tenant left out or empty: of the house
     * @param password 10 to 200 characters; left out: as it was
     */
    record PersonWish(@Nullable Role role, @Nullable String tenant, @Nullable String password) {
        /** Never with the password. */
        @Override
        public String toString() {
            return "PersonWish[" + role + "]";
        }
    }

    /** Another password. */
    record PasswordWish(@Nullable String before, @Nullable String password) {
        /** Never with a password. */
        @Override
        public String toString() {
            return "PasswordWish";
        }
    }

    /** A person as the API shows him. */
    record PersonView(
            String name,
            Role role,
            Optional<String> tenant,
            boolean hasPassword,
            boolean hasToken,
            String since) {
        static PersonView of(Person person) {
            return new PersonView(
                    person.name(),
                    person.role(),
                    person.tenant(),
                    person.password().isPresent(),
                    person.token().isPresent(),
                    person.since().toString());
        }
    }

    /** A token, this once. */
    record TokenView(String token) {}

    /** Something that was done, as the API shows it. */
    record DeedView(
            String at, String who, Optional<String> tenant, String deed, int status, String from) {
        static DeedView of(AuditBook.Deed deed) {
            return new DeedView(
                    deed.at().toString(),
                    deed.who(),
                    deed.tenant(),
                    deed.deed(),
                    deed.status(),
                    deed.from());
        }
    }
}
