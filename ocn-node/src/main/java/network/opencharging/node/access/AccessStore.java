package network.opencharging.node.access;

import network.opencharging.node.platform.TokenHash;

import java.util.List;
import java.util.Optional;

/** Port: where administrators and their sessions are kept, for all processes of a node. */
public interface AccessStore {
    /** Everybody, by name. */
    List<Person> people();

    /** The person of this name. */
    Optional<Person> person(String name);

    /** Whose key this is. */
    Optional<Person> holderOf(TokenHash key);

    /** Writes a person, in place of the one of the same name. */
    void save(Person person);

    /**
     * Removes a person and ends its sessions.
     *
     * @return whether there was one
     */
    boolean remove(String name);

    /** Keeps a session; those that have expired at its beginning are deleted. */
    void open(Session session);

    /** The session of this id, whether it has expired or not. */
    Optional<Session> session(TokenHash id);

    /** Ends a session. */
    void close(TokenHash id);
}
