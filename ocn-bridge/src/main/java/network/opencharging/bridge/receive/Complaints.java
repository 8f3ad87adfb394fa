package network.opencharging.bridge.receive;

import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.model.Finding;
import network.opencharging.protocol.json.Json;

import java.util.List;

/** Hears of what the backoffice does wrong, so that somebody can mend it. */
public interface Complaints {

    /**
     * An own object is invalid and was not given to the partner.
     *
     * @param type the object's type, such as {@code Location}
     * @param object what the backoffice gave
     * @param findings what is wrong with it
     */
    void invalid(String type, Json.Obj object, List<Finding> findings);

    /** A part of the backoffice threw; the partner was told that it failed, but not how. */
    void failed(Context context, Exception failure);

    /** A part of the backoffice has not answered before the deadline. */
    void late(Context context);
}
