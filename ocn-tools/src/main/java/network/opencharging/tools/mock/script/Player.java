package network.opencharging.tools.mock.script;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.mock.Mock;
import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.MockEmsp;
import network.opencharging.tools.mock.PlatformMock;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.mock.hub.MockHub;
import network.opencharging.tools.mock.shelf.Catalogue;
import network.opencharging.tools.ocpi.Signing;
import network.opencharging.tools.seam.Pace;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A mock that plays its script. */
public final class Player implements AutoCloseable {
    private final Mock mock;
    private final Script script;
    private final Pace pace;
    private final Timeline timeline;
    private final Stage stage;

    /**
     * Where and how a script is played.
     *
     * @param port where the mock listens, 0 for any free port
     * @param signing how it signs
     * @param seams time, ids and news
     * @param pace the mock's own time
     * @param deadline how long it waits for an answer
     * @param names the parties that names stand for
     */
    public record Setting(
            int port,
            Signing signing,
            Settings.Seams seams,
            Pace pace,
            Duration deadline,
            Function<String, Optional<PartyId>> names) {}

    private Player(Mock mock, Script script, Setting setting) {
        this.mock = mock;
        this.script = script;
        this.pace = setting.pace();
        this.timeline = new Timeline(pace);
        this.stage = new Stage(mock, setting.names());
    }

    /**
     * Opens the mock with its data, faults and answers; nothing happens before {@link #begin}.
     *
     * @throws IOException when the port is taken
     */
    public static Player open(Script script, Setting setting) throws IOException {
        Settings settings =
                Settings.of(script.identity(), setting.seams())
                        .at(setting.port())
                        .signing(setting.signing())
                        .size(
                                new Settings.Size(
                                        script.stock().locations(),
                                        script.stock().seed(),
                                        script.stock().page(),
                                        setting.deadline()));
        Mock mock =
                switch (script.identity().role()) {
                    case CPO -> MockCpo.open(settings);
                    case HUB -> MockHub.open(settings);
                    default -> MockEmsp.open(settings);
                };
        Player player = new Player(mock, script, setting);
        player.furnish();
        return player;
    }

    private void furnish() {
        script.stock()
                .objects()
                .forEach((module, objects) ->
                        objects.forEach(object ->
                                own(module).ifPresent(shelf -> shelf.put(whole(object)))));
        script.faults().forEach(wanted -> Stage.plant(wanted).ifPresent(mock.faults()::on));
        if (mock instanceof PlatformMock party) {
            script.answers().forEach(party.platform().prepared()::add);
        }
    }

    private Optional<Catalogue> own(String module) {
        return switch (mock) {
            case MockCpo cpo ->
                    switch (module) {
                        case "locations" -> Optional.of(cpo.stock().locations());
                        case "tariffs" -> Optional.of(cpo.stock().tariffs());
                        case "sessions" -> Optional.of(cpo.stock().sessions());
                        case "cdrs" -> Optional.of(cpo.stock().cdrs());
                        default -> Optional.empty();
                    };
            case MockEmsp emsp ->
                    module.equals("tokens") ? Optional.of(emsp.tokens()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** What every object has need not be written in a script. */
    private ObjectNode whole(ObjectNode object) {
        PartyId self = mock.identity().party();
        if (!object.has("country_code")) {
            object.put("country_code", self.countryCode());
        }
        if (!object.has("party_id")) {
            object.put("party_id", self.partyId());
        }
        if (!object.has("last_updated")) {
            object.put(
                    "last_updated",
                    pace.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString());
        }
        return object;
    }

    /**
     * The script's time begins.
     *
     * @param told hears what came of each deed
     */
    public void begin(BiConsumer<Deed, Stage.Result> told) {
        Instant now = pace.instant();
        for (Script.Event event : script.events()) {
            Runnable deed = () -> told.accept(event.deed(), stage.perform(event.deed()));
            if (event.every().isPresent()) {
                timeline.repeatedly(now.plus(event.at()), event.every().get(), event.times(), deed);
            } else {
                timeline.once(now.plus(event.at()), deed);
            }
        }
        if (mock instanceof MockCpo cpo && script.time().meter().isPresent()) {
            Duration every = script.time().meter().get();
            timeline.repeatedly(now.plus(every), every, Integer.MAX_VALUE, () -> cpo.meter(every));
        }
    }

    /**
     * Does what is due, and waits for what is next, until it is interrupted.
     *
     * @throws InterruptedException when the mock ends
     */
    public void run() throws InterruptedException {
        while (true) {
            timeline.runDue();
            timeline.awaitDue();
        }
    }

    /** Does everything that is due by now. */
    public void runDue() {
        timeline.runDue();
    }

    /** When something happens next. */
    public Optional<Instant> next() {
        return timeline.next();
    }

    /** The mock itself. */
    public Mock mock() {
        return mock;
    }

    /** Where it does its deeds. */
    public Stage stage() {
        return stage;
    }

    /** Its role. */
    public Role role() {
        return mock.identity().role();
    }

    @Override
    public void close() {
        mock.close();
    }
}
