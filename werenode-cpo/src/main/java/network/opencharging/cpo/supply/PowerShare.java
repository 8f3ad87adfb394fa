package network.opencharging.cpo.supply;

import network.opencharging.bridge.unit.Watts;
import network.opencharging.cpo.device.ChargePort;
import network.opencharging.cpo.device.ChargePorts;
import network.opencharging.cpo.device.Outcome;
import network.opencharging.cpo.effect.Effect;
import network.opencharging.cpo.effect.EffectHandler;
import network.opencharging.cpo.session.ChargeSession;
import network.opencharging.cpo.session.EvseManager;
import network.opencharging.cpo.session.Phase;
import network.opencharging.cpo.session.Place;
import network.opencharging.cpo.site.Location;
import network.opencharging.cpo.site.Sites;
import network.opencharging.cpo.unit.SessionId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Shares the power of a location among those who charge there: each has as much as any other, and
 * what one cannot take the others have. A device that cannot be limited takes what it takes, which
 * is said in the log.
 */
public final class PowerShare implements EffectHandler {
    private static final Logger LOG = LoggerFactory.getLogger(PowerShare.class);
    private final EvseManager manager;
    private final Sites sites;
    private final ChargePorts ports;

    public PowerShare(EvseManager manager, Sites sites, ChargePorts ports) {
        this.manager = manager;
        this.sites = sites;
        this.ports = ports;
    }

    /** The power with which a session begins; empty: whatever the device can. */
    public Optional<Watts> first(ChargeSession session) {
        return sites.find(session.opening().place().location().id())
                .flatMap(Location::power)
                .map(power ->
                        share(power, takers(session.opening().place().location().id()))
                                .getOrDefault(session.id(), power));
    }

    @Override
    public Result carryOut(Effect effect, int attempt) {
        if (effect instanceof Effect.SharePower(String location)) {
            sites.find(location)
                    .flatMap(Location::power)
                    .ifPresent(power -> {
                        List<ChargeSession> takers = takers(location);
                        Map<SessionId, Watts> shares = share(power, takers);
                        takers.forEach(
                                one -> limit(one, Objects.requireNonNull(shares.get(one.id()))));
                    });
        }
        return new Result.Done();
    }

    private List<ChargeSession> takers(String location) {
        return manager.running().stream()
                .filter(session -> session.opening().place().location().id().equals(location))
                .filter(session -> !(session.phase() instanceof Phase.Reserved))
                .toList();
    }

    private void limit(ChargeSession session, Watts most) {
        // What is only ordered gets its share with the order.
        if (session.hasBegun()) {
            Place place = session.opening().place();
            Optional<ChargePort> port = ports.find(place.port());
            Outcome outcome =
                    port.map(there -> there.limit(most).join()).orElseGet(Outcome.Unreachable::new);
            if (!(outcome instanceof Outcome.Done)) {
                LOG.warn("{} was not limited to {}: {}", place.port(), most, outcome);
            }
        }
    }

    /** Who wants least is served first: what is left of his share is for the others. */
    static Map<SessionId, Watts> share(Watts power, List<ChargeSession> takers) {
        List<ChargeSession> modestFirst = new ArrayList<>(takers);
        modestFirst.sort(Comparator.comparingLong(PowerShare::wants));
        Map<SessionId, Watts> shares = new HashMap<>();
        long left = power.value();
        int waiting = takers.size();
        for (ChargeSession session : modestFirst) {
            long share = Math.min(wants(session), left / waiting);
            shares.put(session.id(), new Watts(share));
            left -= share;
            waiting--;
        }
        return shares;
    }

    private static long wants(ChargeSession session) {
        return session.opening().place().connector().watts();
    }
}
