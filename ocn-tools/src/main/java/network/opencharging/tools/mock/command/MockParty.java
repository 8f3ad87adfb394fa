package network.opencharging.tools.mock.command;

import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.MockEmsp;
import network.opencharging.tools.mock.Platform;

/**
 * A mock of either kind, while it runs.
 *
 * @param platform its platform
 * @param ending closes it
 */
record MockParty(Platform platform, Runnable ending) implements AutoCloseable {

    static MockParty of(MockCpo cpo) {
        return new MockParty(cpo.platform(), cpo::close);
    }

    static MockParty of(MockEmsp emsp) {
        return new MockParty(emsp.platform(), emsp::close);
    }

    @Override
    public void close() {
        ending.run();
    }
}
