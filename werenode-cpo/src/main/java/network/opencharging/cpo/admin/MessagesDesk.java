package network.opencharging.cpo.admin;

import network.opencharging.cpo.ocpp.station.MessageLog;
import network.opencharging.cpo.ocpp.station.MessageSearch;
import network.opencharging.cpo.people.Sight;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The log of messages. */
@RestController
public class MessagesDesk {
    private final MessageSearch messages;
    private final Clock clock;

    public MessagesDesk(MessageSearch messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** The newest ones that fit, newest first. */
    @GetMapping("/admin/messages")
    List<MessageLog.Entry> search(
            @RequestParam Optional<String> station,
            @RequestParam Optional<String> action,
            @RequestParam Optional<String> text,
            @RequestParam Optional<Instant> before,
            @RequestParam(defaultValue = "100") int limit,
            Sight sight) {
        Named.requireOwn("station", station, sight);
        Instant until = before.orElseGet(() -> clock.instant().plus(Duration.ofDays(1)));
        return messages.search(
                new MessageSearch.Wish(station, action, text, until, Limit.of(limit)));
    }
}
