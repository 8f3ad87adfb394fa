package network.opencharging.node.operate;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

import java.util.regex.Pattern;

/**
 * A second fence: no code of this node writes a secret into its log, but what a library or a peer
 * says might hold one. Made by the logging system, for logs in JSON; the pattern of plain logs in
 * application.yml hides the same.
 */
public final class LogMask implements StructuredLoggingJsonMembersCustomizer<Object> {
    private static final Pattern SHOWN =
            Pattern.compile("(?i)\\b(token|bearer|basic)\\s+[^\\s,;\"']{12,}");
    private static final Pattern MEMBER =
            Pattern.compile("(?i)(\"(?:token|password|secret)\"\\s*:\\s*\")[^\"]*");

    @Override
    public void customize(JsonWriter.Members<Object> members) {
        members.applyingValueProcessor(JsonWriter.ValueProcessor.of(String.class, LogMask::given));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null ? null : masked(text);
    }

    static String masked(String text) {
        String shown = SHOWN.matcher(text).replaceAll("$1 [hidden]");
        return MEMBER.matcher(shown).replaceAll("$1[hidden]");
    }
}
