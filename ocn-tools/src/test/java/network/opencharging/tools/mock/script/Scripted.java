package network.opencharging.tools.mock.script;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.mock.MockEmsp;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.ocpi.Signing;
import network.opencharging.tools.seam.Pace;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.yaml.Problems;
import network.opencharging.tools.yaml.YamlText;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A mock with a script, and Bob the eMSP who is registered at it.
 *
 * @param player plays the script; its time is moved by hand
 * @param pace its time
 * @param bob the eMSP
 */
public record Scripted(Player player, Pace pace, MockEmsp bob) implements AutoCloseable {
    /** When every script begins. */
    public static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    /** Alice with that script. */
    public static Scripted of(String yaml) throws IOException {
        Problems problems = new Problems("script.yaml");
        Script script =
                new ScriptReader(problems).read(YamlText.read(yaml, problems).orElseThrow());
        assertThat(problems.sentences()).isEmpty();
        Seams seams = Seams.real();
        Pace pace = new Pace(seams.clock(), NOON, BigDecimal.ZERO);
        Player player =
                Player.open(
                        script,
                        new Player.Setting(
                                0,
                                Signing.none(),
                                Settings.Seams.of(seams, pace, exchange -> {}),
                                pace,
                                Duration.ofSeconds(30),
                                name -> Optional.empty()));
        MockEmsp bob =
                MockEmsp.open(
                        Settings.of(
                                new Identity(new PartyId("NL", "BOB"), Role.EMSP, "Bob"),
                                Settings.Seams.of(seams, seams.clock(), exchange -> {})));
        player.mock().invite("token-a");
        bob.platform().registration().register(player.mock().versions(), "token-a");
        player.begin((deed, result) -> {});
        return new Scripted(player, pace, bob);
    }

    /** Time passes, and what is due happens. */
    void pass(Duration time) {
        pace.advance(time);
        player.runDue();
    }

    @Override
    public void close() {
        bob.close();
        player.close();
    }
}
