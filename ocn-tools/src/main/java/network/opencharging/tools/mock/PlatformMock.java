package network.opencharging.tools.mock;

import network.opencharging.tools.exchange.ExchangeLog;
import network.opencharging.tools.mock.fault.Switchboard;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.ocpi.Peer;

import java.net.URI;
import java.util.List;

/** A mock that is one party on a platform of its own. */
public abstract sealed class PlatformMock implements Mock permits MockCpo, MockEmsp {
    PlatformMock() {}

    /** Its platform: addresses, registration, log, and requests of any kind. */
    public abstract Platform platform();

    @Override
    public Identity identity() {
        return platform().settings().identity();
    }

    @Override
    public URI versions() {
        return platform().versions();
    }

    @Override
    public void invite(String tokenA) {
        platform().connection().invite(tokenA);
    }

    @Override
    public ExchangeLog log() {
        return platform().log();
    }

    @Override
    public Switchboard faults() {
        return platform().faults();
    }

    @Override
    public List<Identity> connected() {
        return platform().connection().peer().map(Peer::roles).orElse(List.of());
    }

    @Override
    public void close() {
        platform().close();
    }
}
