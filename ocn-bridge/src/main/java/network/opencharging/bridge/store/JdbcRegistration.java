package network.opencharging.bridge.store;

import network.opencharging.bridge.call.Connection;
import network.opencharging.bridge.register.Registration;
import network.opencharging.bridge.register.RegistrationStore;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.route.Endpoint;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.URI;
import java.util.List;

/** The registration in one row, whole and encrypted. */
public final class JdbcRegistration implements RegistrationStore {
    private final JdbcClient jdbc;
    private final Seal seal;

    /** A registration in this database. */
    public JdbcRegistration(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    @Override
    public Registration load() {
        return jdbc.sql("select sealed from bridge_registration where id = 1")
                .query(String.class)
                .optional()
                .map(seal::open)
                .map(text -> (Json.Obj) JsonReader.standard().read(text).orThrow())
                .map(JdbcRegistration::read)
                .orElseGet(Registration::none);
    }

    @Override
    public void save(Registration registration) {
        String sealed = seal.close(written(registration).text());
        int known =
                jdbc.sql("update bridge_registration set sealed = ? where id = 1")
                        .param(sealed)
                        .update();
        if (known == 0) {
            jdbc.sql("insert into bridge_registration (id, sealed) values (1, ?)")
                    .param(sealed)
                    .update();
        }
    }

    private static Json.Obj written(Registration registration) {
        Json.Obj text =
                Json.Obj.EMPTY.with(
                        "accepted",
                        Json.array(
                                registration.accepted().stream()
                                        .map(token -> Json.text(token.reveal()))
                                        .toList()));
        return text.withOptional("hub", registration.hub().map(JdbcRegistration::written));
    }

    private static Json.Obj written(Registration.Hub hub) {
        List<Json.Obj> endpoints =
                hub.connection().endpoints().stream()
                        .map(endpoint ->
                                Json.Obj.EMPTY
                                        .with("identifier", endpoint.identifier().value())
                                        .with("role", endpoint.role().name())
                                        .with("url", endpoint.url()))
                        .toList();
        return Json.Obj.EMPTY
                .with("versions_url", hub.versionsUrl().toString())
                .with("token", hub.connection().token().reveal())
                .with("encoding", hub.connection().encoding().name())
                .with("endpoints", Json.array(endpoints));
    }

    private static Registration read(Json.Obj text) {
        List<CredentialsToken> accepted =
                items(text, "accepted").stream()
                        .map(token -> token(token.asText().orElseThrow()))
                        .toList();
        return new Registration(accepted, text.objectOf("hub").map(JdbcRegistration::hub));
    }

    private static Registration.Hub hub(Json.Obj text) {
        List<Endpoint> endpoints =
                items(text, "endpoints").stream()
                        .map(Json.Obj.class::cast)
                        .map(item ->
                                new Endpoint(
                                        new ModuleId(string(item, "identifier")),
                                        InterfaceRole.valueOf(string(item, "role")),
                                        string(item, "url")))
                        .toList();
        return new Registration.Hub(
                URI.create(string(text, "versions_url")),
                new Connection(
                        token(string(text, "token")),
                        CredentialsToken.Encoding.valueOf(string(text, "encoding")),
                        endpoints));
    }

    private static List<Json> items(Json.Obj text, String name) {
        return text.member(name).orElse(Json.Null.NULL) instanceof Json.Arr(List<Json> items)
                ? items
                : List.of();
    }

    private static String string(Json.Obj text, String name) {
        return text.textOf(name)
                .orElseThrow(() -> new IllegalStateException("stored without " + name));
    }

    private static CredentialsToken token(String text) {
        return CredentialsToken.of(text).orElseThrow();
    }
}
