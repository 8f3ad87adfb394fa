package network.opencharging.adapter211.words;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;

/** What became of a command: at once (CommandResponse), or later (CommandResult in 2.2.1). */
public final class ResultWords implements ObjectWords {
    private static final int SECONDS = 30;

    /** The answer to the order. */
    public static final ResultWords AT_ONCE =
            new ResultWords(
                    new Shape()
                            .words("result", new Words().up("TIMEOUT", "REJECTED"))
                            .onlyNew("timeout", "message"),
                    true);

    /** What the charge point did. */
    public static final ResultWords LATER =
            new ResultWords(
                    new Shape()
                            .words(
                                    "result",
                                    new Words()
                                            .up("UNKNOWN_SESSION", "REJECTED")
                                            .down("CANCELED_RESERVATION", "REJECTED")
                                            .down("EVSE_OCCUPIED", "REJECTED")
                                            .down("EVSE_INOPERATIVE", "REJECTED")
                                            .down("FAILED", "REJECTED")
                                            .down("UNKNOWN_RESERVATION", "REJECTED"))
                            .onlyNew("message"),
                    false);

    private final Shape shape;
    private final boolean patient;

    private ResultWords(Shape shape, boolean patient) {
        this.shape = shape;
        this.patient = patient;
    }

    /** 2.2.1 demands to be told how long the result may take: half a minute, as 2.1.1 says. */
    @Override
    public Saying up(Json.Obj old, PartyId owner, boolean whole) {
        Json.Obj fresh = shape.up(old);
        return new Saying.Of(
                patient && fresh.member("timeout").isEmpty()
                        ? fresh.with("timeout", Json.number(SECONDS))
                        : fresh);
    }

    @Override
    public Saying down(Json.Obj fresh, boolean whole) {
        return new Saying.Of(shape.down(fresh));
    }
}
