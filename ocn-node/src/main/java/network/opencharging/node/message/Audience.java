package network.opencharging.node.message;

import network.opencharging.protocol.party.PartyId;

import java.util.List;

/** Whom a message is for. */
public sealed interface Audience {
    /**
     * One party.
     *
     * @param party named by {@code OCPI-to-*}, or found by the hub
     */
    record One(PartyId party) implements Audience {}

    /**
     * Whoever may want it (Broadcast Push, OCPI 2.2.1 §4.1.7.3).
     *
     * @param parties in their order
     */
    record Everyone(List<PartyId> parties) implements Audience {
        /** Takes its own copy. */
        public Everyone {
            parties = List.copyOf(parties);
        }
    }

    /**
     * Whoever may have issued the token that is asked about (Open Routing, OCPI 2.2.1 §4.1.7.4):
     * the first who knows it answers.
     *
     * @param parties in their order
     */
    record WhoeverKnows(List<PartyId> parties) implements Audience {
        /** Takes its own copy. */
        public WhoeverKnows {
            parties = List.copyOf(parties);
        }
    }

    /** The hub itself: it answers, with the help of a plug-in. */
    record Hub() implements Audience {}

    /**
     * Whoever has what is asked for (GET All, OCPI 2.2.1 §4.1.7.5).
     *
     * @param parties in their order
     */
    record GatherAll(List<PartyId> parties) implements Audience {
        /** Takes its own copy. */
        public GatherAll {
            parties = List.copyOf(parties);
        }
    }
}
