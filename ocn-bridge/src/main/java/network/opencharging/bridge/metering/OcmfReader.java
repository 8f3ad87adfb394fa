package network.opencharging.bridge.metering;

import network.opencharging.bridge.unit.WattHours;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.json.JsonReading;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads OCMF: {@code OCMF|payload|signature}, the parts being JSON objects. */
public final class OcmfReader {
    private static final String MARK = "OCMF|";
    private static final int MOST_PLACES = 30;
    private static final Pattern PAGE = Pattern.compile("([TF])([0-9]{1,18})");
    private static final Pattern TIME = Pattern.compile("(\\S+) ([UISR])");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss,SSSxx", Locale.ROOT);

    private OcmfReader() {}

    /** The document, or what keeps it from being one. */
    public static OcmfParsing read(String text) {
        int last = text.lastIndexOf('|');
        if (!text.startsWith(MARK) || last < MARK.length()) {
            return new OcmfParsing.Malformed("must be OCMF|payload|signature");
        }
        String payload = text.substring(MARK.length(), last);
        Optional<Json.Obj> body = object(payload);
        Optional<Json.Obj> signed = object(text.substring(last + 1));
        if (body.isEmpty() || signed.isEmpty()) {
            return new OcmfParsing.Malformed("payload and signature must be JSON objects");
        }
        try {
            return new OcmfParsing.Read(
                    new OcmfDocument(
                            text,
                            payload,
                            head(body.get()),
                            readings(body.get()),
                            curve(signed.get()),
                            signature(signed.get())));
        } catch (IllegalArgumentException | DateTimeException e) {
            return new OcmfParsing.Malformed(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Json.Obj> object(String text) {
        return JsonReader.standard().read(text) instanceof JsonReading.Read<Json>(Json.Obj object)
                ? Optional.of(object)
                : Optional.empty();
    }

    private static OcmfHead head(Json.Obj body) {
        Matcher page = PAGE.matcher(body.textOf("PG").orElse(""));
        if (!page.matches()) {
            throw new IllegalArgumentException("PG must be T or F and a number");
        }
        return new OcmfHead(
                page.group(1).charAt(0),
                Long.parseLong(page.group(2)),
                body.textOf("GS"),
                body.textOf("MS"),
                body.textOf("ID"));
    }

    private static List<OcmfReading> readings(Json.Obj body) {
        List<OcmfReading> readings = new ArrayList<>();
        Json.Obj before = Json.Obj.EMPTY;
        if (body.member("RD").orElse(Json.Obj.EMPTY) instanceof Json.Arr list) {
            for (Json item : list.items()) {
                if (!(item instanceof Json.Obj written)) {
                    throw new IllegalArgumentException("RD must hold objects");
                }
                // What a reading leaves out is as in the one before, but its value.
                Json.Obj whole = before.without("RV");
                for (var field : written.members().entrySet()) {
                    whole = whole.with(field.getKey(), field.getValue());
                }
                readings.add(reading(whole));
                before = whole;
            }
        }
        if (readings.isEmpty()) {
            throw new IllegalArgumentException("RD must hold a reading");
        }
        return readings;
    }

    private static OcmfReading reading(Json.Obj json) {
        Matcher time = TIME.matcher(json.textOf("TM").orElse(""));
        if (!time.matches()) {
            throw new IllegalArgumentException("TM must be a moment and U, I, S or R");
        }
        return new OcmfReading(
                new Reading(
                        OffsetDateTime.parse(time.group(1), MOMENT).toInstant(), register(json)),
                time.group(2).charAt(0),
                json.textOf("TX").orElse(""),
                json.textOf("RI").orElse(""),
                json.textOf("EF").orElse(""),
                json.textOf("ST").orElse(""));
    }

    private static WattHours register(Json.Obj json) {
        if (!(json.member("RV").orElse(Json.Obj.EMPTY) instanceof Json.Num value)
                || value.literal().length() > 30) {
            throw new IllegalArgumentException("RV must be a number");
        }
        BigDecimal number = new BigDecimal(value.literal());
        if (Math.abs((long) number.scale()) > MOST_PLACES) {
            throw new IllegalArgumentException("RV must be a number that a meter can show");
        }
        return switch (json.textOf("RU").orElse("")) {
            case "kWh" -> WattHours.completeIn(number);
            case "Wh" -> WattHours.completeIn(number.movePointLeft(3));
            default -> throw new IllegalArgumentException("RU must be kWh or Wh");
        };
    }

    private static OcmfCurve curve(Json.Obj signed) {
        String algorithm = signed.textOf("SA").orElse(OcmfCurve.SECP256R1.toString());
        return OcmfCurve.named(algorithm)
                .orElseThrow(() -> new IllegalArgumentException("SA is unknown: " + algorithm));
    }

    private static OcmfDocument.Signature signature(Json.Obj signed) {
        String text = signed.textOf("SD").orElse("");
        Optional<byte[]> bytes =
                switch (signed.textOf("SE").orElse("hex")) {
                    case "hex" -> BytesText.hex(text);
                    case "base64" -> BytesText.base64(text);
                    default -> Optional.empty();
                };
        return bytes.map(OcmfDocument.Signature::new)
                .orElseThrow(() -> new IllegalArgumentException("SD must be hex, or Base64 by SE"));
    }
}
