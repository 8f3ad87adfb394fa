package network.opencharging.cpo.plug.broker;

import network.opencharging.cpo.plug.dialect.PlugDialect;
import network.opencharging.cpo.plug.dialect.PlugMessage;
import network.opencharging.cpo.plug.dialect.ShellyOne;
import network.opencharging.cpo.plug.dialect.ShellyTwo;
import network.opencharging.cpo.plug.dialect.Tasmota;
import network.opencharging.cpo.plug.dialect.Template;
import network.opencharging.cpo.plug.dialect.TemplatePlug;

import java.util.List;
import java.util.Optional;

/** What plugs of each family say and hear, written down apart from what the backend makes of it. */
enum FamilyForTests {
    SHELLY_1("shellies/%s/") {
        @Override
        PlugDialect dialect(String name) {
            return new ShellyOne(name);
        }

        @Override
        PlugMessage presence(String name, boolean there) {
            return new PlugMessage(at(name, "online"), there ? "true" : "false");
        }

        @Override
        List<String> hears(String name) {
            return List.of("shellies/command", at(name, "command"), at(name, "relay/0/command"));
        }

        @Override
        List<PlugMessage> says(String name, boolean on, long wattHours) {
            return List.of(
                    new PlugMessage(at(name, "relay/0/energy"), "" + wattHours * 60),
                    new PlugMessage(at(name, "relay/0"), on ? "on" : "off"));
        }

        @Override
        PlugMessage power(String name, long watts) {
            return new PlugMessage(at(name, "relay/0/power"), watts + ".00");
        }

        @Override
        List<PlugMessage> declines(String name) {
            PlugMessage off = new PlugMessage(at(name, "relay/0"), "off");
            return List.of(off, off);
        }

        @Override
        boolean isOn(PlugMessage order) {
            return order.payload().equals("on");
        }

        @Override
        boolean isOff(PlugMessage order) {
            return order.payload().equals("off");
        }
    },
    SHELLY_2("%s/") {
        @Override
        PlugDialect dialect(String name) {
            return new ShellyTwo(name);
        }

        @Override
        PlugMessage presence(String name, boolean there) {
            return new PlugMessage(at(name, "online"), there ? "true" : "false");
        }

        @Override
        List<String> hears(String name) {
            return List.of(at(name, "rpc"));
        }

        @Override
        List<PlugMessage> says(String name, boolean on, long wattHours) {
            return List.of(
                    new PlugMessage(
                            at(name, "status/switch:0"),
                            "{\"id\":0,\"output\":%s,\"aenergy\":{\"total\":%d.000}}"
                                    .formatted(on, wattHours)));
        }

        @Override
        PlugMessage power(String name, long watts) {
            return new PlugMessage(
                    at(name, "events/rpc"),
                    "{\"method\":\"NotifyStatus\",\"params\":{\"switch:0\":{\"apower\":%d.0}}}"
                            .formatted(watts));
        }

        @Override
        List<PlugMessage> declines(String name) {
            return List.of(
                    new PlugMessage(
                            at(name, "cpo/rpc"),
                            "{\"id\":1,\"error\":{\"code\":-103,\"message\":\"overheated\"}}"));
        }

        @Override
        boolean isOn(PlugMessage order) {
            return order.payload().contains("\"on\":true");
        }

        @Override
        boolean isOff(PlugMessage order) {
            return order.payload().contains("\"on\":false");
        }
    },
    TASMOTA("%s") {
        @Override
        PlugDialect dialect(String name) {
            return new Tasmota(name);
        }

        @Override
        PlugMessage presence(String name, boolean there) {
            return new PlugMessage("tele/" + name + "/LWT", there ? "Online" : "Offline");
        }

        @Override
        List<String> hears(String name) {
            return List.of("cmnd/" + name + "/#");
        }

        @Override
        List<PlugMessage> says(String name, boolean on, long wattHours) {
            return List.of(
                    new PlugMessage(
                            "tele/" + name + "/SENSOR",
                            "{\"ENERGY\":{\"Total\":%d.%03d}}"
                                    .formatted(wattHours / 1000, wattHours % 1000)),
                    new PlugMessage("stat/" + name + "/POWER", on ? "ON" : "OFF"));
        }

        @Override
        PlugMessage power(String name, long watts) {
            return new PlugMessage(
                    "tele/" + name + "/SENSOR", "{\"ENERGY\":{\"Power\":%d}}".formatted(watts));
        }

        @Override
        List<PlugMessage> declines(String name) {
            return List.of(
                    new PlugMessage(
                            "stat/" + name + "/RESULT",
                            "{\"Command\":\"Unknown\",\"Input\":\"BACKLOG\"}"));
        }

        @Override
        boolean isOn(PlugMessage order) {
            return order.payload().endsWith("Power1 ON");
        }

        @Override
        boolean isOff(PlugMessage order) {
            return order.payload().equals("OFF");
        }
    },
    TEMPLATE("garage/%s/") {
        @Override
        PlugDialect dialect(String name) {
            return new TemplatePlug(name, template(), false);
        }

        private Template template() {
            return new Template(
                    new Template.Say("garage/{name}/set", "1 {seconds}"),
                    new Template.Say("garage/{name}/set", "0"),
                    Optional.of(new Template.Say("garage/{name}/get", "")),
                    List.of(
                            tell(Template.What.STATE, "state", "/relay", "up", "down"),
                            tell(Template.What.PRESENCE, "here", "", "yes", "no"),
                            tell(Template.What.POWER, "watts", "", "", ""),
                            tell(Template.What.ENERGY, "state", "/wh", "", "")),
                    false);
        }

        private static Template.Tell tell(
                Template.What what, String topic, String path, String on, String off) {
            return new Template.Tell(
                    what, "garage/{name}/" + topic, path, on, off, Template.Unit.WATT_HOURS);
        }

        @Override
        PlugMessage presence(String name, boolean there) {
            return new PlugMessage(at(name, "here"), there ? "yes" : "no");
        }

        @Override
        List<String> hears(String name) {
            return List.of(at(name, "set"), at(name, "get"));
        }

        @Override
        List<PlugMessage> says(String name, boolean on, long wattHours) {
            return List.of(
                    new PlugMessage(
                            at(name, "state"),
                            "{\"relay\":\"%s\",\"wh\":%d}"
                                    .formatted(on ? "up" : "down", wattHours)));
        }

        @Override
        PlugMessage power(String name, long watts) {
            return new PlugMessage(at(name, "watts"), "" + watts);
        }

        @Override
        List<PlugMessage> declines(String name) {
            PlugMessage off = new PlugMessage(at(name, "state"), "{\"relay\":\"down\"}");
            return List.of(off, off);
        }

        @Override
        boolean isOn(PlugMessage order) {
            return order.payload().startsWith("1 ");
        }

        @Override
        boolean isOff(PlugMessage order) {
            return order.payload().equals("0");
        }
    };

    private final String base;

    FamilyForTests(String base) {
        this.base = base;
    }

    String at(String name, String topic) {
        return base.formatted(name) + topic;
    }

    abstract PlugDialect dialect(String name);

    abstract PlugMessage presence(String name, boolean there);

    abstract List<String> hears(String name);

    abstract List<PlugMessage> says(String name, boolean on, long wattHours);

    abstract PlugMessage power(String name, long watts);

    abstract List<PlugMessage> declines(String name);

    abstract boolean isOn(PlugMessage order);

    abstract boolean isOff(PlugMessage order);
}
