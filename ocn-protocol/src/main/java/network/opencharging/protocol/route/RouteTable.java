package network.opencharging.protocol.route;

import static network.opencharging.protocol.route.HttpMethod.DELETE;
import static network.opencharging.protocol.route.HttpMethod.GET;
import static network.opencharging.protocol.route.HttpMethod.PATCH;
import static network.opencharging.protocol.route.HttpMethod.POST;
import static network.opencharging.protocol.route.HttpMethod.PUT;
import static network.opencharging.protocol.route.InterfaceRole.RECEIVER;
import static network.opencharging.protocol.route.InterfaceRole.SENDER;
import static network.opencharging.protocol.route.ModuleId.CDRS;
import static network.opencharging.protocol.route.ModuleId.CHARGING_PROFILES;
import static network.opencharging.protocol.route.ModuleId.COMMANDS;
import static network.opencharging.protocol.route.ModuleId.LOCATIONS;
import static network.opencharging.protocol.route.ModuleId.SESSIONS;
import static network.opencharging.protocol.route.ModuleId.TARIFFS;
import static network.opencharging.protocol.route.ModuleId.TOKENS;

import network.opencharging.protocol.route.Route.Given;
import network.opencharging.protocol.route.Route.Traits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The one table of what can be asked: every functional module of OCPI 2.2.1 with both interfaces,
 * and the three kinds of paths that a node gives out in place of foreign URLs.
 *
 * <p>What is not in it (a custom module, a verb of a later version) falls to a default row and
 * travels as it is.
 */
public final class RouteTable {
    private static final Traits LIST = Traits.of(Answer.LIST);
    private static final Traits OBJECT = Traits.of(Answer.OBJECT);
    private static final Traits NONE = Traits.of(Answer.NONE);
    private static final String OWNER = "{country_code}/{party_id}/";
    private static final String GIVEN = "{" + Route.GIVEN_ID + "}";

    private static final PathPattern FURTHER_PAGE = PathPattern.of("page/" + GIVEN);

    private final List<Route> routes;

    private RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /**
     * A request that was found in the table.
     *
     * @param route its row
     * @param ids the ids in its path, by the names of their places
     */
    public record Match(Route route, SequencedMap<String, String> ids) {
        /** The id in that place of the path. */
        public Optional<String> id(String place) {
            return Optional.ofNullable(ids.get(place));
        }
    }

    /** The functional modules of OCPI 2.2.1 (§8 to §14). */
    public static RouteTable ocpi221() {
        Rows rows = new Rows();
        locations(rows);
        sessionsAndCdrs(rows);
        tariffsAndTokens(rows);
        commands(rows);
        chargingProfiles(rows);
        return new RouteTable(rows.routes);
    }

    private static void locations(Rows rows) {
        String object = "{location_id}[/{evse_uid}][/{connector_id}]";
        rows.list(LOCATIONS);
        rows.add(LOCATIONS, SENDER, GET, object, OBJECT);
        rows.add(LOCATIONS, RECEIVER, GET, OWNER + object, OBJECT);
        rows.add(LOCATIONS, RECEIVER, PUT, OWNER + object, NONE);
        rows.add(LOCATIONS, RECEIVER, PATCH, OWNER + object, NONE);
    }

    private static void sessionsAndCdrs(Rows rows) {
        String object = OWNER + "{session_id}";
        rows.list(SESSIONS);
        rows.add(
                SESSIONS,
                SENDER,
                PUT,
                "{session_id}/charging_preferences",
                OBJECT.foundBy(RecipientKey.SESSION_ID_IN_PATH));
        rows.add(SESSIONS, RECEIVER, GET, object, OBJECT);
        rows.add(SESSIONS, RECEIVER, PUT, object, NONE.foundBy(RecipientKey.CDR_TOKEN_IN_BODY));
        rows.add(SESSIONS, RECEIVER, PATCH, object, NONE);
        rows.list(CDRS);
        rows.add(CDRS, RECEIVER, GET, GIVEN, OBJECT.given(Given.LOCATION));
        rows.add(
                CDRS,
                RECEIVER,
                POST,
                "",
                Traits.of(Answer.CREATED).foundBy(RecipientKey.CDR_TOKEN_IN_BODY));
    }

    private static void tariffsAndTokens(Rows rows) {
        rows.list(TARIFFS);
        rows.add(TARIFFS, RECEIVER, GET, OWNER + "{tariff_id}", OBJECT);
        rows.add(TARIFFS, RECEIVER, PUT, OWNER + "{tariff_id}", NONE);
        rows.add(TARIFFS, RECEIVER, DELETE, OWNER + "{tariff_id}", NONE);
        rows.list(TOKENS);
        rows.add(
                TOKENS,
                SENDER,
                POST,
                "{token_uid}/authorize",
                OBJECT.foundBy(RecipientKey.TOKEN_UID_IN_PATH));
        rows.add(TOKENS, RECEIVER, GET, OWNER + "{token_uid}", OBJECT);
        rows.add(TOKENS, RECEIVER, PUT, OWNER + "{token_uid}", NONE);
        rows.add(TOKENS, RECEIVER, PATCH, OWNER + "{token_uid}", NONE);
    }

    private static void commands(Rows rows) {
        rows.add(
                COMMANDS,
                RECEIVER,
                POST,
                "{command}",
                OBJECT.calledBack(Callback.BODY_RESPONSE_URL)
                        .foundBy(RecipientKey.SESSION_OR_LOCATION_IN_BODY));
        rows.add(COMMANDS, SENDER, POST, "{command}/" + GIVEN, NONE.given(Given.CALLBACK));
    }

    private static void chargingProfiles(Rows rows) {
        Traits bySession = OBJECT.foundBy(RecipientKey.SESSION_ID_IN_PATH);
        Traits inQuery = bySession.calledBack(Callback.QUERY_RESPONSE_URL);
        Traits inBody = bySession.calledBack(Callback.BODY_RESPONSE_URL);
        Traits result = NONE.given(Given.CALLBACK);
        String session = "{session_id}";
        rows.add(CHARGING_PROFILES, RECEIVER, GET, session, inQuery);
        rows.add(CHARGING_PROFILES, RECEIVER, PUT, session, inBody);
        rows.add(CHARGING_PROFILES, RECEIVER, DELETE, session, inQuery);
        rows.add(CHARGING_PROFILES, SENDER, POST, "result/" + GIVEN, result);
        rows.add(CHARGING_PROFILES, SENDER, POST, session + "/" + GIVEN, result);
        rows.add(
                CHARGING_PROFILES,
                SENDER,
                PUT,
                session,
                NONE.foundBy(RecipientKey.SESSION_ID_IN_PATH));
    }

    /** All rows, in the order in which they are tried. */
    public List<Route> routes() {
        return routes;
    }

    /** The modules of the table. */
    public Set<ModuleId> modules() {
        Set<ModuleId> modules = new LinkedHashSet<>();
        routes.forEach(route -> modules.add(route.module()));
        return modules;
    }

    /** The row for this request; the default row when no other fits. */
    public Match find(RouteKey key) {
        for (Route route : routes) {
            if (route.module().equals(key.module())
                    && route.role() == key.role()
                    && route.method() == key.method()) {
                Optional<SequencedMap<String, String>> ids = route.path().match(key.path());
                if (ids.isPresent()) {
                    return new Match(route, ids.get());
                }
            }
        }
        return byDefault(key);
    }

    /** Nothing is known of it but this: a further page may be asked for under an id of a node. */
    private static Match byDefault(RouteKey key) {
        Traits any = Traits.of(Answer.ANYTHING);
        Optional<SequencedMap<String, String>> page =
                key.method() == GET ? FURTHER_PAGE.match(key.path()) : Optional.empty();
        PathPattern path = page.isPresent() ? FURTHER_PAGE : PathPattern.of("");
        Traits traits = page.isPresent() ? any.given(Given.PAGE) : any;
        return new Match(
                new Route(key.module(), key.role(), key.method(), path, traits),
                page.orElseGet(LinkedHashMap::new));
    }

    /** Rows while they are gathered. */
    private static final class Rows {
        private final List<Route> routes = new ArrayList<>();

        void add(
                ModuleId module,
                InterfaceRole role,
                HttpMethod method,
                String path,
                Traits traits) {
            routes.add(new Route(module, role, method, PathPattern.of(path), traits));
        }

        /** The list of a module, and its further pages under ids that a node gave out. */
        void list(ModuleId module) {
            add(module, SENDER, GET, "", LIST);
            add(module, SENDER, GET, "page/" + GIVEN, LIST.given(Given.PAGE));
        }
    }
}
