package network.opencharging.registry.consent;

import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.directory.Party;

import java.util.List;

/** Reading the agreements of single parties from a contract of either form. */
@FunctionalInterface
public interface Agreements {
    /** Prepares one reading of many parties. */
    Reading begin() throws RpcException;

    /** One reading. */
    @FunctionalInterface
    interface Reading {
        /** What this party has agreed to and not revoked. */
        List<Consent> of(Party user) throws RpcException;
    }
}
