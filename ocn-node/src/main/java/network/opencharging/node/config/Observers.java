package network.opencharging.node.config;

import network.opencharging.node.clientinfo.LifeSigns;
import network.opencharging.node.copies.ServiceCopies;
import network.opencharging.node.journal.Chronicle;
import network.opencharging.node.message.Noise;
import network.opencharging.node.message.Received;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.RelayEvent;
import network.opencharging.node.message.Sender;
import network.opencharging.node.message.TurnedAway;
import network.opencharging.node.observe.Observation;
import network.opencharging.node.operate.Meters;
import network.opencharging.node.operate.SpanWriter;
import network.opencharging.node.relay.RelayObserver;

import java.util.Optional;

/**
 * Who hears of every message.
 *
 * @param signs every message of a platform is a sign of its life
 * @param chronicle takes it down
 * @param copies copies it for services
 * @param observation tells plug-ins of it, where parties agree
 * @param meters counts it, where that is wanted
 * @param spans tells a collector of it, where that is wanted
 */
record Observers(
        LifeSigns signs,
        Chronicle chronicle,
        ServiceCopies copies,
        Observation observation,
        Optional<Meters> meters,
        Optional<SpanWriter> spans)
        implements RelayObserver {
    @Override
    public Received begins(Received received) {
        return spans.map(it -> it.begins(received)).orElse(received);
    }

    @Override
    public void on(RelayEvent event) {
        if (event.sender().orElse(null) instanceof Sender.Local local) {
            signs.seen(local.platform());
        }
        meters.ifPresent(it -> it.count(event));
        spans.ifPresent(it -> it.ended(event));
        chronicle.takeDown(event);
        copies.on(event);
        observation.on(event);
    }

    /**
     * What there is no room for is counted only: the log's room is for what did come in, and when
     * it is full, what is lost there would be something else.
     */
    @Override
    public void on(TurnedAway request) {
        meters.ifPresent(it -> it.count(request));
        if (!(request.refusal() instanceof Refusal.Crowded)) {
            chronicle.takeDown(request);
        }
    }

    @Override
    public void on(Noise noise) {
        meters.ifPresent(it -> it.count(noise));
    }
}
