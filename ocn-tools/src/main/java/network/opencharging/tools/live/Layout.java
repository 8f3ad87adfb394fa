package network.opencharging.tools.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Lays a picture out for a screen of a size. */
final class Layout {
    private static final String CUT = "…";

    /** The names of the columns, and a line between the table and the keys. */
    private static final int FRAME = 2;

    private static final String BETWEEN = "   ";

    /**
     * A line of the screen.
     *
     * @param cells in order; together no wider than the screen
     * @param title whether it names the columns
     */
    record Line(List<Cell> cells, boolean title) {
        Line {
            cells = List.copyOf(cells);
        }

        static Line of(Cell cell) {
            return new Line(List.of(cell), false);
        }
    }

    private final int height;
    private final int width;

    Layout(int height, int width) {
        this.height = Math.max(height, FRAME + 2);
        this.width = Math.max(width, 1);
    }

    /** The lines from top to bottom, as many as the screen has at most. */
    List<Line> of(Picture picture, boolean held) {
        List<String> keys = keys(picture.keys(), held);
        List<Line> lines = new ArrayList<>();
        for (String line : picture.head()) {
            if (lines.size() < height - FRAME - keys.size()) {
                lines.add(Line.of(Cell.of(cut(line, width))));
            }
        }
        List<String> foot = picture.foot();
        int room = Math.max(0, height - lines.size() - FRAME - keys.size());
        int rows = foot.isEmpty() ? room : room - Math.min(room, height / 3);
        lines.addAll(table(picture.columns(), picture.rows(rows)));
        int end = height - keys.size() - 1;
        int below = Math.min(foot.size(), Math.max(0, end - lines.size() - 1));
        if (below > 0) {
            lines.add(Line.of(Cell.of("")));
        }
        foot.subList(foot.size() - below, foot.size())
                .forEach(line -> lines.add(Line.of(Cell.dim(cut(line, width)))));
        while (lines.size() <= end) {
            lines.add(Line.of(Cell.of("")));
        }
        keys.forEach(line -> lines.add(Line.of(Cell.dim(cut(line, width)))));
        return lines;
    }

    /** On as many lines as they need, but never on more than a quarter of the screen. */
    private List<String> keys(SequencedMap<Character, String> own, boolean held) {
        List<String> words = new ArrayList<>(List.of("q end", "p " + (held ? "go on" : "hold")));
        own.forEach((key, meaning) -> words.add(key + " " + meaning));
        if (held) {
            words.add("(held)");
        }
        List<String> lines = new ArrayList<>(List.of(words.removeFirst()));
        for (String word : words) {
            String longer = lines.getLast() + BETWEEN + word;
            if (longer.length() <= width || lines.size() >= Math.max(1, height / 4)) {
                lines.set(lines.size() - 1, longer);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }

    private List<Line> table(List<String> columns, List<List<Cell>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            int wide = columns.get(column).length();
            for (List<Cell> row : rows) {
                wide = Math.max(wide, column < row.size() ? row.get(column).text().length() : 0);
            }
            widths.add(wide);
        }
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(cells(columns.stream().map(Cell::of).toList(), widths), true));
        rows.forEach(row -> lines.add(new Line(cells(row, widths), false)));
        return lines;
    }

    private List<Cell> cells(List<Cell> row, List<Integer> widths) {
        List<Cell> cells = new ArrayList<>();
        int left = width;
        for (int column = 0; column < row.size() && left > 0; column++) {
            Cell cell = row.get(column);
            String text = cut(cell.text(), Math.min(left, widths.get(column)));
            String padded = text + " ".repeat(widths.get(column) - text.length() + 2);
            String fitting = padded.substring(0, Math.min(left, padded.length()));
            left -= fitting.length();
            cells.add(new Cell(fitting, cell.tone()));
        }
        return cells;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + CUT;
    }

    /** What a line says, without its looks. */
    static String text(Line line) {
        return line.cells().stream().map(Cell::text).collect(Collectors.joining()).stripTrailing();
    }

    /** All keys that do something, besides {@code q} and {@code p}. */
    static Map<Character, String> own(Picture picture) {
        return Map.copyOf(picture.keys());
    }
}
