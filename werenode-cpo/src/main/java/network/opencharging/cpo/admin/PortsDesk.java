package network.opencharging.cpo.admin;

import network.opencharging.bridge.unit.Watts;
import network.opencharging.cpo.device.ChargePort;
import network.opencharging.cpo.device.ChargePorts;
import network.opencharging.cpo.device.Outcome;
import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.device.StartOrder;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.util.Optional;

/** The port of any device, whether station or plug: the same orders for all. */
@RestController
public class PortsDesk {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final ChargePorts ports;

    public PortsDesk(ChargePorts ports) {
        this.ports = ports;
    }

    /** How it is. */
    @GetMapping("/admin/ports/{device}/{evse}")
    PortView find(@PathVariable String device, @PathVariable int evse) {
        ChargePort port = port(device, evse);
        ChargePort.Health health = port.health();
        return new PortView(device, evse, health.online(), health.metered());
    }

    private ChargePort port(String device, int evse) {
        if (evse < 1) {
            throw new Wrong(BAD_REQUEST, "evse must be 1 or more");
        }
        return ports.find(new PortId(device, evse))
                .orElseThrow(() -> new Wrong(NOT_FOUND, "there is no such device"));
    }

    /** Gives energy for a session. */
    @PostMapping("/admin/ports/{device}/{evse}/start")
    OutcomeView start(
            @PathVariable String device, @PathVariable int evse, @RequestBody StartWish wish) {
        return said(port(device, evse).start(wish.order()).join());
    }

    /** Ends the energy of a session. */
    @PostMapping("/admin/ports/{device}/{evse}/stop")
    OutcomeView stop(
            @PathVariable String device, @PathVariable int evse, @RequestBody StopWish wish) {
        if (wish.session() == null) {
            throw new Wrong(BAD_REQUEST, "session is wanted");
        }
        return said(port(device, evse).stop(wish.session()).join());
    }

    /** Wants the register. */
    @PostMapping("/admin/ports/{device}/{evse}/read-meter")
    OutcomeView readMeter(@PathVariable String device, @PathVariable int evse) {
        return said(port(device, evse).readMeter().join());
    }

    /** Opens the lock of its socket. */
    @PostMapping("/admin/ports/{device}/{evse}/unlock")
    OutcomeView unlock(@PathVariable String device, @PathVariable int evse) {
        return said(port(device, evse).unlock().join());
    }

    /** The most that may flow. */
    @PostMapping("/admin/ports/{device}/{evse}/limit")
    OutcomeView limit(
            @PathVariable String device, @PathVariable int evse, @RequestBody LimitWish wish) {
        return said(port(device, evse).limit(watts(wish.watts())).join());
    }

    private static Watts watts(@Nullable Long watts) {
        if (watts == null || watts < 0) {
            throw new Wrong(BAD_REQUEST, "watts must be 0 or more");
        }
        return new Watts(watts);
    }

    private static OutcomeView said(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done() -> new OutcomeView("DONE", "");
            case Outcome.Declined(String why) -> new OutcomeView("DECLINED", why);
            case Outcome.NotSupported() -> new OutcomeView("NOT_SUPPORTED", "");
            case Outcome.Unreachable() -> new OutcomeView("UNREACHABLE", "");
            case Outcome.Unanswered() -> new OutcomeView("UNANSWERED", "");
        };
    }

    /** A port as the API shows it. */
    record PortView(String device, int evse, boolean online, boolean metered) {}

    /**
     * What the device said.
     *
     * @param outcome DONE, DECLINED, NOT_SUPPORTED, UNREACHABLE or UNANSWERED
     * @param why in its own words, where it declined
     */
    record OutcomeView(String outcome, String why) {}

    /** Energy for a session. */
    record StartWish(@Nullable String session, @Nullable String token, @Nullable Long limitWatts) {
        StartOrder order() {
            if (session == null || token == null) {
                throw new Wrong(BAD_REQUEST, "session and token are wanted");
            }
            try {
                return new StartOrder(
                        session, token, Optional.ofNullable(limitWatts).map(PortsDesk::watts));
            } catch (IllegalArgumentException e) {
                throw new Wrong(BAD_REQUEST, String.valueOf(e.getMessage()));
            }
        }
    }

    /** The end of a session. */
    record StopWish(@Nullable String session) {}

    /** A limit. */
    record LimitWish(@Nullable Long watts) {}
}
