package network.opencharging.bridge.receive;

import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.model.Finding;
import network.opencharging.protocol.json.Json;

import java.util.List;

/** Hears of what goes wrong between partners and the backoffice, so that somebody can mend it. */
public interface Complaints {
    /**
     * An own object is invalid and was not given to the partner.
     *
     * @param object what the backoffice gave
     * @param findings what is wrong with it
     */
    void invalid(Subject subject, Json.Obj object, List<Finding> findings);

    /** A part of the backoffice threw; the partner was told that it failed, but not how. */
    void failed(Subject subject, Exception failure);

    /** A part of the backoffice has not answered before the deadline. */
    void late(Subject subject);

    /**
     * A partner sent what could not be taken.
     *
     * @param body what he sent
     * @param why what he was told
     */
    void refused(Subject subject, String body, String why);

    /**
     * What it is about.
     *
     * @param context who asked whom
     * @param module such as {@code sessions}
     * @param object the id of an object, or method and path of a request
     */
    record Subject(Context context, String module, String object) {
        static Subject of(Asked asked) {
            return new Subject(
                    asked.context(),
                    asked.route().module().value(),
                    asked.route().method() + " " + asked.path());
        }
    }
}
