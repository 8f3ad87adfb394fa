package network.opencharging.cpo.session;

import network.opencharging.bridge.unit.Money;
import network.opencharging.bridge.unit.WattHours;

import java.math.BigDecimal;
import java.util.Optional;

/** What a session heard, in a sentence for the operator. */
public final class EventWords {
    private static final int TO_KILO = 3;

    private EventWords() {}

    /** In plain words. */
    public static String of(SessionEvent event) {
        return switch (event) {
            case SessionEvent.StartAnswered(_, Answer answer, int attempt) ->
                    "The device %s to begin%s".formatted(words(answer), again(attempt));
            case SessionEvent.EnergyBegan began ->
                    "Energy began, transaction %s%s"
                            .formatted(began.charge().transaction(), at(began.register()));
            case SessionEvent.MeterRead(_, WattHours register, Optional<String> signed) ->
                    "The meter shows %s%s"
                            .formatted(kilo(register), signed.isPresent() ? ", signed" : "");
            case SessionEvent.FlowPaused(_, boolean byVehicle) ->
                    byVehicle
                            ? "The vehicle takes nothing at the moment"
                            : "The station gives nothing at the moment";
            case SessionEvent.EnergyEnded ended ->
                    "Energy ended, transaction %s%s, reason %s"
                            .formatted(
                                    ended.charge().transaction(),
                                    at(ended.register()),
                                    ended.reason());
            case SessionEvent.DeviceFaulted(_, String code) -> "The device is faulted: " + code;
            case SessionEvent.ChargeUnknown(_, Optional<WattHours> register) ->
                    "The device was asked and knows nothing of it" + at(register);
            case SessionEvent.StopAsked(_, StopReason why, Optional<String> command, _) ->
                    wish(why) + command.map(" (command %s)"::formatted).orElse("");
            case SessionEvent.StopAnswered(_, Answer answer, int attempt) ->
                    "The device %s to end%s".formatted(words(answer), again(attempt));
            case SessionEvent.ReservationUsed used ->
                    "The driver came whose EVSE was kept: " + used.opening().driver().uid();
            case SessionEvent.ReservationMoved moved ->
                    "The reservation goes on until " + moved.until();
            case SessionEvent.TimePassed(_, var due) -> "What was due at %s is due".formatted(due);
            case SessionEvent.CdrWritten(_, Optional<String> cdr, Optional<Money> total) ->
                    cdr.map(id -> "CDR %s is written%s".formatted(id, cost(total)))
                            .orElse("There is nothing to bill");
        };
    }

    /** What it began with, in plain words. */
    public static String of(Origin origin) {
        return switch (origin) {
            case CARD -> "A card at the device asked for it";
            case COMMAND -> "A partner's command asked for it";
            case OPERATOR -> "The operator asked for it";
            case PLUG_IN -> "A vehicle was plugged in where that is enough";
        };
    }

    private static String words(Answer answer) {
        String why = answer.why().isBlank() ? "" : " (" + answer.why() + ")";
        return switch (answer.word()) {
            case DONE -> "took the order";
            case DECLINED -> "declined the order" + why;
            case NOT_SUPPORTED -> "cannot take the order" + why;
            case UNREACHABLE -> "was not connected for the order";
            case UNANSWERED -> "did not answer the order";
        };
    }

    private static String again(int attempt) {
        return attempt > 1 ? ", asked %d times".formatted(attempt) : "";
    }

    private static String at(Optional<WattHours> register) {
        return register.map(shown -> ", meter at " + kilo(shown)).orElse("");
    }

    private static String kilo(WattHours energy) {
        return BigDecimal.valueOf(energy.value(), TO_KILO).toPlainString() + " kWh";
    }

    private static String cost(Optional<Money> total) {
        return total.map(money ->
                        ": %s %s"
                                .formatted(
                                        figure(money.inclVat().orElse(money.exclVat())),
                                        money.currency().getCurrencyCode()))
                .orElse("");
    }

    private static String figure(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.setScale(Math.max(2, plain.scale())).toPlainString();
    }

    private static String wish(StopReason why) {
        return switch (why) {
            case DRIVER -> "The driver wants it to end";
            case EMSP -> "The driver's eMSP wants it to end";
            case OPERATOR -> "The operator wants it to end";
            case UNPLUGGED -> "The vehicle was unplugged";
            case ENERGY_LIMIT -> "It took as much energy as it may";
            case TIME_LIMIT -> "It took as long as it may";
            case MONEY_LIMIT -> "It cost as much as it may";
            case NOT_ALLOWED -> "Nobody allows it any more";
            case TOO_LATE -> "It began after everybody had given it up";
            case DEVICE -> "The device broke off";
            case LOST -> "The device lost it";
            case UNKNOWN -> "It is to end, nobody said why";
        };
    }
}
