package network.opencharging.tools.party;

import network.opencharging.bridge.journal.Journal;
import network.opencharging.bridge.journal.Passage;
import network.opencharging.bridge.sign.Judgement;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.exchange.ExchangeLog;
import network.opencharging.tools.exchange.Leg;
import network.opencharging.tools.exchange.Verdict;

/**
 * What a bridge has seen, remembered as this module remembers it.
 *
 * @param log where
 */
record Seen(ExchangeLog log) implements Journal {

    @Override
    public void note(Passage passage) {
        Passage.Subject subject = passage.subject();
        log.add(
                new Exchange(
                        passage.direction() == Passage.Direction.SENT
                                ? Exchange.Direction.SENT
                                : Exchange.Direction.RECEIVED,
                        passage.at(),
                        passage.took(),
                        leg(subject.method() + " " + subject.path(), passage.request()),
                        answer(passage)));
    }

    private static Leg answer(Passage passage) {
        return switch (passage.ending()) {
            case Passage.Ending.Answered(int http, Passage.Message message) ->
                    leg(
                            "%d %s"
                                    .formatted(
                                            http,
                                            passage.status()
                                                    .map(OcpiStatus::code)
                                                    .map(Object::toString)
                                                    .orElse("without a status of OCPI")),
                            message);
            case Passage.Ending.Unanswered(String why) ->
                    new Leg(
                            "no answer: " + why,
                            network.opencharging.protocol.message.Headers.NONE,
                            "",
                            new Verdict.NotChecked());
            case Passage.Ending.TurnedAway(int http, String why) ->
                    new Leg(
                            "%d turned away: %s".formatted(http, why),
                            network.opencharging.protocol.message.Headers.NONE,
                            "",
                            new Verdict.NotChecked());
        };
    }

    private static Leg leg(String line, Passage.Message message) {
        return new Leg(
                line, message.headers(), message.body().text(), verdict(message.judgement()));
    }

    private static Verdict verdict(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Good good ->
                    new Verdict.Valid(
                            good.author().text(),
                            good.changedBy().stream().map(Address::text).toList());
            case Judgement.Bad(String sentence) -> new Verdict.Refused(sentence);
            case Judgement.Unsigned() -> new Verdict.Unsigned();
            case Judgement.NotChecked() -> new Verdict.NotChecked();
        };
    }
}
