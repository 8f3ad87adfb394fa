package network.opencharging.tools.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What a command shows while it goes on. It is asked by the thread that draws. */
public interface Picture {
    /** Lines above the table: what matters most. */
    List<String> head();

    /** The names of the columns. */
    List<String> columns();

    /**
     * The rows, the most important ones first: what does not fit on the screen is left out.
     *
     * @param most how many fit
     */
    List<List<Cell>> rows(int most);

    /** Lines below the table, the newest last: those that do not fit are left out, oldest first. */
    default List<String> foot() {
        return List.of();
    }

    /** Its own keys and what they do; {@code q} ends and {@code p} holds the picture for all. */
    default SequencedMap<Character, String> keys() {
        return new LinkedHashMap<>();
    }

    /** One of its own keys was pressed. */
    default void pressed(char key) {}
}
