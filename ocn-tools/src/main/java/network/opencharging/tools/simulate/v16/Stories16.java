package network.opencharging.tools.simulate.v16;

import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.simulate.station.Certificates;
import network.opencharging.tools.simulate.station.Hands;
import network.opencharging.tools.simulate.station.Reason;
import network.opencharging.tools.simulate.station.Reply;
import network.opencharging.tools.simulate.station.Say;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What takes a while and tells how far it is: firmware, diagnostics, logs; and certificates. No
 * file is fetched or sent: only the story is told.
 */
final class Stories16 {
    private final Hands hands;
    private final Certificates certificates = new Certificates();
    private String firmware = "Idle";
    private String diagnostics = "Idle";
    private String log = "Idle";
    private OptionalInt logRequest = OptionalInt.empty();

    Stories16(Hands hands) {
        this.hands = hands;
    }

    Optional<Reply> answer(String action, ObjectNode payload) {
        return Optional.ofNullable(find(action, payload));
    }

    private @Nullable Reply find(String action, ObjectNode payload) {
        return switch (action) {
            case "UpdateFirmware" ->
                    new Reply.Done(
                            JsonText.object(),
                            () ->
                                    install(
                                            "FirmwareStatusNotification",
                                            OptionalInt.empty(),
                                            payload.path("location").asString("")));
            case "SignedUpdateFirmware" ->
                    Reply.status(
                            "Accepted",
                            () ->
                                    install(
                                            "SignedFirmwareStatusNotification",
                                            OptionalInt.of(payload.path("requestId").asInt(0)),
                                            payload.path("firmware")
                                                    .path("location")
                                                    .asString("")));
            case "GetDiagnostics" -> diagnostics();
            case "GetLog" -> log(payload);
            case "InstallCertificate" -> install(payload);
            case "DeleteCertificate" -> delete(payload);
            case "GetInstalledCertificateIds" -> installed(payload);
            case "CertificateSigned" -> {
                hands.tell("it has a new certificate");
                yield Reply.status("Accepted");
            }
            default -> null;
        };
    }

    private void install(String action, OptionalInt request, String location) {
        hands.tell("firmware from " + location);
        hands.story(
                List.of("Downloading", "Downloaded", "Installing", "Installed"),
                word -> {
                    firmware = word;
                    ObjectNode payload = JsonText.object().put("status", word);
                    request.ifPresent(number -> payload.put("requestId", number));
                    hands.say(Say.now(action, payload));
                    if (word.equals("Installed")) {
                        firmware = "Idle";
                        hands.installed("1.0.1");
                        hands.later(
                                Duration.ofSeconds(5),
                                () -> hands.restart(Reason.SOFT_RESET, "FirmwareUpdate", true));
                    }
                });
    }

    private Reply diagnostics() {
        return new Reply.Done(
                JsonText.object().put("fileName", "diagnostics.log"),
                () ->
                        hands.story(
                                List.of("Uploading", "Uploaded"),
                                word -> {
                                    diagnostics = word;
                                    tellDiagnostics();
                                    diagnostics = word.equals("Uploaded") ? "Idle" : word;
                                }));
    }

    private Reply log(ObjectNode payload) {
        logRequest = OptionalInt.of(payload.path("requestId").asInt(0));
        return new Reply.Done(
                JsonText.object().put("status", "Accepted").put("filename", "station.log"),
                () ->
                        hands.story(
                                List.of("Uploading", "Uploaded"),
                                word -> {
                                    log = word;
                                    tellLog();
                                    log = word.equals("Uploaded") ? "Idle" : word;
                                }));
    }

    void tellFirmware() {
        hands.say(Say.now("FirmwareStatusNotification", JsonText.object().put("status", firmware)));
    }

    void tellDiagnostics() {
        hands.say(
                Say.now(
                        "DiagnosticsStatusNotification",
                        JsonText.object().put("status", diagnostics)));
    }

    void tellLog() {
        ObjectNode payload = JsonText.object().put("status", log);
        logRequest.ifPresent(number -> payload.put("requestId", number));
        hands.say(Say.now("LogStatusNotification", payload));
    }

    void askForCertificate() {
        hands.say(Say.now("SignCertificate", JsonText.object().put("csr", Certificates.REQUEST)));
    }

    private Reply install(ObjectNode payload) {
        certificates.install(
                payload.path("certificateType").asString(""),
                payload.path("certificate").asString(""));
        return Reply.status("Accepted");
    }

    private Reply delete(ObjectNode payload) {
        boolean found = certificates.delete(payload.path("certificateHashData"));
        return Reply.status(found ? "Accepted" : "NotFound");
    }

    private Reply installed(ObjectNode payload) {
        List<ObjectNode> hashes =
                certificates.of(payload.path("certificateType").asString("")::equals).stream()
                        .map(Certificates.Installed::hash)
                        .toList();
        if (hashes.isEmpty()) {
            return Reply.status("NotFound");
        }
        ObjectNode answer = JsonText.object().put("status", "Accepted");
        answer.set("certificateHashData", JsonText.list(hashes));
        return Reply.of(answer);
    }
}
