package network.opencharging.bridge.backoffice;

import network.opencharging.bridge.model.v221.CommandResult;
import network.opencharging.bridge.model.v221.CommandType;

/** Hears how own commands ended (OCPI 2.2.1 §13.2.2). */
public interface CommandResultListener {

    /**
     * A command has ended.
     *
     * @param id what the own {@code response_url} had at its end
     */
    Verdict ended(Context context, CommandType type, String id, CommandResult result);
}
