package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;

import network.opencharging.node.message.LogKeys;
import network.opencharging.protocol.message.HeaderNames;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** A refusal leaves one line, by which it is found again, and no secret. */
class LogLinesTest {
    private static final Cast CAST = new Cast();
    private static final String OBJECT = "/ocpi/receiver/2.2.1/sessions/DE/ALC/S1";

    private final LogLines lines = new LogLines();

    @AfterAll
    static void end() {
        CAST.close();
    }

    @BeforeEach
    void listen() {
        CAST.forget();
    }

    @AfterEach
    void stop() {
        lines.close();
    }

    @Test
    void aRefusalOnTheWayIsOneLineWithCorrelationSenderAndReceiver() {
        CAST.carol.answers(Said.json(502, ""));

        CAST.from(CAST.alice, CAST.carol).asks("GET", OBJECT).send();

        ILoggingEvent line = only();
        assertThat(line.getMDCPropertyMap())
                .containsEntry(LogKeys.CORRELATION, "correlation-1")
                .containsEntry(LogKeys.REQUEST, "request-1")
                .containsEntry(LogKeys.SENDER, "DE/ALC")
                .containsEntry(LogKeys.RECEIVER, "FR/CAR");
    }

    @Test
    void aRefusalAtTheDoorIsOneLineToo() {
        CAST.from(CAST.alice, CAST.carol).asks("PUT", OBJECT).with("X-B", "x".repeat(70000)).send();

        assertThat(only().getMDCPropertyMap()).containsEntry(LogKeys.CORRELATION, "correlation-1");
    }

    @Test
    void noTokenIsEverWritten() {
        CAST.carol.answers(Said.json(502, ""));
        Asking asking = CAST.from(CAST.alice, CAST.carol).asks("GET", OBJECT);
        asking.send();
        asking.with(HeaderNames.AUTHORIZATION, Asking.token("secret-of-nobody")).send();
        asking.with(HeaderNames.AUTHORIZATION, "Token secret-of-nobody").send();

        List<String> texts =
                lines.all().stream()
                        .map(line -> line.getFormattedMessage() + line.getMDCPropertyMap())
                        .toList();
        assertThat(texts).hasSize(3);
        for (String token :
                List.of(
                        CAST.alice.inboundToken(),
                        CAST.carol.outboundToken(),
                        Asking.token(CAST.alice.inboundToken()).substring(6),
                        Asking.token(CAST.carol.outboundToken()).substring(6),
                        "secret-of-nobody")) {
            assertThat(texts).noneMatch(text -> text.contains(token));
        }
    }

    private ILoggingEvent only() {
        assertThat(lines.all()).hasSize(1);
        return lines.all().getFirst();
    }
}
