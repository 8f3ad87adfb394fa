package network.opencharging.cpo.plug.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

class PlugDialectTest {
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Template TEMPLATE =
            new Template(
                    new Template.Say("home/{name}/set", "{\"on\":true,\"for\":{seconds}}"),
                    new Template.Say("home/{name}/set", "{\"on\":false}"),
                    Optional.empty(),
                    List.of(
                            tell(Template.What.STATE, "state", "/relay", "up", "down"),
                            tell(Template.What.PRESENCE, "here", "", "yes", "no"),
                            tell(Template.What.POWER, "watts", "", "", ""),
                            tell(Template.What.ENERGY, "state", "/kwh", "", "")),
                    false);

    private static final Map<String, PlugDialect> PLUGS =
            Map.of(
                    "one", new ShellyOne("p"),
                    "two", new ShellyTwo("p"),
                    "tasmota", new Tasmota("p"),
                    "own", new TemplatePlug("p", TEMPLATE, false),
                    "one-http", new CalledPlug(CalledPlug.Family.SHELLY_1),
                    "two-http", new CalledPlug(CalledPlug.Family.SHELLY_2),
                    "tasmota-http", new CalledPlug(CalledPlug.Family.TASMOTA));

    private static Template.Tell tell(
            Template.What what, String topic, String path, String on, String off) {
        return new Template.Tell(
                what, "home/{name}/" + topic, path, on, off, Template.Unit.KILOWATT_HOURS);
    }

    private static PlugDialect plug(String name) {
        return Objects.requireNonNull(PLUGS.get(name));
    }

    private static List<PlugNews> read(String plug, String topic, String payload) {
        return plug(plug).read(new PlugMessage(topic, payload.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    one | shellies/p/online | true | Presence[there=true]
                    one | shellies/p/relay/0 | on | Switched[on=true]
                    one | shellies/p/relay/0 | overpower | Switched[on=false]
                    one | shellies/p/relay/0/power | 1500.7 | Power[power=1.501 kW]
                    one | shellies/p/relay/0/energy | 90000 | Register[register=1.500 kWh]
                    one | shellies/p/info | {'relays':[{'ison':true,'has_timer':false}]} | Switched[on=true];Timer[running=false]
                    two | p/online | false | Presence[there=false]
                    two | p/status/switch:0 | {'output':true,'apower':12.3,'aenergy':{'total':1500.9}} | Register[register=1.500 kWh];Switched[on=true];Power[power=0.012 kW]
                    two | p/events/rpc | {'method':'NotifyStatus','params':{'switch:0':{'output':false}}} | Switched[on=false]
                    two | p/cpo/rpc | {'id':1,'result':{'aenergy':{'total':7}}} | Register[register=0.007 kWh]
                    two | p/cpo/rpc | {'id':1,'result':{'output':true,'timer_started_at':1.5}} | Switched[on=true];Timer[running=true]
                    two | p/cpo/rpc | {'id':1,'result':{'output':true}} | Switched[on=true];Timer[running=false]
                    two | p/cpo/rpc | {'id':1,'error':{'code':-103,'message':'Invalid argument'}} | Refused[why=Invalid argument]
                    tasmota | tele/p/LWT | Offline | Presence[there=false]
                    tasmota | stat/p/RESULT | {'POWER':'ON'} | Switched[on=true]
                    tasmota | stat/p/RESULT | {'PulseTime1':{'Set':220,'Remaining':220}} | Timer[running=true]
                    tasmota | stat/p/RESULT | {'PulseTime1':{'Set':0,'Remaining':0}} | Timer[running=false]
                    tasmota | stat/p/RESULT | {'Command':'Unknown'} | Refused[why=Command Unknown]
                    tasmota | stat/p/POWER | OFF | Switched[on=false]
                    tasmota | tele/p/SENSOR | {'ENERGY':{'Total':1.5,'Power':12}} | Register[register=1.500 kWh];Power[power=0.012 kW]
                    tasmota | stat/p/STATUS10 | {'StatusSNS':{'ENERGY':{'Total':2.25}}} | Register[register=2.250 kWh]
                    tasmota | stat/p/STATUS11 | {'StatusSTS':{'POWER':'ON'}} | Switched[on=true]
                    own | home/p/here | yes | Presence[there=true]
                    own | home/p/state | {'relay':'up','kwh':2.5} | Register[register=2.500 kWh];Switched[on=true]
                    own | home/p/watts | 99.6 | Power[power=0.100 kW]
                    one-http | /relay/0?turn=on&timer=120 | {'ison':true,'has_timer':true} | Presence[there=true];Switched[on=true];Timer[running=true]
                    one-http | /status | {'relays':[{'ison':false}],'meters':[{'power':3,'total':60000}]} | Presence[there=true];Switched[on=false];Power[power=0.003 kW]
                    two-http | /rpc/Switch.GetStatus?id=0 | {'output':true,'aenergy':{'total':1}} | Presence[there=true];Switched[on=true];Timer[running=false]
                    tasmota-http | /cm?cmnd=Status%2011 | {'StatusSTS':{'POWER':'ON'}} | Presence[there=true];Switched[on=true]
                    """)
    void whatPlugsTellIsUnderstood(String plug, String topic, String payload, String news) {
        assertThat(read(plug, topic, payload))
                .map(Object::toString)
                .containsExactly(news.split(";"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    one | shellies/other/relay/0 | on
                    one | shellies/p/relay/0 | ON
                    one | shellies/p/relay/0/power | -5
                    one | shellies/p/relay/0/energy | 1e999999999
                    one | shellies/p/info | {'relays':{'ison':true}}
                    two | p/online | maybe
                    two | p/rpc | {'output':true}
                    two | p/status/switch:0 | {'output':'true','apower':'x','aenergy':{'total':-1}}
                    two | p/status/switch:0 | {'aenergy':{'total':1e400000000}}
                    two | p/status/switch:0 | nonsense
                    tasmota | tele/p/SENSOR | [[[[[[[[[[[[[[[
                    tasmota | tele/other/LWT | Online
                    tasmota | stat/p/POWER | 1
                    own | home/p/state | {'relay':'UP','kwh':-1}
                    own | home/p/other | yes
                    two-http | /rpc/Switch.GetStatus?id=0 | <html>
                    """)
    void nonsenseMeansNothing(String plug, String topic, String payload) {
        assertThat(read(plug, topic, payload)).isEmpty();
    }

    /** A dead backend leaves no plug on. */
    @Test
    void everyOnCarriesItsEnd() {
        assertThat(on("two")).contains("\"toggle_after\":120");
        assertThat(on("tasmota")).endsWith("PulseTime1 220; Power1 ON");
        assertThat(on("own")).endsWith("{\"on\":true,\"for\":120}");
        assertThat(on("one-http")).startsWith("/relay/0?turn=on&timer=120");
        assertThat(on("two-http")).startsWith("/rpc/Switch.Set?id=0&on=true&toggle_after=120");
        assertThat(on("tasmota-http")).startsWith("/cm?cmnd=Backlog%20PulseTime1%20220%3B");
        assertThat(plug("one").on(LEASE))
                .as("its MQTT has no timer: it is asked whether its own is set")
                .contains(new PlugMessage("shellies/p/command", "update"));
    }

    private static String on(String plug) {
        PlugMessage first = plug(plug).on(LEASE).getFirst();
        return first.topic() + " " + first.payload();
    }

    @Test
    void aTemplateThatWouldLeaveAPlugOnIsRefused() {
        assertThatThrownBy(() ->
                        new Template(
                                new Template.Say("home/{name}/set", "ON"),
                                TEMPLATE.off(),
                                Optional.empty(),
                                TEMPLATE.tells(),
                                false))
                .hasMessageContaining("{seconds}");
    }

    @Test
    void topicsThatOthersCouldShareAreRefused() {
        Template shared =
                new Template(
                        new Template.Say("home/set", "{seconds}"),
                        TEMPLATE.off(),
                        Optional.empty(),
                        TEMPLATE.tells(),
                        false);
        assertThatThrownBy(() -> new TemplatePlug("p", shared, false))
                .hasMessageContaining("{name}");
        assertThatThrownBy(() -> new Template.Say("home/{name}/#", "")).hasMessageContaining("#");
    }

    /** Each speaks and hears in its own name. */
    @ParameterizedTest
    @CsvSource({
        "one, shellies/p/relay/0, shellies/p/relay/0/command, shellies/q/relay/0",
        "two, p/status/switch:0, p/rpc, q/status/switch:0",
        "tasmota, tele/p/SENSOR, cmnd/p/#, tele/q/SENSOR",
        "own, home/p/state, home/p/set, home/q/state",
    })
    void eachHasItsOwnTopics(String plug, String told, String heard, String anothers) {
        assertThat(plug(plug).mayTell(told)).isTrue();
        assertThat(plug(plug).mayHear(heard)).isTrue();
        assertThat(plug(plug).mayTell(anothers)).isFalse();
        for (String filter : List.of("#", "+/p/#", "+", anothers, "$SYS/#")) {
            assertThat(plug(plug).mayHear(filter)).as(filter).isFalse();
        }
    }

    /** The time is part of the topic, and may be set to any. */
    @Test
    void aTopicThatBearsTheSecondsIsHeardForAnyNumber() {
        TemplatePlug plug =
                new TemplatePlug(
                        "p",
                        new Template(
                                new Template.Say("home/{name}/on/for-{seconds}-s", ""),
                                TEMPLATE.off(),
                                Optional.empty(),
                                TEMPLATE.tells(),
                                false),
                        false);
        assertThat(plug.on(LEASE).getFirst().topic()).isEqualTo("home/p/on/for-120-s");
        for (String filter : List.of("home/p/on/for-120-s", "home/p/on/for-7-s", "home/p/on/+")) {
            assertThat(plug.mayHear(filter)).as(filter).isTrue();
        }
        for (String filter :
                List.of(
                        "home/p/on/for--s",
                        "home/p/on/for-x-s",
                        "home/q/on/for-120-s",
                        "home/p/+/for-120-s",
                        "home/p/on/for-120-s/more",
                        "home/+/on/+")) {
            assertThat(plug.mayHear(filter)).as(filter).isFalse();
        }
    }

    /** Payloads of every kind, damaged in every place, on every topic, for every family. */
    @Test
    void damagedPayloadsAreReadOrNot() {
        List<String> good =
                List.of(
                        "{\"output\":true,\"apower\":12.3,\"aenergy\":{\"total\":1500.9}}",
                        "{\"id\":1,\"result\":{\"output\":true,\"timer_started_at\":1.5}}",
                        "{\"id\":1,\"error\":{\"code\":-103,\"message\":\"no\"}}",
                        "{\"params\":{\"switch:0\":{\"output\":false,\"apower\":1}}}",
                        "{\"relays\":[{\"ison\":true,\"has_timer\":true}],\"meters\":[{\"power\":1"
                                + ",\"total\":5}]}",
                        "{\"StatusSNS\":{\"ENERGY\":{\"Total\":1.5,\"Power\":12}}}",
                        "{\"POWER\":\"ON\",\"PulseTime1\":{\"Set\":220,\"Remaining\":220}}",
                        "{\"relay\":\"up\",\"kwh\":2.5}",
                        "1500.25");
        Random random = new Random(6);
        Set<String> understood = new TreeSet<>();
        for (int i = 0; i < 20_000; i++) {
            String damaged = damaged(good.get(i % good.size()), random);
            for (PlugDialect plug : PLUGS.values()) {
                for (String topic : topics(plug)) {
                    plug.read(new PlugMessage(topic, damaged)).stream()
                            .map(news -> news.getClass().getSimpleName())
                            .forEach(understood::add);
                }
            }
        }
        assertThat(understood)
                .as("what was damaged a little is still understood often enough to mean anything")
                .contains("Power", "Refused", "Register", "Switched", "Timer");
    }

    private static Set<String> topics(PlugDialect plug) {
        return plug.topics().isEmpty()
                ? plug.ask().stream().map(PlugMessage::topic).collect(Collectors.toSet())
                : Set.copyOf(plug.topics());
    }

    private static String damaged(String good, Random random) {
        byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
        for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        int end = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
