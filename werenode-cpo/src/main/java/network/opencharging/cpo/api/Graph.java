package network.opencharging.cpo.api;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;

import network.opencharging.cpo.cdr.Cdr;
import network.opencharging.cpo.cdr.CdrBook;
import network.opencharging.cpo.people.Sight;
import network.opencharging.cpo.session.ChargeSession;
import network.opencharging.cpo.session.Phase;
import network.opencharging.cpo.session.SessionStore;
import network.opencharging.cpo.site.Connector;
import network.opencharging.cpo.site.Evse;
import network.opencharging.cpo.site.Location;
import network.opencharging.cpo.site.Sites;
import network.opencharging.cpo.site.Statuses;
import network.opencharging.cpo.site.Tariffs;
import network.opencharging.cpo.unit.EvseRef;
import network.opencharging.cpo.unit.SessionId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where each field of the schema comes from; everything through the caller's sight. */
final class Graph {
    /** Where the caller's sight is, in the context of a query. */
    static final String SIGHT = "sight";

    private static final int MOST = 200;

    private final Sites sites;
    private final Tariffs tariffs;
    private final Statuses statuses;
    private final SessionStore sessions;
    private final CdrBook cdrs;

    Graph(Sites sites, Tariffs tariffs, Statuses statuses, SessionStore sessions, CdrBook cdrs) {
        this.sites = sites;
        this.tariffs = tariffs;
        this.statuses = statuses;
        this.sessions = sessions;
        this.cdrs = cdrs;
    }

    RuntimeWiring wiring() {
        return RuntimeWiring.newRuntimeWiring()
                .type(
                        TypeRuntimeWiring.newTypeWiring("Query")
                                .dataFetcher("locations", this::locations)
                                .dataFetcher("location", one("id", this::location))
                                .dataFetcher("evse", this::evse)
                                .dataFetcher("tariffs", this::tariffs)
                                .dataFetcher("tariff", one("id", this::tariff))
                                .dataFetcher("sessions", this::sessions)
                                .dataFetcher("session", one("id", this::session))
                                .dataFetcher("cdrs", this::cdrs)
                                .dataFetcher("cdr", one("id", this::cdr)))
                .type(TypeRuntimeWiring.newTypeWiring("Location").dataFetcher("evses", this::evses))
                .type(
                        TypeRuntimeWiring.newTypeWiring("Evse")
                                .dataFetcher("connectors", Graph::connectors))
                .type(
                        TypeRuntimeWiring.newTypeWiring("Connector")
                                .dataFetcher("tariffs", this::tariffsOfConnector))
                .type(
                        TypeRuntimeWiring.newTypeWiring("Session")
                                .dataFetcher("location", this::locationOfSession)
                                .dataFetcher("events", this::events)
                                .dataFetcher("cdr", this::cdrOfSession))
                .type(
                        TypeRuntimeWiring.newTypeWiring("Cdr")
                                .dataFetcher("session", this::sessionOfCdr))
                .build();
    }

    /** One thing, by its id, in somebody's sight. */
    @FunctionalInterface
    private interface Finder {
        Optional<Map<String, Object>> find(String id, Sight sight);
    }

    private static DataFetcher<Map<String, Object>> one(String name, Finder finder) {
        return asked -> finder.find(text(asked, name).orElse(""), sight(asked)).orElse(null);
    }

    private static Sight sight(DataFetchingEnvironment asked) {
        Sight sight = asked.getGraphQlContext().get(SIGHT);
        if (sight == null) {
            throw new IllegalStateException("nobody came through the door");
        }
        return sight;
    }

    private static Optional<String> text(DataFetchingEnvironment asked, String name) {
        return Optional.ofNullable(asked.getArgument(name)).map(String::valueOf);
    }

    private static int number(DataFetchingEnvironment asked, String name, int least, int most) {
        int number = text(asked, name).map(Integer::valueOf).orElse(least);
        if (number < least || number > most) {
            throw new IllegalArgumentException("%s must be %d to %d".formatted(name, least, most));
        }
        return number;
    }

    private static int first(DataFetchingEnvironment asked) {
        return number(asked, "first", 1, MOST);
    }

    private static int offset(DataFetchingEnvironment asked) {
        return number(asked, "offset", 0, Integer.MAX_VALUE);
    }

    private List<Map<String, Object>> locations(DataFetchingEnvironment asked) {
        Sight sight = sight(asked);
        return page(
                asked,
                sites.all().stream()
                        .filter(location -> sight.location(location.id()))
                        .map(Facts::of));
    }

    private static List<Map<String, Object>> page(
            DataFetchingEnvironment asked, Stream<Map<String, Object>> all) {
        return all.skip(offset(asked)).limit(first(asked)).toList();
    }

    private Optional<Map<String, Object>> location(String id, Sight sight) {
        return sites.find(id).filter(found -> sight.location(found.id())).map(Facts::of);
    }

    private @Nullable Map<String, Object> evse(DataFetchingEnvironment asked) {
        EvseRef ref =
                new EvseRef(text(asked, "location").orElse(""), text(asked, "uid").orElse(""));
        return sites.find(ref)
                .filter(spot -> sight(asked).location(spot.location().id()))
                .map(spot -> Facts.of(spot.evse(), statuses.now(ref)))
                .orElse(null);
    }

    private List<Map<String, Object>> evses(DataFetchingEnvironment asked) {
        Location location = Facts.self(asked.getSource(), Location.class);
        return location.evses().stream()
                .map(evse -> Facts.of(evse, statuses.now(new EvseRef(location.id(), evse.uid()))))
                .toList();
    }

    private static List<Map<String, Object>> connectors(DataFetchingEnvironment asked) {
        return Facts.self(asked.getSource(), Evse.class).connectors().stream()
                .map(Facts::of)
                .toList();
    }

    private List<Map<String, Object>> tariffs(DataFetchingEnvironment asked) {
        Sight sight = sight(asked);
        return page(
                asked,
                tariffs.all().stream()
                        .filter(sheet -> sight.tariff(sheet.tariff().key().id()))
                        .map(Facts::of));
    }

    private Optional<Map<String, Object>> tariff(String id, Sight sight) {
        return sight.tariff(id) ? tariffs.find(id).map(Facts::of) : Optional.empty();
    }

    private List<Map<String, Object>> tariffsOfConnector(DataFetchingEnvironment asked) {
        Sight sight = sight(asked);
        return Facts.self(asked.getSource(), Connector.class).tariffs().stream()
                .flatMap(id -> tariff(id, sight).stream())
                .toList();
    }

    private List<Map<String, Object>> sessions(DataFetchingEnvironment asked) {
        SessionStore.Wish wish =
                new SessionStore.Wish(
                        text(asked, "emsp"),
                        text(asked, "phase").map(word -> word.toUpperCase(Locale.ROOT)),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        sight(asked).locations(),
                        offset(asked),
                        first(asked));
        return sessions.list(wish).stream().map(Facts::of).toList();
    }

    private Optional<Map<String, Object>> session(String id, Sight sight) {
        return sessions.find(new SessionId(id))
                .filter(found -> sight.location(found.opening().place().location().id()))
                .map(Facts::of);
    }

    private @Nullable Map<String, Object> locationOfSession(DataFetchingEnvironment asked) {
        ChargeSession session = Facts.self(asked.getSource(), ChargeSession.class);
        return location(session.opening().place().location().id(), sight(asked)).orElse(null);
    }

    private List<Map<String, Object>> events(DataFetchingEnvironment asked) {
        return sessions.journal(Facts.self(asked.getSource(), ChargeSession.class).id()).stream()
                .map(Facts::of)
                .toList();
    }

    private @Nullable Map<String, Object> cdrOfSession(DataFetchingEnvironment asked) {
        ChargeSession session = Facts.self(asked.getSource(), ChargeSession.class);
        Optional<String> id =
                session.phase() instanceof Phase.Closed(_, Optional<String> cdr)
                        ? cdr
                        : Optional.empty();
        return id.flatMap(cdr -> cdr(cdr, sight(asked))).orElse(null);
    }

    private List<Map<String, Object>> cdrs(DataFetchingEnvironment asked) {
        CdrBook.Wish wish =
                new CdrBook.Wish(
                        text(asked, "emsp"),
                        Optional.empty(),
                        Optional.empty(),
                        sight(asked).locations(),
                        offset(asked),
                        first(asked));
        return cdrs.list(wish).stream().map(kept -> Facts.of(kept.cdr())).toList();
    }

    private Optional<Map<String, Object>> cdr(String id, Sight sight) {
        return cdrs.find(id)
                .filter(kept -> sight.location(kept.cdr().session().location().id()))
                .map(kept -> Facts.of(kept.cdr()));
    }

    private @Nullable Map<String, Object> sessionOfCdr(DataFetchingEnvironment asked) {
        return Facts.self(asked.getSource(), Cdr.class)
                .session()
                .sessionId()
                .flatMap(id -> session(id, sight(asked)))
                .orElse(null);
    }
}
