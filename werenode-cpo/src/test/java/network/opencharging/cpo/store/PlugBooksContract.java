package network.opencharging.cpo.store;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.plug.dialect.Template;
import network.opencharging.cpo.plug.port.PlugMemory;
import network.opencharging.cpo.plug.roll.Plug;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What every database must do for plugs. */
abstract class PlugBooksContract {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private JdbcPlugs plugs;
    private JdbcPlugMemory memory;

    abstract CpoDatabase database();

    @BeforeEach
    void emptied() {
        database().client().sql("delete from cpo_plug").update();
        database().client().sql("delete from cpo_plug_memory").update();
        plugs = new JdbcPlugs(database().client());
        memory = new JdbcPlugMemory(database().client());
    }

    @Test
    void aPlugIsWrittenDownChangedAndForgotten() {
        Plug first =
                new Plug(
                        "left",
                        Plug.Family.SHELLY_2,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("seal"));
        plugs.put(first);
        assertThat(plugs.all()).containsExactly(first);
        Plug second =
                new Plug(
                        "left",
                        Plug.Family.TASMOTA,
                        Optional.of("192.168.7.20"),
                        Optional.empty(),
                        Optional.empty());
        plugs.put(second);
        assertThat(plugs.all()).containsExactly(second);
        assertThat(plugs.remove("left")).isTrue();
        assertThat(plugs.remove("left")).isFalse();
        assertThat(plugs.all()).isEmpty();
    }

    @Test
    void aTemplateComesBackAsItWas() {
        Template template =
                new Template(
                        new Template.Say("a/{name}", "{seconds}"),
                        new Template.Say("a/{name}", "\u00e4 'off'"),
                        Optional.of(new Template.Say("a/{name}/ask", "")),
                        List.of(
                                new Template.Tell(
                                        Template.What.STATE,
                                        "a/{name}/is",
                                        "/x/0",
                                        "on",
                                        "off",
                                        Template.Unit.KILOWATT_HOURS)),
                        false);
        Plug own =
                new Plug(
                        "own",
                        Plug.Family.TEMPLATE,
                        Optional.empty(),
                        Optional.of(template),
                        Optional.empty());
        plugs.put(own);
        assertThat(plugs.all()).containsExactly(own);
    }

    @Test
    void whatMustBeKnownAfterARestartIsKept() {
        assertThat(memory.recall("left")).isEmpty();
        PlugMemory.Kept all =
                new PlugMemory.Kept(
                        Optional.of(new PlugMemory.KeptCounter(-5, 12_345, NOON)),
                        Optional.of(new PlugMemory.KeptCharge("S", "T", true)));
        memory.keep("left", all);
        assertThat(memory.recall("left")).contains(all);
        PlugMemory.Kept nothing = new PlugMemory.Kept(Optional.empty(), Optional.empty());
        memory.keep("left", nothing);
        assertThat(memory.recall("left")).contains(nothing);
        plugs.remove("left");
        assertThat(memory.recall("left")).isEmpty();
    }
}
