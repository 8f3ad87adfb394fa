package network.opencharging.tools.party;

import network.opencharging.bridge.backoffice.Command;
import network.opencharging.bridge.backoffice.CommandHandler;
import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.config.EmbeddedBridge;
import network.opencharging.bridge.model.Finding;
import network.opencharging.bridge.model.v221.CDR;
import network.opencharging.bridge.model.v221.CommandResponseType;
import network.opencharging.bridge.model.v221.CommandResult;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.charging.Stations;
import network.opencharging.tools.mock.module.Aftermath;
import network.opencharging.tools.mock.module.CommandReceiver;
import network.opencharging.tools.ocpi.OcpiRequest;
import network.opencharging.tools.ocpi.Outcome;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Commands of partners at canned stations; what becomes of them is told by the bridge. */
final class StationCommands implements CommandHandler, AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final PartyId self;
    private final Stations stations;
    private final Stations.Stock stock;
    private final CompletableFuture<EmbeddedBridge> bridge = new CompletableFuture<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    StationCommands(PartyId self, Stations stations, Stations.Stock stock) {
        this.self = self;
        this.stations = stations;
        this.stock = stock;
    }

    /** The stations need the bridge, and the bridge needs the stations. */
    void open(EmbeddedBridge opened) {
        bridge.complete(opened);
    }

    @Override
    public Answer handle(Context context, Command command) {
        OcpiRequest request =
                new OcpiRequest(
                        "POST",
                        URI.create("/commands"),
                        List.of(command.order().type().value()),
                        Map.of(),
                        Optional.of(Objects.tree(command.order().body().json())),
                        Optional.of(context.from()));
        return switch (new CommandReceiver(stations, new Reports(command.id())).apply(request)) {
            case Outcome.Begun(JsonNode _, Runnable afterwards) -> {
                threads.execute(afterwards);
                yield new Answer.Accepted(LONGEST);
            }
            case Outcome.Found(JsonNode said) ->
                    new Answer.Refused(new CommandResponseType(said.path("result").asString()), "");
            case Outcome other ->
                    new Answer.Refused(CommandResponseType.REJECTED, other.toString());
        };
    }

    /** Tells the newest state of a session. */
    void tell(PartyId emsp, String sessionId) {
        ObjectNode session = stock.sessions().find(sessionId).orElseThrow();
        taken(
                bridge.join()
                        .outbox()
                        .push(
                                self,
                                emsp,
                                ModuleId.SESSIONS,
                                Session.SHAPE,
                                Objects.typed(Session.SHAPE, session),
                                sessionId));
    }

    private void bill(PartyId emsp, ObjectNode cdr) {
        taken(
                bridge.join()
                        .outbox()
                        .post(
                                self,
                                emsp,
                                ModuleId.CDRS,
                                CDR.SHAPE,
                                Objects.typed(CDR.SHAPE, cdr),
                                cdr.path("id").asString()));
    }

    /** Canned objects keep to the specification: anything else is a bug here. */
    private static void taken(List<Finding> wrong) {
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(wrong.toString());
        }
    }

    /** What the stations report of one command. */
    private final class Reports implements Aftermath {
        private final String id;

        Reports(String id) {
            this.id = id;
        }

        @Override
        public void result(PartyId asker, URI responseUrl, JsonNode result) {
            bridge.join().commands().settle(id, Objects.typed(CommandResult.SHAPE, result));
        }

        @Override
        public void started(PartyId asker, ObjectNode session) {
            tell(asker, JsonText.text(session, "id").orElseThrow());
        }

        @Override
        public void stopped(PartyId asker, String sessionId, ObjectNode patch) {
            tell(asker, sessionId);
            stations.bill(sessionId).ifPresent(cdr -> bill(asker, cdr));
        }

        /** Charging profiles are not offered by this party. */
        @Override
        public void profileChanged(PartyId asker, String sessionId, JsonNode activeProfile) {
            throw new IllegalStateException("no charging profile was set");
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
