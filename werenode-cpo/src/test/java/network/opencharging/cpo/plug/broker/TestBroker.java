package network.opencharging.cpo.plug.broker;

import network.opencharging.cpo.plug.dialect.PlugDialect;
import network.opencharging.cpo.plug.port.PlugLine;

/** A broker with the backend at one end and plugs at the other. */
interface TestBroker extends AutoCloseable {

    /** The backend's end. */
    PlugLine line();

    /** Where plugs connect. */
    int port();

    /** A plug may connect; its password is {@link #password}. */
    void knows(String name, PlugDialect dialect);

    /** The password of a plug. */
    static String password(String name) {
        return "secret-of-" + name;
    }

    @Override
    void close();
}
