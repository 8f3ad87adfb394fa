package network.opencharging.bridge.deliver;

import network.opencharging.bridge.complaint.Complaint;
import network.opencharging.bridge.model.Finding;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.Shape;
import network.opencharging.bridge.model.v221.ActiveChargingProfile;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.ModuleId;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Takes what own parties have to say. Once a method has returned without findings, the object
 * arrives, or is parked and shown; nothing is lost with the process.
 */
public final class Outbox {
    private final Consumer<Parcel> courier;
    private final Supplier<String> ids;
    private final Consumer<Complaint> complaints;

    /**
     * An outbox that is emptied by this courier.
     *
     * @param courier takes a parcel, and returns when it is safe
     * @param ids makes correlation ids
     * @param complaints keeps what cannot be sent, until somebody has dealt with it
     */
    public Outbox(Consumer<Parcel> courier, Supplier<String> ids, Consumer<Complaint> complaints) {
        this.courier = courier;
        this.ids = ids;
        this.complaints = complaints;
    }

    /**
     * The newest state of an own object, under its owner and these ids.
     *
     * @return what forbids to send it, with the path of every fault; empty when it was taken
     */
    public <T extends OcpiObject> List<Finding> push(
            PartyId from, PartyId to, ModuleId module, Shape<T> shape, T object, String... ids) {
        Json.Obj json = shape.write(object);
        List<Finding> wrong = faults(shape, json);
        String path = Paths.owned(from, ids) + type(module, json);
        Parcel.Label label = new Parcel.Label(module, path);
        if (wrong.isEmpty()) {
            put(from, to, label, letter(HttpMethod.PUT, path, json));
        } else {
            park(from, to, label, json, wrong);
        }
        return wrong;
    }

    /** A CDR: it never changes, and is kept until it is acknowledged. */
    public <T extends OcpiObject> List<Finding> post(
            PartyId from, PartyId to, ModuleId module, Shape<T> shape, T object, String id) {
        Json.Obj json = shape.write(object);
        List<Finding> wrong = faults(shape, json);
        Parcel.Label label = new Parcel.Label(module, Paths.owned(from, id));
        if (wrong.isEmpty()) {
            put(from, to, label, letter(HttpMethod.POST, "", json));
        } else {
            park(from, to, label, json, wrong);
        }
        return wrong;
    }

    /** The profile that an own Session follows now, for who manages its charging. */
    public List<Finding> profile(
            PartyId from, PartyId to, String session, ActiveChargingProfile profile) {
        Json.Obj json = ActiveChargingProfile.SHAPE.write(profile);
        List<Finding> wrong = faults(ActiveChargingProfile.SHAPE, json);
        String path = Paths.escaped(session);
        Parcel.Label label = new Parcel.Label(ModuleId.CHARGING_PROFILES, path);
        if (wrong.isEmpty()) {
            put(from, to, label, letter(HttpMethod.PUT, path, json));
        } else {
            park(from, to, label, json, wrong);
        }
        return wrong;
    }

    /** An own object is gone; whatever was still to be told about it is not told any more. */
    public void remove(PartyId from, PartyId to, ModuleId module, String... ids) {
        String path = Paths.owned(from, ids);
        put(
                from,
                to,
                new Parcel.Label(module, path),
                new Parcel.Letter(HttpMethod.DELETE, path, ""));
    }

    /** OCPI 2.2.1 §12.2.1: the type is part of a Token's key; RFID is meant when it is not said. */
    private static String type(ModuleId module, Json.Obj json) {
        return module.equals(ModuleId.TOKENS) ? "?type=" + json.textOf("type").orElse("RFID") : "";
    }

    /** What OCPI does not allow reaches no partner, and stands where somebody sees it. */
    private void park(
            PartyId from, PartyId to, Parcel.Label label, Json.Obj json, List<Finding> wrong) {
        complaints.accept(
                new Complaint(
                        Complaint.Kind.OWN_INVALID,
                        new Complaint.About(from, to, label.module().value(), label.object()),
                        json.text(),
                        wrong.stream().map(Finding::toString).toList()));
    }

    private void put(PartyId from, PartyId to, Parcel.Label label, Parcel.Letter letter) {
        courier.accept(new Parcel(from, to, ids.get(), label, letter, Optional.empty()));
    }

    private static Parcel.Letter letter(HttpMethod method, String path, Json.Obj json) {
        return new Parcel.Letter(method, path, json.text());
    }

    private static List<Finding> faults(Shape<?> shape, Json.Obj json) {
        return shape.check(json).stream().filter(Finding::forbidsSending).toList();
    }
}
