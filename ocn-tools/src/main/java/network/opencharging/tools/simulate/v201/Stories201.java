package network.opencharging.tools.simulate.v201;

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
 * What takes a while and tells how far it is: firmware, logs; and certificates. No file is fetched
 * or sent: only the story is told.
 */
final class Stories201 {
    private final Hands hands;
    private final Certificates certificates = new Certificates();
    private String firmware = "Idle";
    private String log = "Idle";
    private String publishing = "Idle";
    private OptionalInt logRequest = OptionalInt.empty();
    private OptionalInt firmwareRequest = OptionalInt.empty();

    Stories201(Hands hands) {
        this.hands = hands;
    }

    Optional<Reply> answer(String action, ObjectNode payload) {
        return Optional.ofNullable(find(action, payload));
    }

    private @Nullable Reply find(String action, ObjectNode payload) {
        return switch (action) {
            case "UpdateFirmware" -> Reply.status("Accepted", () -> update(payload));
            case "PublishFirmware" -> Reply.status("Accepted", () -> publish(payload));
            case "UnpublishFirmware" -> {
                boolean published = publishing.equals("Published");
                publishing = "Idle";
                yield Reply.status(published ? "Unpublished" : "NoFirmware");
            }
            case "GetLog" -> log(payload);
            case "InstallCertificate" -> {
                certificates.install(
                        payload.path("certificateType").asString(""),
                        payload.path("certificate").asString(""));
                yield Reply.status("Accepted");
            }
            case "DeleteCertificate" ->
                    Reply.status(
                            certificates.delete(payload.path("certificateHashData"))
                                    ? "Accepted"
                                    : "NotFound");
            case "GetInstalledCertificateIds" -> installed(payload);
            case "CertificateSigned" -> {
                hands.tell("it has a new certificate");
                yield Reply.status("Accepted");
            }
            default -> null;
        };
    }

    private void update(ObjectNode payload) {
        firmwareRequest = OptionalInt.of(payload.path("requestId").asInt(0));
        hands.tell("firmware from " + payload.path("firmware").path("location").asString(""));
        hands.story(
                List.of("Downloading", "Downloaded", "Installing", "Installed"),
                word -> {
                    firmware = word;
                    tellFirmware();
                    if (word.equals("Installed")) {
                        firmware = "Idle";
                        hands.installed("1.0.1");
                        hands.later(
                                Duration.ofSeconds(5),
                                () -> hands.restart(Reason.SOFT_RESET, "FirmwareUpdate", true));
                    }
                });
    }

    void tellFirmware() {
        ObjectNode payload = JsonText.object().put("status", firmware);
        if (!firmware.equals("Idle")) {
            firmwareRequest.ifPresent(number -> payload.put("requestId", number));
        }
        hands.say(Say.now("FirmwareStatusNotification", payload));
    }

    private void publish(ObjectNode payload) {
        hands.story(
                List.of("Downloading", "Downloaded", "Published"),
                word -> {
                    publishing = word;
                    ObjectNode news = publishing();
                    news.put("requestId", payload.path("requestId").asInt(0));
                    hands.say(Say.now("PublishFirmwareStatusNotification", news));
                });
    }

    private ObjectNode publishing() {
        ObjectNode news = JsonText.object().put("status", publishing);
        if (publishing.equals("Published")) {
            news.putArray("location").add("http://station.invalid/firmware");
        }
        return news;
    }

    void tellPublishing() {
        hands.say(Say.now("PublishFirmwareStatusNotification", publishing()));
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

    void tellLog() {
        ObjectNode payload = JsonText.object().put("status", log);
        if (!log.equals("Idle")) {
            logRequest.ifPresent(number -> payload.put("requestId", number));
        }
        hands.say(Say.now("LogStatusNotification", payload));
    }

    void askForCertificate() {
        hands.say(Say.now("SignCertificate", JsonText.object().put("csr", Certificates.REQUEST)));
    }

    private Reply installed(ObjectNode payload) {
        List<String> types =
                payload.path("certificateType")
                        .valueStream()
                        .map(type -> type.asString(""))
                        .toList();
        List<Certificates.Installed> found =
                certificates.of(type -> types.isEmpty() || types.contains(type));
        if (found.isEmpty()) {
            return Reply.status("NotFound");
        }
        ObjectNode answer = JsonText.object().put("status", "Accepted");
        var chain = answer.putArray("certificateHashDataChain");
        for (Certificates.Installed one : found) {
            chain.addObject()
                    .put("certificateType", one.type())
                    .set("certificateHashData", one.hash());
        }
        return Reply.of(answer);
    }
}
