package network.opencharging.adapter211.words;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;

import java.util.Optional;

/** A command's order (§13.3 of both). */
public final class CommandWords implements ObjectWords {
    private static final TokenWords TOKENS = new TokenWords();
    private static final Shape START =
            new Shape().onlyNew("connector_id", "authorization_reference");
    private static final Shape RESERVE = new Shape().onlyNew("authorization_reference");

    private final String command;

    /** The order of this name. */
    public CommandWords(String command) {
        this.command = command;
    }

    /** A reservation is numbered in 2.1.1 and named in 2.2.1. */
    @Override
    public Saying up(Json.Obj old, PartyId owner, boolean whole) {
        Json.Obj named =
                old.member("reservation_id").orElse(Json.Null.NULL) instanceof Json.Num(String id)
                        ? old.with("reservation_id", id)
                        : old;
        return new Saying.Of(
                named.objectOf("token")
                        .map(token -> TOKENS.up(token, owner, true))
                        .map(token -> named.with("token", ((Saying.Of) token).object()))
                        .orElse(named));
    }

    @Override
    public Saying down(Json.Obj fresh, boolean whole) {
        if (command.equals("CANCEL_RESERVATION")) {
            return new Saying.Not("2.1.1 has no command CANCEL_RESERVATION");
        }
        Json.Obj old =
                switch (command) {
                    case "START_SESSION" -> START.down(fresh);
                    case "RESERVE_NOW" -> RESERVE.down(fresh);
                    default -> fresh;
                };
        Json.Obj said =
                old.objectOf("token")
                        .map(token -> TOKENS.down(token, true))
                        .map(token -> old.with("token", ((Saying.Of) token).object()))
                        .orElse(old);
        return numbered(said);
    }

    private static Saying numbered(Json.Obj said) {
        Optional<String> id = said.textOf("reservation_id");
        if (id.isEmpty()) {
            return new Saying.Of(said);
        }
        return id.get().matches("0|[1-9][0-9]{0,17}")
                ? new Saying.Of(said.with("reservation_id", new Json.Num(id.get())))
                : new Saying.Not("reservation_id must be a whole number, which 2.1.1 demands");
    }
}
