package network.opencharging.node.operate;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.Encoder;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Logs as the settings of the node make them, for people and for machines. */
class LogFormatTest {
    private static final String SECRET = "c2VjcmV0LW9mLW5vYm9keQ==";
    private final LoggerContext context = new LoggerContext();

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "logstash", "gelf"})
    void inJsonEveryLineIsAnObjectWithTheKeysOfItsMessageAndWithoutSecrets(String format)
            throws IOException {
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        context.putObject(Environment.class.getName(), settings());
        encoder.setFormat(format);
        encoder.setCharset(StandardCharsets.UTF_8);

        String line = line(encoder);

        assertThat(JsonReader.standard().read(line).orThrow()).isInstanceOf(Json.Obj.class);
        assertThat(line).contains("correlation-1", "said", "[hidden]").doesNotContain(SECRET);
    }

    @Test
    void inPlainTextSecretsAreHiddenToo() throws IOException {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setPattern(
                settings().getRequiredProperty("logging.pattern.console").replace("%wEx", "%ex"));

        String line = line(encoder);

        assertThat(line)
                .contains("correlation-1", "said Token [hidden]", "\"token\":\"[hidden]\"", "at ")
                .doesNotContain(SECRET);
        assertThat(line.lines().filter(it -> it.contains("IllegalStateException"))).hasSize(1);
    }

    @Test
    void ordinaryWordsStay() {
        String sentence =
                "The token in header Authorization is not known; a token of the platform.";
        assertThat(LogMask.masked(sentence)).isEqualTo(sentence);
    }

    private static StandardEnvironment settings() throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("node", new ClassPathResource("application.yml"))
                .forEach(environment.getPropertySources()::addLast);
        return environment;
    }

    private String line(Encoder<ILoggingEvent> encoder) {
        encoder.setContext(context);
        encoder.start();
        LoggingEvent event =
                new LoggingEvent(
                        "here",
                        context.getLogger("of.a.test"),
                        Level.WARN,
                        "it said Token " + SECRET + " and {\"token\":\"" + SECRET + "\"}",
                        new IllegalStateException("Bearer " + SECRET),
                        null);
        event.setMDCPropertyMap(Map.of("correlation", "correlation-1"));
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }
}
