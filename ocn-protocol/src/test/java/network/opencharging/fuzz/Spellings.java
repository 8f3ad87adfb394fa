package network.opencharging.fuzz;

import java.util.List;
import java.util.Locale;

/**
 * A path can be written in more ways than one, and frameworks read them all: whoever keeps a door
 * must too.
 */
public final class Spellings {
    private Spellings() {}

    /**
     * Ways in which a path of two segments may be written, some of which are others' paths to a
     * server that is strict.
     *
     * @param door the first segment, before which the door is
     * @param room the second one
     */
    public static List<String> of(String door, String room) {
        String path = "/" + door + "/" + room;
        int last = door.length() - 1;
        return List.of(
                path,
                "/" + escaped(door, 0) + "/" + room,
                "/" + escaped(door, last) + "/" + room,
                "/" + door + ";x=1/" + room,
                "/" + door + "/" + escaped(room, 0),
                path + ";x=1",
                "/" + path,
                "/." + path,
                "/x/.." + path,
                "/x/%2e%2e" + path,
                "/" + escaped(door, 0).replace("%", "%25") + "/" + room,
                "/" + door + "%2F" + room,
                "/" + door.toUpperCase(Locale.ROOT) + "/" + room);
    }

    private static String escaped(String text, int at) {
        return text.substring(0, at)
                + "%%%02x".formatted((int) text.charAt(at))
                + text.substring(at + 1);
    }
}
