package network.opencharging.tools.mock.command;

import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.exchange.Verdict;
import network.opencharging.tools.terminal.Screen;

/**
 * Shows each exchange in a line: direction, what was asked, what was answered, who signed.
 *
 * @param screen where
 */
record Narrator(Screen screen) {

    void tell(Exchange exchange) {
        boolean sent = exchange.direction() == Exchange.Direction.SENT;
        Verdict verdict = sent ? exchange.answer().verdict() : exchange.request().verdict();
        screen.say(
                "%s %s  %s  %s  %s  %s"
                        .formatted(
                                exchange.at(),
                                sent ? "->" : "<-",
                                exchange.request().line(),
                                exchange.answer().line(),
                                Screen.seconds(exchange.took()),
                                words(verdict)));
    }

    private String words(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid valid -> screen.judged(true, "signed by " + valid.signatory());
            case Verdict.Refused(String reason) -> screen.judged(false, "refused: " + reason);
            case Verdict.Unsigned() -> "unsigned";
            case Verdict.NotChecked() -> "";
        };
    }
}
