package network.opencharging.node.access;

import network.opencharging.node.platform.TokenHash;
import network.opencharging.node.platform.TokenVault;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Decides who stands at the door of the administration. There is always one key that is set beside
 * the database, whose name is {@value #ROOT}: it lets the first people in, and it is the password
 * of that name.
 */
public final class Access {
    /** The name of who has the key that is set beside the database. */
    public static final String ROOT = "admin";

    /** Begins the names of those for whom a provider of identities vouches. */
    public static final String VOUCHED = "oidc:";

    private static final int COOKIE_BYTES = 32;

    private final RootKey root;
    private final AccessStore store;
    private final TokenVault vault;
    private final SecureRandom random;
    private final Passwords passwords;
    private final Guesses guesses;
    private final Sessions sessions;
    private final Clock clock;

    /**
     * What decides is kept in these.
     *
     * @param sessions what sessions there are
     */
    public Access(
            RootKey root,
            AccessStore store,
            TokenVault vault,
            SecureRandom random,
            Sessions sessions,
            Clock clock) {
        this.root = root;
        this.store = store;
        this.vault = vault;
        this.random = random;
        this.passwords = new Passwords(random);
        this.guesses = new Guesses(clock);
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Whose key stands in the value of an Authorization header.
     *
     * @param place where the request came from
     */
    public Verdict byKey(String authorization, String place) {
        Optional<Duration> wait = guesses.wait(place);
        if (wait.isPresent()) {
            return new Verdict.TooSoon(wait.get());
        }
        for (String shown : ShownKey.candidates(authorization)) {
            Optional<String> name =
                    root.is(shown)
                            ? Optional.of(ROOT)
                            : store.holderOf(vault.hash(shown)).map(Person::name);
            if (name.isPresent()) {
                guesses.right(place);
                return new Verdict.Known(new Administrator(name.get(), Administrator.Way.KEY));
            }
        }
        guesses.wrong(place);
        return new Verdict.Unknown();
    }

    /** Whose session this cookie is. */
    public Verdict bySession(String cookie) {
        return store.session(vault.hash(cookie))
                .filter(session -> clock.instant().isBefore(session.expires()))
                .filter(this::isStillTrue)
                .<Verdict>map(session ->
                        new Verdict.Known(
                                new Administrator(session.name(), Administrator.Way.SESSION)))
                .orElseGet(Verdict.Unknown::new);
    }

    /** Who was removed or got another password since is out. */
    private boolean isStillTrue(Session session) {
        if (session.name().startsWith(VOUCHED)) {
            return sessions.vouched();
        }
        return session.name().equals(ROOT)
                || store.person(session.name())
                        .filter(person -> !session.begun().isBefore(person.since()))
                        .isPresent();
    }

    /**
     * Begins a session.
     *
     * @param place where the request came from
     */
    public SignedIn signIn(String name, String password, String place) {
        String named = "name " + name;
        Optional<Duration> wait = guesses.wait(place).or(() -> guesses.wait(named));
        if (wait.isPresent()) {
            return new SignedIn.TooSoon(wait.get());
        }
        boolean right =
                name.equals(ROOT)
                        ? root.is(password)
                        : passwords.matches(password, known(name).flatMap(Person::password));
        if (!right) {
            guesses.wrong(place);
            guesses.wrong(named);
            return new SignedIn.Refused();
        }
        guesses.right(place);
        guesses.right(named);
        return begin(name);
    }

    private Optional<Person> known(String name) {
        return Person.isName(name) ? store.person(name) : Optional.empty();
    }

    /** Begins a session of somebody for whom the provider of identities vouches. */
    public SignedIn.Begun vouchedFor(String name) {
        return begin(VOUCHED + name);
    }

    private SignedIn.Begun begin(String name) {
        String cookie = secret();
        Instant now = clock.instant();
        store.open(new Session(vault.hash(cookie), name, now, now.plus(sessions.lasts())));
        return new SignedIn.Begun(cookie, sessions.lasts());
    }

    /** Ends the session of this cookie. */
    public void signOut(String cookie) {
        store.close(vault.hash(cookie));
    }

    /**
     * What a page of this session must show with everything that it changes, in a header that a
     * page of somebody else cannot set.
     */
    public String proof(String cookie) {
        return vault.hash("proof of " + cookie).hex();
    }

    /** Whether that is what was shown. */
    public boolean proves(String cookie, String shown) {
        return shown.matches("[0-9a-f]{64}")
                && new TokenHash(proof(cookie)).equals(new TokenHash(shown));
    }

    /** People's affairs. */
    public People people() {
        return new People(store, vault, passwords, this::secret, clock);
    }

    private String secret() {
        byte[] bytes = new byte[COOKIE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
