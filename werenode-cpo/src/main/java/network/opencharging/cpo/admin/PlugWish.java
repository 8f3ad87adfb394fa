package network.opencharging.cpo.admin;

import network.opencharging.cpo.plug.dialect.Template;
import network.opencharging.cpo.plug.roll.Plug;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * A plug as the operator wants it.
 *
 * @param family SHELLY_1, SHELLY_2, TASMOTA or TEMPLATE
 * @param address where it is called by HTTP; left out: it connects by MQTT
 * @param template how it speaks, for TEMPLATE
 */
record PlugWish(
        Plug.@Nullable Family family, @Nullable String address, @Nullable TemplateWish template) {
    private static final int BAD_REQUEST = 400;

    /** How a plug of another make speaks. */
    record TemplateWish(
            @Nullable SayWish on,
            @Nullable SayWish off,
            @Nullable SayWish ask,
            @Nullable List<TellWish> tells,
            @Nullable Boolean endsItself) {

        Template template() {
            if (on == null || off == null || tells == null) {
                throw new Wrong(BAD_REQUEST, "template must have on, off and tells");
            }
            return new Template(
                    on.say(),
                    off.say(),
                    Optional.ofNullable(ask).map(SayWish::say),
                    tells.stream().map(TellWish::tell).toList(),
                    Boolean.TRUE.equals(endsItself));
        }
    }

    /** Something to say. */
    record SayWish(@Nullable String topic, @Nullable String payload) {
        Template.Say say() {
            return new Template.Say(text(topic), text(payload));
        }
    }

    /** Something told. */
    record TellWish(
            Template.@Nullable What what,
            @Nullable String topic,
            @Nullable String path,
            @Nullable String on,
            @Nullable String off,
            Template.@Nullable Unit unit) {
        Template.Tell tell() {
            if (what == null) {
                throw new Wrong(
                        BAD_REQUEST, "tells must each have what: STATE, PRESENCE, POWER or ENERGY");
            }
            return new Template.Tell(
                    what,
                    text(topic),
                    text(path),
                    text(on),
                    text(off),
                    unit == null ? Template.Unit.WATT_HOURS : unit);
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The plug, with that seal. */
    Plug plug(String name, Optional<String> seal) {
        if (family == null) {
            throw new Wrong(BAD_REQUEST, "family must be SHELLY_1, SHELLY_2, TASMOTA or TEMPLATE");
        }
        return new Plug(
                name,
                family,
                Optional.ofNullable(address),
                Optional.ofNullable(template).map(TemplateWish::template),
                seal);
    }
}
