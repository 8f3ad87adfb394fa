package network.opencharging.cpo.admin;

import network.opencharging.cpo.admin.Right.Scope;
import network.opencharging.cpo.people.Role;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPattern.PathMatchInfo;
import org.springframework.web.util.pattern.PathPatternParser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one table of who may do what. What stands nowhere in it is the house's administrators'. */
public final class Rights {
    private static final Right STRICTEST = new Right(Role.ADMIN, Scope.HOUSE);
    private final List<Row> rows = new ArrayList<>();

    private record Row(String method, PathPattern pattern, Right right) {}

    /**
     * A right, and what the path names.
     *
     * @param names by the names in the pattern
     */
    public record Claim(Right right, Map<String, String> names) {}

    /** As the operator's API is. */
    public Rights() {
        devices();
        sites();
        charges();
        house();
    }

    private void devices() {
        row("GET", "/admin/stations", Role.VIEWER, Scope.EACH);
        row("GET", "/admin/stations/{station}/**", Role.VIEWER, Scope.STATION);
        row("PUT", "/admin/stations/{station}", Role.OPERATOR, Scope.STATION);
        row("DELETE", "/admin/stations/{station}", Role.OPERATOR, Scope.STATION);
        row("POST", "/admin/stations/{station}/commands/{action}", Role.OPERATOR, Scope.STATION);
        row("DELETE", "/admin/stations/{station}/held/{kind}/{name}", Role.OPERATOR, Scope.STATION);
        row("GET", "/admin/commands/{command}", Role.VIEWER, Scope.COMMAND);
        row("GET", "/admin/plugs", Role.VIEWER, Scope.EACH);
        row("GET", "/admin/plugs/{plug}", Role.VIEWER, Scope.PLUG);
        row("PUT", "/admin/plugs/{plug}", Role.OPERATOR, Scope.PLUG);
        row("DELETE", "/admin/plugs/{plug}", Role.OPERATOR, Scope.PLUG);
        row("POST", "/admin/plugs/{plug}/password", Role.OPERATOR, Scope.PLUG);
        row("GET", "/admin/ports/{device}/{evse}", Role.VIEWER, Scope.DEVICE);
        row("POST", "/admin/ports/{device}/{evse}/{order}", Role.OPERATOR, Scope.DEVICE);
        row("GET", "/admin/transactions", Role.VIEWER, Scope.EACH);
        row("GET", "/admin/messages", Role.VIEWER, Scope.EACH);
        row("GET", "/admin/meter-keys", Role.VIEWER, Scope.HOUSE);
        row("PUT", "/admin/meter-keys/{serial}", Role.ADMIN, Scope.HOUSE);
    }

    private void sites() {
        row("GET", "/admin/locations", Role.VIEWER, Scope.EACH);
        row("GET", "/admin/locations/{location}", Role.VIEWER, Scope.LOCATION);
        row("PUT", "/admin/locations/{location}", Role.ADMIN, Scope.EACH);
        row("DELETE", "/admin/locations/{location}", Role.ADMIN, Scope.LOCATION);
        row("GET", "/admin/tariffs", Role.VIEWER, Scope.EACH);
        row("GET", "/admin/tariffs/{tariff}", Role.VIEWER, Scope.TARIFF);
        row("PUT", "/admin/tariffs/{tariff}", Role.ADMIN, Scope.EACH);
        row("DELETE", "/admin/tariffs/{tariff}", Role.ADMIN, Scope.TARIFF);
        row("POST", "/admin/preview", Role.VIEWER, Scope.EACH);
    }

    private void charges() {
        row("GET", "/admin/sessions", Role.VIEWER, Scope.EACH);
        row("POST", "/admin/sessions", Role.OPERATOR, Scope.EACH);
        row("GET", "/admin/sessions/{session}", Role.VIEWER, Scope.SESSION);
        row("POST", "/admin/sessions/{session}/stop", Role.OPERATOR, Scope.SESSION);
        row("GET", "/admin/cdrs", Role.VIEWER, Scope.EACH);
        row("GET", "/admin/cdrs/{cdr}", Role.VIEWER, Scope.CDR);
        row("POST", "/admin/cdrs/{cdr}/credit", Role.ADMIN, Scope.CDR);
    }

    private void house() {
        row("GET", "/admin/live", Role.VIEWER, Scope.EACH);
        row("GET", "/admin/me", Role.VIEWER, Scope.EACH);
        row("PUT", "/admin/me/password", Role.VIEWER, Scope.EACH);
        row("POST", "/admin/graphql", Role.VIEWER, Scope.EACH);
        row("GET", "/admin/people", Role.ADMIN, Scope.EACH);
        row("PUT", "/admin/people/{person}", Role.ADMIN, Scope.EACH);
        row("DELETE", "/admin/people/{person}", Role.ADMIN, Scope.EACH);
        row("POST", "/admin/people/{person}/token", Role.ADMIN, Scope.EACH);
        row("DELETE", "/admin/people/{person}/token", Role.ADMIN, Scope.EACH);
        row("GET", "/admin/audit", Role.ADMIN, Scope.EACH);
        row("GET", "/admin/id-tokens", Role.VIEWER, Scope.HOUSE);
        row("PUT", "/admin/id-tokens/{token}", Role.ADMIN, Scope.HOUSE);
        row("DELETE", "/admin/id-tokens/{token}", Role.ADMIN, Scope.HOUSE);
        row("GET", "/admin/stuck", Role.VIEWER, Scope.HOUSE);
        row("POST", "/admin/stuck/again", Role.OPERATOR, Scope.HOUSE);
        row("GET", "/admin/partners", Role.VIEWER, Scope.HOUSE);
        row("GET", "/admin/overdue", Role.VIEWER, Scope.EACH);
        row("GET", "/admin/load", Role.VIEWER, Scope.HOUSE);
    }

    private void row(String method, String pattern, Role role, Scope scope) {
        rows.add(
                new Row(
                        method,
                        PathPatternParser.defaultInstance.parse(pattern),
                        new Right(role, scope)));
    }

    /**
     * What one must be for that.
     *
     * @param path as it stands in the request, as Spring reads it too
     */
    public Claim of(String method, String path) {
        return find(method, path).orElseGet(() -> new Claim(STRICTEST, Map.of()));
    }

    /** The row for that; empty: there is none. */
    Optional<Claim> find(String method, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        String wanted = method.equals("HEAD") ? "GET" : method;
        for (Row row : rows) {
            PathMatchInfo match =
                    row.method().equals(wanted) ? row.pattern().matchAndExtract(parsed) : null;
            if (match != null) {
                return Optional.of(new Claim(row.right(), match.getUriVariables()));
            }
        }
        return Optional.empty();
    }
}
