package network.opencharging.cpo.plug.dialect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A plug that speaks as a template says.
 *
 * @param called by HTTP: then it is there when it answers, and is not metered
 */
public record TemplatePlug(String id, Template template, boolean called) implements PlugDialect {

    private static final String SECONDS = "{seconds}";

    /**
     * Checks what depends on the name and the way.
     *
     * @throws IllegalArgumentException naming the field
     */
    public TemplatePlug {
        boolean presence =
                template.tells().stream().anyMatch(tell -> tell.what() == Template.What.PRESENCE);
        Template.require(called || presence, "tells must have a PRESENCE: its last will");
        Template.require(
                !called || template.ask().isPresent(),
                "ask must say how the plug is asked again and again");
        Template.require(
                called || template.topics().allMatch(topic -> levels(topic).contains("{name}")),
                "each topic must have {name} as one of its levels, so that no two plugs share any");
        Template.require(
                !called || template.topics().allMatch(path -> path.startsWith("/")),
                "each topic must be a path that begins with /");
    }

    private static List<String> levels(String topic) {
        return List.of(topic.split("/", -1));
    }

    @Override
    public List<String> topics() {
        return called
                ? List.of()
                : template.tells().stream().map(tell -> named(tell.topic())).distinct().toList();
    }

    private String named(String text) {
        return text.replace("{name}", id);
    }

    private PlugMessage filled(Template.Say say, long seconds) {
        String time = Long.toString(seconds);
        return new PlugMessage(
                named(say.topic()).replace(SECONDS, time),
                named(say.payload()).replace(SECONDS, time));
    }

    @Override
    public List<PlugMessage> on(Duration lease) {
        return then(filled(template.on(), lease.toSeconds()));
    }

    @Override
    public List<PlugMessage> off() {
        return then(filled(template.off(), 0));
    }

    /** What is called by HTTP says how it is only when it is asked. */
    private List<PlugMessage> then(PlugMessage order) {
        List<PlugMessage> all = new ArrayList<>(List.of(order));
        if (called) {
            all.addAll(ask());
        }
        return all;
    }

    @Override
    public List<PlugMessage> ask() {
        return template.ask().map(say -> filled(say, 0)).stream().toList();
    }

    @Override
    public List<PlugNews> read(PlugMessage message) {
        List<PlugNews> news = new ArrayList<>();
        if (called) {
            news.add(new PlugNews.Presence(true));
        }
        // The register first: what it shows at the moment of switching belongs to it.
        template.tells().stream()
                .filter(tell -> named(tell.topic()).equals(message.topic()))
                .sorted((a, b) -> b.what().compareTo(a.what()))
                .forEach(tell -> read(tell, message.payload()).ifPresent(news::add));
        return news;
    }

    private Optional<PlugNews> read(Template.Tell tell, String payload) {
        String text = PlugText.at(payload, tell.path());
        return switch (tell.what()) {
            case STATE -> PlugText.relay(text, tell.on(), tell.off());
            case PRESENCE ->
                    called ? Optional.empty() : PlugText.presence(text, tell.on(), tell.off());
            case POWER -> PlugText.power(PlugText.number(text));
            case ENERGY -> called ? Optional.empty() : energy(tell.unit(), text);
        };
    }

    private static Optional<PlugNews> energy(Template.Unit unit, String text) {
        return switch (unit) {
            case WATT_HOURS -> PlugText.wattHours(PlugText.number(text));
            case KILOWATT_HOURS -> PlugText.kilowattHours(PlugText.number(text));
            case WATT_MINUTES -> PlugText.wattMinutes(PlugText.number(text));
        };
    }

    @Override
    public boolean mayTell(String topic) {
        return !called
                && template.tells().stream().anyMatch(tell -> named(tell.topic()).equals(topic));
    }

    @Override
    public boolean mayHear(String filter) {
        return !called
                && (mayTell(filter)
                        || mayHearOn(filter)
                        || off().getFirst().topic().equals(filter)
                        || ask().stream().anyMatch(say -> say.topic().equals(filter)));
    }

    /** Where the topic bears the seconds, any number of them, and whatever is at their level. */
    private boolean mayHearOn(String filter) {
        List<String> wanted = levels(named(template.on().topic()));
        List<String> levels = levels(filter);
        return wanted.size() == levels.size()
                && IntStream.range(0, wanted.size())
                        .allMatch(i -> isOrStandsFor(wanted.get(i), levels.get(i)));
    }

    private static boolean isOrStandsFor(String wanted, String level) {
        String[] around = wanted.split(Pattern.quote(SECONDS), 2);
        if (around.length < 2) {
            return wanted.equals(level);
        }
        boolean number =
                level.length() > around[0].length() + around[1].length()
                        && level.startsWith(around[0])
                        && level.endsWith(around[1])
                        && level.substring(around[0].length(), level.length() - around[1].length())
                                .chars()
                                .allMatch(Character::isDigit);
        return number || level.equals("+");
    }

    @Override
    public boolean metered() {
        return !called
                && template.tells().stream().anyMatch(tell -> tell.what() == Template.What.ENERGY);
    }
}
