package network.opencharging.tools.live;

import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

import java.io.Console;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The screen of a terminal as long as a command goes on. It is drawn several times a second; the
 * screen that was there before comes back at the end.
 */
public final class LiveView implements AutoCloseable {
    /** How long a key is waited for, and so how often it is drawn. */
    private static final long GLANCE_MILLIS = 200;

    private static final int CTRL_C = 3;

    /** Why a picture is no longer shown. */
    public enum Ending {
        /** What it showed has ended. */
        DONE,
        /** The person pressed {@code q}. */
        LEFT,
        /** The person pressed Ctrl-C. */
        INTERRUPTED
    }

    private final Terminal terminal;
    private final Attributes before;
    private final Display display;
    private volatile boolean interrupted;
    private boolean held;

    private LiveView(Terminal terminal) {
        this.terminal = terminal;
        this.before = terminal.enterRawMode();
        this.display = new Display(terminal, true);
    }

    /**
     * The terminal, when somebody looks at one that can be drawn on and has keys; empty when output
     * or input goes elsewhere, or the person wants plain lines ({@code TERM=dumb}).
     */
    public static Optional<LiveView> open(Map<String, String> environment) {
        boolean terminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        if (!terminal || environment.getOrDefault("TERM", "dumb").equals("dumb")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new LiveView(TerminalBuilder.builder().system(true).dumb(false).build()));
        } catch (IOException | IllegalStateException e) {
            // No program or library here can switch the terminal: lines do as well.
            return Optional.empty();
        }
    }

    /** Shows the picture until it is over or the person has seen enough. */
    public Ending show(Picture picture, BooleanSupplier over) throws IOException {
        terminal.handle(Terminal.Signal.INT, _ -> interrupted = true);
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
        while (!over.getAsBoolean()) {
            if (!held) {
                draw(picture);
            }
            int key = terminal.reader().read(GLANCE_MILLIS);
            if (interrupted || key == CTRL_C) {
                return Ending.INTERRUPTED;
            }
            if (key == 'q' || key == 'Q') {
                return Ending.LEFT;
            }
            pressed(picture, key);
        }
        return Ending.DONE;
    }

    private void pressed(Picture picture, int key) {
        if (key == 'p' || key == ' ') {
            draw(picture, !held);
            held = !held;
        } else if (key > 0 && Layout.own(picture).containsKey((char) key)) {
            picture.pressed((char) key);
        }
    }

    private void draw(Picture picture) {
        draw(picture, false);
    }

    private void draw(Picture picture, boolean holds) {
        Size told = terminal.getSize();
        int height = told.getRows() > 0 ? told.getRows() : 24;
        int width = told.getColumns() > 0 ? told.getColumns() : 80;
        display.resize(Size.of(width, height));
        List<AttributedString> lines =
                new Layout(height, width)
                        .of(picture, holds).stream().map(LiveView::painted).toList();
        display.update(lines, 0);
    }

    private static AttributedString painted(Layout.Line line) {
        AttributedStringBuilder text = new AttributedStringBuilder();
        for (Cell cell : line.cells()) {
            AttributedStyle style =
                    switch (cell.tone()) {
                        case PLAIN -> AttributedStyle.DEFAULT;
                        case GOOD -> AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
                        case BAD -> AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
                        case DIM -> AttributedStyle.DEFAULT.faint();
                    };
            text.styled(line.title() ? style.bold() : style, cell.text());
        }
        return text.toAttributedString();
    }

    /** Gives the terminal back as it was. */
    @Override
    public void close() throws IOException {
        terminal.puts(Capability.cursor_normal);
        terminal.puts(Capability.exit_ca_mode);
        terminal.flush();
        terminal.setAttributes(before);
        terminal.close();
    }
}
