package network.opencharging.bridge.receive;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.model.v221.CDR;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.bridge.model.v221.Tariff;
import network.opencharging.bridge.model.v221.Token;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One desk for every part of the backoffice that there is. */
final class Desks {
    private Desks() {}

    /**
     * What is needed to take orders whose end comes later.
     *
     * @param commands takes them
     * @param clock the time
     * @param outgoing looks at what the backoffice answers
     */
    record Waiting(Commands commands, Clock clock, Outgoing outgoing) {}

    static List<Desk> of(Backoffice.Own own, PageLimits limits, Outgoing outgoing) {
        List<Desk> desks = new ArrayList<>();
        own.locations()
                .ifPresent(part -> {
                    desks.add(
                            new ListDesk<>(
                                    ModuleId.LOCATIONS, Location.SHAPE, part, limits, outgoing));
                    desks.add(new OwnLocationDesk(part, outgoing));
                });
        own.tariffs()
                .map(part -> new ListDesk<>(ModuleId.TARIFFS, Tariff.SHAPE, part, limits, outgoing))
                .ifPresent(desks::add);
        own.sessions()
                .map(part ->
                        new ListDesk<>(ModuleId.SESSIONS, Session.SHAPE, part, limits, outgoing))
                .ifPresent(desks::add);
        own.cdrs()
                .map(part -> new ListDesk<>(ModuleId.CDRS, CDR.SHAPE, part, limits, outgoing))
                .ifPresent(desks::add);
        own.tokens()
                .map(part -> new ListDesk<>(ModuleId.TOKENS, Token.SHAPE, part, limits, outgoing))
                .ifPresent(desks::add);
        own.authorizer().map(part -> new AuthorizeDesk(part, outgoing)).ifPresent(desks::add);
        return List.copyOf(desks);
    }

    static List<Desk> of(Backoffice.Partners partners, Set<PartyId> hubs) {
        List<Desk> desks = new ArrayList<>();
        partners.locations()
                .map(Cabinets::locations)
                .map(cabinet -> new ObjectDesk(ModuleId.LOCATIONS, "location_id", hubs, cabinet))
                .ifPresent(desks::add);
        partners.sessions()
                .map(Cabinets::sessions)
                .map(cabinet -> new ObjectDesk(ModuleId.SESSIONS, "session_id", hubs, cabinet))
                .ifPresent(desks::add);
        partners.tariffs()
                .map(Cabinets::tariffs)
                .map(cabinet -> new ObjectDesk(ModuleId.TARIFFS, "tariff_id", hubs, cabinet))
                .ifPresent(desks::add);
        partners.tokens()
                .map(Cabinets::tokens)
                .map(cabinet -> new ObjectDesk(ModuleId.TOKENS, "token_uid", hubs, cabinet))
                .ifPresent(desks::add);
        partners.cdrs().map(sink -> new CdrDesk(sink, hubs)).ifPresent(desks::add);
        return List.copyOf(desks);
    }

    static List<Desk> of(Backoffice.News news, Set<PartyId> hubs, Waiting waiting) {
        List<Desk> desks = new ArrayList<>();
        news.commands()
                .map(handler ->
                        new CommandDesk(
                                handler, waiting.commands(), waiting.clock(), waiting.outgoing()))
                .ifPresent(desks::add);
        news.results().map(CommandResultDesk::new).ifPresent(desks::add);
        news.clientInfo().map(listener -> new ClientInfoDesk(listener, hubs)).ifPresent(desks::add);
        return List.copyOf(desks);
    }

    static List<Desk> of(Backoffice.Profiles profiles, Waiting waiting) {
        List<Desk> desks = new ArrayList<>();
        profiles.handler()
                .map(handler ->
                        new ProfileDesk(
                                handler, waiting.commands(), waiting.clock(), waiting.outgoing()))
                .ifPresent(desks::add);
        profiles.listener().map(ProfileNewsDesk::new).ifPresent(desks::add);
        profiles.preferences().map(PreferencesDesk::new).ifPresent(desks::add);
        return List.copyOf(desks);
    }
}
