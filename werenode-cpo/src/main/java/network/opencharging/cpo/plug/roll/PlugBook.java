package network.opencharging.cpo.plug.roll;

import java.util.List;

/** Plugs as they are kept. */
public interface PlugBook {

    /** All, by their names. */
    List<Plug> all();

    /** Whether one of that name is written down. */
    boolean knows(String name);

    /** Writes one down, in the place of an earlier one of that name. */
    void put(Plug plug);

    /** Forgets one, with what it counted; false when there was none. */
    boolean remove(String name);
}
