package network.opencharging.registry.listing;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.directory.Modules;

import java.net.URI;
import java.util.Set;

/** What its author wants the registry to say. */
public sealed interface Wish {

    /** My node is at this address. */
    record SetNode(URI url) implements Wish {}

    /** I have no node any more; refused while it carries parties. */
    record DeleteNode() implements Wish {}

    /** My node carries this party. */
    record AdmitParty(Address party, PartyId id) implements Wish {}

    /** My node no longer carries this party. */
    record DismissParty(Address party) implements Wish {}

    /** I am this party with these roles, at this operator. */
    record SetParty(PartyId id, Set<Role> roles, Address operator) implements Wish {
        /** Keeps the roles from changing. */
        public SetParty {
            roles = Set.copyOf(roles);
        }
    }

    /** I offer these modules. */
    record SetModules(Modules modules) implements Wish {}

    /** I call myself so, and am found there on the web; people read it, nothing depends on it. */
    record SetProfile(String name, String url) implements Wish {}

    /** I am no party any more. */
    record DeleteParty() implements Wish {}

    /** The wish of this author in one sentence. */
    default String words(Address author) {
        return switch (this) {
            case SetNode(URI url) -> "register the node of %s at %s".formatted(author, url);
            case DeleteNode() -> "remove the node of " + author;
            case AdmitParty(Address party, PartyId id) ->
                    "let the node of %s carry party %s of %s".formatted(author, id, party);
            case DismissParty(Address party) ->
                    "let the node of %s no longer carry the party of %s".formatted(author, party);
            case SetParty(PartyId id, Set<Role> roles, Address operator) ->
                    "list %s as party %s with roles %s at operator %s"
                            .formatted(author, id, roles.stream().sorted().toList(), operator);
            case SetModules(Modules modules) ->
                    "declare for %s the modules %s as sender and %s as receiver"
                            .formatted(author, modules.sender(), modules.receiver());
            case SetProfile(String name, String url) ->
                    "let %s call itself '%s' with address '%s'".formatted(author, name, url);
            case DeleteParty() -> "remove the party of " + author;
        };
    }
}
