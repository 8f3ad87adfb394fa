package network.opencharging.tools.scenario;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.expect.Variables;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.MockEmsp;
import network.opencharging.tools.mock.PlatformMock;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.mock.script.Player;
import network.opencharging.tools.mock.script.Script;
import network.opencharging.tools.mock.stock.Tokens;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.ocpi.Signing;
import network.opencharging.tools.seam.Pace;
import network.opencharging.tools.seam.Seams;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All mocks of a scenario, with one time for all. */
final class Company implements AutoCloseable {
    private final Scenario scenario;
    private final Optional<LiveSystem> live;
    private final Pace pace;
    private final Map<String, Player> players = new LinkedHashMap<>();

    private Company(Scenario scenario, Optional<LiveSystem> live, Pace pace) {
        this.scenario = scenario;
        this.live = live;
        this.pace = pace;
    }

    /**
     * Opens the mocks; none for the party in whose place a live system stands.
     *
     * @throws IOException when no port is free
     */
    static Company open(Scenario scenario, Optional<LiveSystem> live, Seams seams, Signing signing)
            throws IOException {
        Instant begins = scenario.time().begins().orElse(seams.clock().instant());
        Pace pace = new Pace(seams.clock(), begins, scenario.time().speed());
        Company company = new Company(scenario, live, pace);
        Settings.Seams inner = Settings.Seams.of(seams, pace, _ -> {});
        for (Map.Entry<String, Script> party : scenario.parties().entrySet()) {
            if (!company.isLive(party.getKey())) {
                Player.Setting setting =
                        new Player.Setting(
                                0, signing, inner, pace, Duration.ofSeconds(20), company::party);
                company.players.put(party.getKey(), Player.open(party.getValue(), setting));
            }
        }
        company.players.values().forEach(player -> player.begin((_, _) -> {}));
        return company;
    }

    /** Whether a live system stands in the place of that party. */
    boolean isLive(String name) {
        return live.isPresent() && scenario.system().equals(Optional.of(name));
    }

    Optional<LiveSystem> live() {
        return live;
    }

    /** The party whose place a live system may take. */
    Optional<String> system() {
        return scenario.system();
    }

    /** All names, in their order. */
    List<String> names() {
        return List.copyOf(scenario.parties().keySet());
    }

    Optional<Player> player(String name) {
        return Optional.ofNullable(players.get(name));
    }

    /** The mock of that name, when it is a party on a platform of its own. */
    Optional<PlatformMock> platform(String name) {
        return player(name)
                .flatMap(player ->
                        player.mock() instanceof PlatformMock mock
                                ? Optional.of(mock)
                                : Optional.empty());
    }

    /** The party that a name stands for; of a live system, what it says of itself. */
    Optional<PartyId> party(String name) {
        if (!isLive(name)) {
            return Optional.ofNullable(scenario.parties().get(name))
                    .map(script -> script.identity().party());
        }
        Script script = scenario.parties().get(name);
        return players.values().stream()
                .flatMap(player -> player.mock().connected().stream())
                .filter(role -> script != null && role.role() == script.identity().role())
                .map(Identity::party)
                .findFirst();
    }

    /** Lets everybody do what is due until the time has come that far. */
    void advance(Duration by) {
        Instant end = pace.instant().plus(by);
        while (pace.instant().isBefore(end)) {
            Instant next =
                    players.values().stream()
                            .flatMap(player -> player.next().stream())
                            .filter(time -> !time.isAfter(end))
                            .min(Instant::compareTo)
                            .orElse(end);
            Duration step = Duration.between(pace.instant(), next);
            pace.advance(step.isNegative() ? Duration.ZERO : step);
            players.values().forEach(Player::runDue);
        }
    }

    /** What steps may name without having saved it. */
    void introduce(Variables variables) {
        scenario.variables().forEach(variables::set);
        for (Map.Entry<String, Player> player : players.entrySet()) {
            String name = player.getKey();
            Identity identity = player.getValue().mock().identity();
            URI base = player.getValue().mock().versions().resolve("/");
            variables.set(name + "_country", Json.text(identity.party().countryCode()));
            variables.set(name + "_party", Json.text(identity.party().partyId()));
            variables.set(name + "_results", Json.text(base + "ocpi/sender/2.2.1/commands"));
            if (player.getValue().mock() instanceof MockEmsp emsp) {
                emsp.tokens()
                        .find(Tokens.CARD)
                        .flatMap(token ->
                                JsonReader.standard().read(JsonText.write(token)).optional())
                        .ifPresent(token -> variables.set(name + "_card", token));
            }
        }
        variables.set("now", Json.text(now()));
    }

    /** What the clocks at the stations show. */
    String now() {
        return pace.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    }

    @Override
    public void close() {
        players.values().forEach(Player::close);
    }
}
