package network.opencharging.tools.simulate.plug;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.tools.Mutations;
import network.opencharging.tools.simulate.meter.Curve;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

class FirmwareTest {
    private final PlugBody body = new PlugBody();

    private String hears(Family family, String topic, String payload) {
        return family
                .firmware("p", Optional.of(Duration.ofMinutes(2)))
                .hear(Said.once(topic, payload.replace('\'', '"')), body)
                .stream()
                .map(said -> said.topic() + " " + said.payload().replace('"', '\''))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    SHELLY_1 | shellies/p/relay/0/command | on | shellies/p/relay/0 on
                    SHELLY_1 | shellies/p/command | update | 'has_timer':false
                    SHELLY_2 | p/rpc | {'id':7,'src':'x','method':'Switch.Set','params':{'id':0,'on':true,'toggle_after':120}} | x/rpc {'id':7,'src':'p','dst':'x','result':{'was_on':false}}
                    SHELLY_2 | p/rpc | {'id':7,'src':'x','method':'Switch.GetStatus','params':{'id':0}} | 'aenergy':{'total':0.000}
                    SHELLY_2 | p/rpc | {'id':7,'src':'x','method':'Lock.Open'} | 'error':{'code':404
                    TASMOTA | cmnd/p/Backlog | PulseTime1 220; Power1 ON | stat/p/POWER ON
                    TASMOTA | cmnd/p/Status | 10 | stat/p/STATUS10 {'StatusSNS':{'ENERGY':{'Total':0.000
                    TASMOTA | cmnd/p/Nonsense | 1 | stat/p/RESULT {'Command':'Unknown'}
                    """)
    void eachAnswersAsItsFamilyDoes(Family family, String topic, String payload, String answer) {
        assertThat(hears(family, topic, payload)).contains(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    SHELLY_1 | shellies/p/relay/0/command | on
                    SHELLY_2 | p/rpc | {'id':1,'src':'x','method':'Switch.Set','params':{'id':0,'on':true,'toggle_after':120}}
                    TASMOTA | cmnd/p/Backlog | PulseTime1 220; Power1 ON
                    """)
    void whoeverIsNotToldAgainCutsItselfOff(Family family, String topic, String payload) {
        body.draws(Curve.steady(3_600));
        hears(family, topic, payload);
        assertThat(body.isOn()).isTrue();
        assertThat(body.passes(Duration.ofSeconds(100))).isFalse();
        hears(family, topic, payload);
        assertThat(body.passes(Duration.ofSeconds(100))).as("it was renewed").isFalse();
        assertThat(body.passes(Duration.ofSeconds(100))).isTrue();
        assertThat(body.isOn()).isFalse();
        assertThat(body.wattHours().intValueExact())
                .as("100 + 100 + 20 seconds of 3600 W")
                .isEqualTo(220);
    }

    /** Nothing that a broker hands on breaks a plug: it is answered or left alone. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    SHELLY_1 | shellies/p/relay/0/command | on
                    SHELLY_2 | p/rpc | {'id':7,'src':'x','method':'Switch.Set','params':{'id':0,'on':true,'toggle_after':120}}
                    TASMOTA | cmnd/p/Backlog | PulseTime1 220; Power1 ON
                    """)
    void brokenInAnyWayBreaksNothing(Family family, String topic, String payload) {
        Random random = new Random(20261128);
        int answers = 0;
        for (int i = 0; i < Integer.getInteger("ocn.mutations", 300); i++) {
            answers += hears(family, topic, changed(payload.replace('\'', '"'), random)).length();
            answers += hears(family, changed(topic, random), payload).length();
            family.firmware("p", Optional.empty())
                    .called(
                            "/" + changed(topic, random),
                            Map.of(changed(payload, random), ""),
                            body);
        }
        assertThat(answers).isPositive();
    }

    private static String changed(String text, Random random) {
        byte[] good = text.getBytes(StandardCharsets.UTF_8);
        return new String(Mutations.changed(good, random), StandardCharsets.UTF_8);
    }

    @Test
    void liesAreTold() {
        body.draws(Curve.steady(1_000));
        body.switchOn(Optional.empty());
        body.lie(Lie.OFF);
        assertThat(List.of(body.saysOn(), body.isOn())).containsExactly(false, true);
        body.lie(Lie.COUNTER);
        body.passes(Duration.ofHours(1));
        assertThat(body.wattHours().signum()).isZero();
        body.lie(Lie.STUCK);
        body.switchOff();
        assertThat(body.isOn()).isTrue();
        body.lie(Lie.NONE);
        body.switchOff();
        assertThat(body.isOn()).isFalse();
    }
}
