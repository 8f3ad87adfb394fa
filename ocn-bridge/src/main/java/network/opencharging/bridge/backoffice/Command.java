package network.opencharging.bridge.backoffice;

import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.v221.CancelReservation;
import network.opencharging.bridge.model.v221.CommandType;
import network.opencharging.bridge.model.v221.ReserveNow;
import network.opencharging.bridge.model.v221.StartSession;
import network.opencharging.bridge.model.v221.StopSession;
import network.opencharging.bridge.model.v221.UnlockConnector;

/**
 * A command of a partner.
 *
 * @param id made by the bridge; the result is reported under it
 * @param order what is to be done
 */
public record Command(String id, Order order) {

    /** What is to be done. */
    public sealed interface Order {
        /** The body as it came. */
        OcpiObject body();

        /** The command's name in OCPI. */
        CommandType type();

        /** Starts a charge. */
        record Start(StartSession body) implements Order {
            @Override
            public CommandType type() {
                return CommandType.START_SESSION;
            }
        }

        /** Ends a charge. */
        record Stop(StopSession body) implements Order {
            @Override
            public CommandType type() {
                return CommandType.STOP_SESSION;
            }
        }

        /** Reserves an EVSE. */
        record Reserve(ReserveNow body) implements Order {
            @Override
            public CommandType type() {
                return CommandType.RESERVE_NOW;
            }
        }

        /** Gives a reservation up. */
        record Cancel(CancelReservation body) implements Order {
            @Override
            public CommandType type() {
                return CommandType.CANCEL_RESERVATION;
            }
        }

        /** Unlocks a connector. */
        record Unlock(UnlockConnector body) implements Order {
            @Override
            public CommandType type() {
                return CommandType.UNLOCK_CONNECTOR;
            }
        }
    }
}
