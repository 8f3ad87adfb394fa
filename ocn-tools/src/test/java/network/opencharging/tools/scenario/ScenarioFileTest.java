package network.opencharging.tools.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.tools.Ran;
import network.opencharging.tools.yaml.Problems;
import network.opencharging.tools.yaml.YamlText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Files that cannot be used, and one to begin one's own with. */
class ScenarioFileTest {
    private static final String WRONG =
            """
            scenario: Wrong
            system: carol
            speed: fast
            parties:
              alice: {mock: cpu, party: Germany, faults: [no-such-fault, {name: http-500, by: 3s}]}
              bob:
                mock: emsp
                colour: red
                answers:
                  - when: {methud: GET}
                events:
                  - {at: soon, charge: {session: S1, kwh: lots}}
            steps:
              - register: dave
              - as: bob
                send: {method: FETCH, module: locations}
              - advance: [1, 2]
              - nothing: here
            """;

    @TempDir Path folder;

    @Test
    void whatIsWrongWithAFileIsToldAllAtOnceWithLineAndPath() throws IOException {
        Ran ran = Scenarios.play(folder, WRONG);

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err().lines().map(line -> line.replaceFirst("^.*story.yaml:", "")))
                .contains(
                        "5: parties.alice.mock must be one of cpo, emsp, hub",
                        "5: parties.alice.party must be a country code and a party id, such as"
                                + " DE/ALC",
                        "5: parties.alice.faults[0] names no fault: no-such-fault; 'ocn tools mock"
                                + " faults' lists them",
                        "5: parties.alice.faults[1] http-500 has no measure: leave 'by' out",
                        "8: parties.bob.colour is not known here; there are: mock, party, name,"
                                + " locations, seed, page, objects, speed, meter, faults, answers,"
                                + " events",
                        "10: parties.bob.answers[0] needs answer",
                        "12: parties.bob.events[0].at must be a time span such as 250ms, 10s, 5m or"
                                + " 2h",
                        "12: parties.bob.events[0].charge.kwh must be a number above 0",
                        "2: system is none of the parties: [alice, bob]",
                        "14: steps[0].register is none of the parties: alice, bob",
                        "16: steps[1].send.method must be one of GET, PUT, PATCH, POST, DELETE",
                        "17: steps[2].advance must be a single value, not a list",
                        "3: speed must be a number above 0");
        assertThat(ran.err())
                .contains("story.yaml:10: parties.bob.answers[0].when.methud is not known");
        assertThat(ran.err())
                .contains("story.yaml:18: steps[3] must have one of")
                .doesNotContain("\tat ");
    }

    @Test
    void whatIsNoYamlIsToldWithItsLine() throws IOException {
        assertThat(Scenarios.play(folder, "scenario: x\nparties: [").err())
                .contains("story.yaml:2: is not YAML");
        assertThat(Scenarios.play(folder, "").err()).contains("there is nothing in it");
        assertThat(Scenarios.play(folder, "a: &a [*a]").exitCode()).isEqualTo(2);
        assertThat(Scenarios.run("run", "no-such-thing").err())
                .contains("There is no scenario no-such-thing; there are: register");
    }

    @Test
    void aScenarioIsShownToBeginOnesOwnWith() throws IOException {
        Ran shown = Scenarios.run("show", "session");

        assertThat(Scenarios.run("list").out())
                .contains("session")
                .contains("A session from start to CDR");
        assertThat(Scenarios.play(folder, shown.out()).exitCode()).isZero();
    }

    /** Letters, lines and signs of a good file are exchanged, doubled and lost. */
    @Test
    void noFileHoweverSpoiltBreaksTheReader() {
        RandomGenerator random = new Random(20261128);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            String name = Library.NAMES.get(random.nextInt(Library.NAMES.size()));
            String text = spoilt(Library.find(name).orElseThrow(), random);
            Problems problems = new Problems("spoilt.yaml");

            YamlText.read(text, problems).ifPresent(new ScenarioReader(problems)::read);

            assertThat(problems.sentences())
                    .allMatch(one -> one.matches("(?s)spoilt.yaml:[0-9]+: .+"));
            refused += problems.isEmpty() ? 0 : 1;
        }
        assertThat(refused).isBetween(500, 1_999);
    }

    private static String spoilt(String text, RandomGenerator random) {
        StringBuilder spoilt = new StringBuilder(text);
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            int at = random.nextInt(spoilt.length());
            switch (random.nextInt(4)) {
                case 0 -> spoilt.deleteCharAt(at);
                case 1 -> spoilt.insert(at, "{}[]:,&*#\n\t\"'0\u0000é".charAt(random.nextInt(16)));
                case 2 -> spoilt.setCharAt(at, (char) random.nextInt(32, 127));
                default -> {
                    int end = Math.min(spoilt.length(), at + random.nextInt(1, 60));
                    spoilt.insert(at, spoilt.substring(at, end));
                }
            }
        }
        return spoilt.toString();
    }
}
