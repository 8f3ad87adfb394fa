package network.opencharging.tools.proxy;

import network.opencharging.bridge.model.Severity;
import network.opencharging.tools.proxy.pass.Passed;
import network.opencharging.tools.proxy.pass.Tap;
import network.opencharging.tools.proxy.rule.Promises;
import network.opencharging.tools.proxy.rule.Violation;
import network.opencharging.tools.proxy.rule.Witness;
import network.opencharging.tools.terminal.Form;
import network.opencharging.tools.terminal.Printable;
import network.opencharging.tools.terminal.Screen;
import network.opencharging.tools.wire.Heard;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells what passes as it passes, and sums it up at the end. */
final class Reporter {
    private static final int MOST_AT_ONCE = 20;

    private final Output output;
    private final Witness witness;
    private final Promises promises = new Promises();
    private final Account account = new Account();
    private volatile Optional<ProxyBoard> board = Optional.empty();
    private final Clock clock;

    /**
     * Where it goes.
     *
     * @param screen for people
     * @param form what is written to the screen
     * @param lines additionally gets JSON lines
     * @param least what is less bad is not told
     */
    record Output(Screen screen, Form form, Optional<PrintWriter> lines, Severity least) {
        boolean writesLines() {
            return lines.isPresent() || form == Form.JSON;
        }
    }

    Reporter(Output output, Clock clock) {
        this.output = output;
        this.witness = new Witness(clock);
        this.clock = clock;
    }

    /** From now on what passes is seen in this picture, and not told in lines. */
    ProxyBoard board(List<String> leads) {
        ProxyBoard shown = new ProxyBoard(account, leads);
        board = Optional.of(shown);
        return shown;
    }

    private boolean tells() {
        return output.form() == Form.TEXT && board.isEmpty();
    }

    /** Listens on one side. */
    Tap on(Side side) {
        return new Tap() {
            @Override
            public void passed(Passed passed) {
                exchange(side, passed);
            }

            @Override
            public void broken(String what) {
                broke(side, what);
            }
        };
    }

    /** Judging is work: it is done beside others; only what is written is written one by one. */
    private void exchange(Side side, Passed passed) {
        List<Violation> all = new ArrayList<>(witness.judge(passed));
        all.addAll(promises.note(passed));
        List<Violation> found =
                all.stream().filter(one -> one.severity().compareTo(output.least()) >= 0).toList();
        List<String> lines = new ArrayList<>();
        if (output.writesLines()) {
            lines.add(Lines.exchange(side, passed, found));
            found.forEach(one -> lines.add(Lines.violation(side, passed, one)));
        }
        account.exchange(side, passed.request().method() + " " + passed.request().path(), found);
        board.ifPresent(shown -> shown.note(side, passed, found));
        synchronized (this) {
            lines.forEach(this::line);
            if (tells()) {
                tell(side, passed, found);
            }
        }
        overdue(Instant.now(clock));
    }

    private void tell(Side side, Passed passed, List<Violation> found) {
        Heard heard = passed.heard();
        output.screen()
                .say(
                        "%s %s %s  %d %s  %s"
                                .formatted(
                                        passed.at().truncatedTo(ChronoUnit.MILLIS),
                                        side.arrow(),
                                        Printable.of(passed.request().line()),
                                        passed.answer().status(),
                                        heard.status().map(String::valueOf).orElse("-"),
                                        Screen.seconds(passed.took())));
        found.stream().limit(MOST_AT_ONCE).forEach(one -> tell(side, one));
        if (found.size() > MOST_AT_ONCE) {
            output.screen().whisper("      and %d more".formatted(found.size() - MOST_AT_ONCE));
        }
    }

    private void tell(Side side, Violation violation) {
        output.screen()
                .say(
                        "   %s %s %-8s %s %s: %s"
                                .formatted(
                                        output.screen()
                                                .judged(
                                                        violation
                                                                        .severity()
                                                                        .compareTo(Severity.ERROR)
                                                                < 0,
                                                        word(violation)),
                                        side.arrowOf(violation.inAnswer()),
                                        violation.rule(),
                                        violation.inAnswer() ? "answer" : "request",
                                        Printable.of(violation.path()),
                                        Printable.of(violation.sentence())));
    }

    private static String word(Violation violation) {
        return "%-7s".formatted(violation.severity().name().toLowerCase(Locale.ROOT));
    }

    private synchronized void broke(Side side, String what) {
        account.broke();
        board.ifPresent(shown -> shown.broke(side, what));
        line(Lines.broken(side, what));
        if (tells()) {
            output.screen().bad(side.arrow() + " " + Printable.of(what));
        }
    }

    private void overdue(Instant now) {
        for (Violation violation : promises.overdue(now)) {
            account.late(Side.THERE, violation);
            late(violation);
        }
    }

    private synchronized void late(Violation violation) {
        line(Lines.late(Side.THERE, violation));
        if (tells()) {
            tell(Side.THERE, violation);
        }
    }

    private void line(String line) {
        output.lines()
                .ifPresent(lines -> {
                    lines.println(line);
                    lines.flush();
                });
        if (output.form() == Form.JSON) {
            output.screen().say(line);
        }
    }

    /** Sums up; says whether nothing was against the specification. */
    synchronized boolean close() {
        overdue(Instant.now(clock));
        line(Lines.summary(account));
        if (output.form() == Form.TEXT) {
            sum();
        }
        return !account.hasErrors();
    }

    private void sum() {
        output.screen()
                .heading(
                        "%d exchanges passed, %d could not be passed on."
                                .formatted(account.exchanges(), account.broken()));
        if (account.rows().isEmpty()) {
            output.screen().good("nothing was found");
            return;
        }
        output.screen()
                .table(
                        account.rows().stream()
                                .map(row ->
                                        List.of(
                                                row.rule(),
                                                row.arrow(),
                                                row.severity().name().toLowerCase(Locale.ROOT),
                                                row.times() + "x",
                                                Printable.of(row.first())))
                                .toList());
    }
}
