package network.opencharging.cpo.plug.roll;

import network.opencharging.cpo.plug.dialect.CalledPlug;
import network.opencharging.cpo.plug.dialect.PlugDialect;
import network.opencharging.cpo.plug.dialect.ShellyOne;
import network.opencharging.cpo.plug.dialect.ShellyTwo;
import network.opencharging.cpo.plug.dialect.Tasmota;
import network.opencharging.cpo.plug.dialect.Template;
import network.opencharging.cpo.plug.dialect.TemplatePlug;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A plug as the operator wrote it down.
 *
 * @param name its user at the broker, its name in topics, and its name as a device
 * @param address where it is called by HTTP, {@code host:port}; empty: it connects by MQTT
 * @param template how it speaks; there for {@link Family#TEMPLATE} only
 * @param seal of its password at the embedded broker
 */
public record Plug(
        String name,
        Family family,
        Optional<String> address,
        Optional<Template> template,
        Optional<String> seal) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,47}");

    /** Which firmware speaks. */
    public enum Family {
        SHELLY_1,
        SHELLY_2,
        TASMOTA,
        TEMPLATE
    }

    /**
     * Checks that it can be a plug.
     *
     * @throws IllegalArgumentException naming the field
     */
    public Plug {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name must be 1 to 48 letters, digits, points, hyphens and underscores, and"
                            + " begin with a letter or digit");
        }
        if (template.isPresent() != (family == Family.TEMPLATE)) {
            throw new IllegalArgumentException(
                    "template is for the family TEMPLATE, and wanted there");
        }
    }

    /** The same with another password. */
    public Plug sealedWith(String fresh) {
        return new Plug(name, family, address, template, Optional.of(fresh));
    }

    /** It is called by HTTP. */
    public boolean isCalled() {
        return address.isPresent();
    }

    /**
     * How it speaks.
     *
     * @throws IllegalArgumentException naming what is wrong with its template
     */
    public PlugDialect dialect() {
        return switch (family) {
            case SHELLY_1 -> isCalled() ? called(CalledPlug.Family.SHELLY_1) : new ShellyOne(name);
            case SHELLY_2 -> isCalled() ? called(CalledPlug.Family.SHELLY_2) : new ShellyTwo(name);
            case TASMOTA -> isCalled() ? called(CalledPlug.Family.TASMOTA) : new Tasmota(name);
            case TEMPLATE -> new TemplatePlug(name, template.orElseThrow(), isCalled());
        };
    }

    private static PlugDialect called(CalledPlug.Family family) {
        return new CalledPlug(family);
    }

    /** Never with its seal. */
    @Override
    public String toString() {
        return name;
    }
}
