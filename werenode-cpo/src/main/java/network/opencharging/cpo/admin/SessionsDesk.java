package network.opencharging.cpo.admin;

import network.opencharging.bridge.unit.WattHours;
import network.opencharging.cpo.account.AuthMethod;
import network.opencharging.cpo.account.Driver;
import network.opencharging.cpo.account.TokenType;
import network.opencharging.cpo.people.Sight;
import network.opencharging.cpo.session.EvseManager;
import network.opencharging.cpo.session.Limits;
import network.opencharging.cpo.session.Opening;
import network.opencharging.cpo.session.Origin;
import network.opencharging.cpo.session.SessionStore;
import network.opencharging.cpo.start.StartAnswer;
import network.opencharging.cpo.start.StartDesk;
import network.opencharging.cpo.start.StartWish;
import network.opencharging.cpo.start.StopAnswer;
import network.opencharging.cpo.unit.SessionId;
import network.opencharging.protocol.party.PartyId;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sessions: what they are, what each heard, and how one is begun and ended by the operator. */
@RestController
public class SessionsDesk {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private final EvseManager manager;
    private final SessionStore store;
    private final StartDesk desk;
    private final PartyId own;

    /**
     * @param own whose customers the operator's own drivers are
     */
    public SessionsDesk(EvseManager manager, SessionStore store, StartDesk desk, PartyId own) {
        this.manager = manager;
        this.store = store;
        this.desk = desk;
        this.own = own;
    }

    /** Those that changed last. */
    @GetMapping("/admin/sessions")
    List<SessionView> latest(
            @RequestParam Optional<String> phase,
            @RequestParam Optional<String> emsp,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "100") int limit,
            Sight sight) {
        if (offset < 0) {
            throw new Wrong(BAD_REQUEST, "offset must be 0 or more");
        }
        SessionStore.Wish wish =
                new SessionStore.Wish(
                        emsp,
                        phase.map(word -> word.toUpperCase(Locale.ROOT)),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        sight.locations(),
                        offset,
                        Limit.of(limit));
        return store.list(wish).stream().map(SessionView::of).toList();
    }

    /** One with everything that it heard. */
    @GetMapping("/admin/sessions/{session}")
    WholeView find(@PathVariable String session) {
        SessionId id = id(session);
        return manager.find(id)
                .map(found ->
                        new WholeView(
                                SessionView.of(found),
                                store.journal(id).stream().map(EntryView::of).toList()))
                .orElseThrow(() -> new Wrong(NOT_FOUND, "there is no such session"));
    }

    private static SessionId id(String session) {
        try {
            return new SessionId(session);
        } catch (IllegalArgumentException e) {
            throw new Wrong(NOT_FOUND, "there is no such session");
        }
    }

    /** Begins one. */
    @PostMapping("/admin/sessions")
    SessionView start(@RequestBody SessionWish wish, Sight sight) {
        if (wish.location() != null && !sight.location(wish.location())) {
            throw new Wrong(NOT_FOUND, "There is no such location.");
        }
        return switch (desk.start(wish.start(own))) {
            case StartAnswer.Taken(var session) -> SessionView.of(session);
            case StartAnswer.Refused(StartAnswer.Why why, String text) -> throw refused(why, text);
        };
    }

    private static Wrong refused(StartAnswer.Why why, String text) {
        return switch (why) {
            case UNKNOWN_LOCATION, UNKNOWN_EVSE -> new Wrong(NOT_FOUND, text);
            case OCCUPIED, RESERVED, OUT_OF_ORDER, OFFLINE, NO_TARIFF, OVER ->
                    new Wrong(CONFLICT, text);
        };
    }

    /** Ends one. */
    @PostMapping("/admin/sessions/{session}/stop")
    SessionView stop(@PathVariable String session) {
        return switch (desk.stop(id(session))) {
            case StopAnswer.Taken(var ended) -> SessionView.of(ended);
            case StopAnswer.Unknown() -> throw new Wrong(NOT_FOUND, "there is no such session");
            case StopAnswer.Over() -> throw new Wrong(CONFLICT, "the session is over already");
        };
    }

    /**
     * A session as the operator wants it.
     *
     * @param token who charges, one of the operator's own customers
     * @param evse left out: the first that is free
     * @param mostWattHours where it ends; left out: nowhere
     */
    record SessionWish(
            @Nullable String token,
            @Nullable String location,
            @Nullable String evse,
            @Nullable String connector,
            @Nullable Long mostWattHours,
            @Nullable Long mostSeconds,
            @Nullable BigDecimal mostMoney) {
        StartWish start(PartyId own) {
            if (token == null || location == null) {
                throw new Wrong(BAD_REQUEST, "token and location are wanted");
            }
            try {
                return new StartWish(
                        Origin.OPERATOR,
                        new Driver(own, token, TokenType.OTHER, token),
                        Opening.Permit.by(AuthMethod.COMMAND),
                        new StartWish.Target(
                                location,
                                Optional.ofNullable(evse),
                                Optional.ofNullable(connector)),
                        new Limits(
                                Optional.ofNullable(mostWattHours).map(WattHours::new),
                                Optional.ofNullable(mostSeconds).map(Duration::ofSeconds),
                                Optional.ofNullable(mostMoney)));
            } catch (IllegalArgumentException e) {
                throw new Wrong(BAD_REQUEST, String.valueOf(e.getMessage()));
            }
        }
    }

    /** A session with what it heard. */
    record WholeView(SessionView session, List<EntryView> events) {}

    /** Something that was heard. */
    record EntryView(
            String at, String event, String phase, String said, Optional<String> complaint) {
        static EntryView of(SessionStore.Entry entry) {
            return new EntryView(
                    entry.at().toString(),
                    entry.event(),
                    entry.phase(),
                    entry.text(),
                    entry.complaint());
        }
    }
}
