package network.opencharging.cpo.ocpp.held;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The same in the words of both versions. */
enum Spoken {
    V16("ocpp1.6"),
    V201("ocpp2.0.1");

    private final String protocol;

    Spoken(String protocol) {
        this.protocol = protocol;
    }

    String protocol() {
        return protocol;
    }

    private String either(String v16, String v201) {
        return this == V16 ? v16 : v201;
    }

    String full(int number, String... tokens) {
        return list(number, "Full", entry(), tokens);
    }

    String more(int number, String... tokens) {
        return list(number, "Differential", entry(), tokens);
    }

    String fewer(int number, String... tokens) {
        return list(
                number,
                "Differential",
                either("{'idTag':'%s'}", "{'idToken':{'idToken':'%s','type':'ISO14443'}}"),
                tokens);
    }

    private String entry() {
        return either(
                "{'idTag':'%s','idTagInfo':{'status':'Accepted'}}",
                "{'idToken':{'idToken':'%s','type':'ISO14443'},'idTokenInfo':{'status':'Accepted'}}");
    }

    private String list(int number, String type, String entry, String... tokens) {
        String entries =
                Arrays.stream(tokens).map(entry::formatted).collect(Collectors.joining(","));
        return "{'%s':%d,'updateType':'%s','localAuthorizationList':[%s]}"
                .formatted(either("listVersion", "versionNumber"), number, type, entries);
    }

    /** Under which name a token's entry is kept. */
    String named(String token) {
        return token + either("", " ISO14443");
    }

    /** What a station answers that has this version of its list. */
    String hasVersion(int number) {
        return "{'%s':%d}".formatted(either("listVersion", "versionNumber"), number);
    }

    String boot() {
        return either(
                "{'chargePointVendor':'T','chargePointModel':'M'}",
                "{'reason':'PowerUp','chargingStation':{'vendorName':'T','model':'M'}}");
    }

    String reservation(int number, String until) {
        return either(
                        "{'reservationId':%d,'connectorId':1,'idTag':'A','expiryDate':'%s'}",
                        "{'id':%d,'evseId':1,'idToken':{'idToken':'A','type':'ISO14443'},"
                                + "'expiryDateTime':'%s'}")
                .formatted(number, until);
    }

    /** By which call a station tells that a reservation is over. */
    String overBy() {
        return either("StartTransaction", "ReservationStatusUpdate");
    }

    String over(int reservation) {
        return either(
                        "{'connectorId':1,'idTag':'A','meterStart':0,'timestamp':"
                                + "'2026-01-01T10:00:00Z','reservationId':%d}",
                        "{'reservationId':%d,'reservationUpdateStatus':'Expired'}")
                .formatted(reservation);
    }

    String profile(int number, int level) {
        String what =
                "'stackLevel':%d,'chargingProfilePurpose':'TxDefaultProfile','chargingProfileKind':"
                        + "'Relative','chargingSchedule':";
        String periods =
                "'chargingRateUnit':'W','chargingSchedulePeriod':[{'startPeriod':0,'limit':7000}]}";
        return either(
                        "{'connectorId':1,'csChargingProfiles':{'chargingProfileId':%d,"
                                + what
                                + "{"
                                + periods
                                + "}}",
                        "{'evseId':1,'chargingProfile':{'id':%d,"
                                + what
                                + "[{'id':1,"
                                + periods
                                + "]}}")
                .formatted(number, level);
    }

    String clear(int level) {
        return either(
                        "{'connectorId':1,'stackLevel':%d}",
                        "{'chargingProfileCriteria':{'evseId':1,'stackLevel':%d}}")
                .formatted(level);
    }
}
