package network.opencharging.cpo.plug.broker;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttTopicSubscription;
import io.vertx.mqtt.MqttWill;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.MqttUnsubscribeMessage;

import network.opencharging.cpo.plug.dialect.PlugDialect;
import network.opencharging.cpo.plug.dialect.PlugMessage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One connection to the embedded broker. It is never asked to wait: all of it runs in one thread.
 */
final class PlugSession {
    private static final Logger LOG = LoggerFactory.getLogger(PlugSession.class);
    private static final int MOST_FILTERS = 50;

    private final MqttEndpoint endpoint;
    private final PlugDialect dialect;
    private final PlugSessions sessions;
    private final Set<String> filters = ConcurrentHashMap.newKeySet();
    private final Context context;
    private volatile boolean willed = true;

    /**
     * @param context the thread in which the endpoint lives
     */
    PlugSession(
            MqttEndpoint endpoint, PlugDialect dialect, PlugSessions sessions, Context context) {
        this.context = context;
        this.endpoint = endpoint;
        this.dialect = dialect;
        this.sessions = sessions;
    }

    String client() {
        return endpoint.clientIdentifier();
    }

    void begin() {
        endpoint.subscribeHandler(this::subscribe)
                .unsubscribeHandler(this::unsubscribe)
                .publishHandler(this::publish)
                .publishReleaseHandler(endpoint::publishComplete)
                .publishReceivedHandler(endpoint::publishRelease)
                .disconnectHandler(_ -> willed = false)
                .exceptionHandler(wrong -> LOG.info("{}: {}", sessions.plug(), wrong.toString()))
                .closeHandler(_ -> ended());
        sessions.add(this);
        endpoint.accept(false);
    }

    private void subscribe(MqttSubscribeMessage wish) {
        List<MqttQoS> granted = new ArrayList<>();
        List<MqttTopicSubscription> wanted = wish.topicSubscriptions();
        for (MqttTopicSubscription one : wanted) {
            boolean may = dialect.mayHear(one.topicName()) && filters.size() < MOST_FILTERS;
            if (may) {
                filters.add(one.topicName());
            }
            granted.add(may ? lesser(one.qualityOfService()) : MqttQoS.FAILURE);
        }
        endpoint.subscribeAcknowledge(wish.messageId(), granted);
        sessions.greet(this);
    }

    private static MqttQoS lesser(MqttQoS wanted) {
        return wanted == MqttQoS.EXACTLY_ONCE ? MqttQoS.AT_LEAST_ONCE : wanted;
    }

    private void unsubscribe(MqttUnsubscribeMessage wish) {
        wish.topics().forEach(filters::remove);
        endpoint.unsubscribeAcknowledge(wish.messageId());
    }

    /** What it may not say is acknowledged and heard by nobody: 3.1.1 knows no other answer. */
    private void publish(MqttPublishMessage message) {
        if (message.qosLevel() == MqttQoS.AT_LEAST_ONCE) {
            endpoint.publishAcknowledge(message.messageId());
        } else if (message.qosLevel() == MqttQoS.EXACTLY_ONCE) {
            endpoint.publishReceived(message.messageId());
        }
        if (dialect.mayTell(message.topicName())) {
            tell(message.topicName(), message.payload(), message.isRetain());
        } else {
            LOG.info("{} may not publish on {}", sessions.plug(), message.topicName());
        }
    }

    private void tell(String topic, Buffer payload, boolean retain) {
        sessions.tell(new PlugMessage(topic, payload.toString(StandardCharsets.UTF_8)), retain);
    }

    private void ended() {
        MqttWill will = endpoint.will();
        if (willed && will != null && will.isWillFlag()) {
            tell(will.getWillTopic(), will.getWillMessage(), will.isWillRetain());
        }
        sessions.remove(this);
    }

    /** Another connection takes its place: no last will, it lives on there. */
    void displace() {
        willed = false;
        context.runOnContext(_ -> endpoint.close());
    }

    void deliver(PlugMessage message) {
        if (filters.stream().anyMatch(filter -> Filter.matches(filter, message.topic()))) {
            // Never in the caller's thread: the endpoint holds its lock while it hears the plug,
            // and the caller may hold what is needed to hear it.
            context.runOnContext(_ -> publish(message));
        }
    }

    /** What it does not hear now must not be heard later: at most once, and not kept. */
    private void publish(PlugMessage message) {
        if (endpoint.isConnected()) {
            var _ =
                    endpoint.publish(
                            message.topic(),
                            Buffer.buffer(message.payload()),
                            MqttQoS.AT_MOST_ONCE,
                            false,
                            false);
        }
    }
}
