package network.opencharging.bridge.config;

import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.model.Finding;
import network.opencharging.bridge.receive.Complaints;
import network.opencharging.protocol.json.Json;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/** What the backoffice does wrong goes to the log. */
final class LoggedComplaints implements Complaints {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedComplaints.class);

    @Override
    public void invalid(String type, Json.Obj object, List<Finding> findings) {
        LOG.warn("a {} was not given to a partner: {}", type, findings);
    }

    @Override
    public void failed(Context context, Exception failure) {
        LOG.error(
                "the backoffice failed for {} ({})",
                context.from(),
                context.correlationId(),
                failure);
    }

    @Override
    public void late(Context context) {
        LOG.warn("the backoffice was late for {} ({})", context.from(), context.correlationId());
    }
}
