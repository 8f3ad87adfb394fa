package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.rpc.RpcException;

import java.util.List;

/** Services and the agreements with them, of any generation that has them. */
public interface OfferReader {
    /** All services. */
    List<Offer> services() throws RpcException;

    /** The agreements of a party that it has not revoked, live or resting. */
    List<Agreement> agreements(Address user) throws RpcException;
}
