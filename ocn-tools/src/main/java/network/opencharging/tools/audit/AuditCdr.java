package network.opencharging.tools.audit;

import network.opencharging.bridge.tariff.Explanation;
import network.opencharging.bridge.tariff.Fault;
import network.opencharging.bridge.tariff.Rated;
import network.opencharging.bridge.tariff.Rating;
import network.opencharging.bridge.tariff.Tariff;
import network.opencharging.bridge.tariff.TariffReader;
import network.opencharging.bridge.tariff.TariffVerdict;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.json.JsonReading;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Form;
import network.opencharging.tools.terminal.Input;
import network.opencharging.tools.terminal.Printable;
import network.opencharging.tools.terminal.Screen;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** {@code ocn tools audit cdr}: is this bill right? */
@Command(
        name = "cdr",
        description = {
            "Recomputes a CDR from its tariff and its periods, or those of its session, and lists"
                    + " every difference to the cent; checks what the meter signed (OCMF)."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:it is right to the cent, and what is signed is true",
            "1:something differs; every difference is printed",
            "2:an argument or a file cannot be used, or the CDR cannot be recomputed"
        },
        footer = {"", "Example: ocn tools audit cdr docs/examples/cdr.json --explain"})
public final class AuditCdr implements Callable<Integer> {
    private final Map<String, String> environment;
    private final Input input;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "CDR",
            description = "The CDR, alone or in an answer's envelope; - for standard input.")
    private Path file = Path.of("-");

    @Option(
            names = "--tariff",
            paramLabel = "FILE",
            description = "The tariff (default: the one that the CDR carries).")
    private @Nullable Path tariff;

    @Option(
            names = "--session",
            paramLabel = "FILE",
            description = "The session: its periods are rated, and held against those of the CDR.")
    private @Nullable Path session;

    @Option(
            names = "--meter-key",
            paramLabel = "KEY",
            description =
                    "The meter's public key, hex or Base64 (default: the one that the CDR names).")
    private @Nullable String meterKey;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description =
                    "Where the EVSE stands, such as Europe/Oslo: tariffs follow its wall clock"
                            + " (default: ${DEFAULT-VALUE}).")
    private String zone = "UTC";

    @Option(names = "--explain", description = "Says how the price comes about, line by line.")
    private boolean explain;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description =
                    "For people, or for machines one comparison a line (default:"
                            + " ${DEFAULT-VALUE}).")
    private Form format = Form.TEXT;

    /** For picocli. */
    public AuditCdr(Map<String, String> environment, Input input) {
        this.environment = environment;
        this.input = input;
    }

    @Override
    public Integer call() {
        Json.Obj cdr = object(file, "The CDR");
        Optional<Json.Obj> course =
                Optional.ofNullable(session).map(path -> object(path, "--session"));
        Rated rated = rated(cdr, course);
        List<Remark> remarks = new ArrayList<>(Bill.compare(cdr, rated));
        course.ifPresent(told -> remarks.addAll(sameSession(cdr, told)));
        remarks.addAll(Proof.check(cdr, Optional.ofNullable(meterKey)));
        if (format == Form.JSON) {
            remarks.forEach(remark -> spec.commandLine().getOut().println(json(remark)));
        } else {
            tell(cdr, rated, remarks);
        }
        boolean right =
                remarks.stream().noneMatch(remark -> remark.verdict() == Remark.Verdict.DIFFERS);
        return right ? 0 : Failure.FAILED;
    }

    private Rated rated(Json.Obj cdr, Optional<Json.Obj> course) {
        Tariff wanted = tariff(cdr);
        try {
            return Rating.of(wanted, ZoneId.of(zone)).rate(Course.of(course.orElse(cdr)));
        } catch (DateTimeException e) {
            throw Failure.usage("--time-zone must be a name such as Europe/Oslo.");
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw Failure.usage(
                    "%s cannot be rated: %s."
                            .formatted(
                                    course.isPresent() ? "The session" : "The CDR",
                                    Printable.of(String.valueOf(e.getMessage()))));
        }
    }

    private Tariff tariff(Json.Obj cdr) {
        Json.Obj json = tariff == null ? carried(cdr) : object(tariff, "--tariff");
        return switch (TariffReader.read(Fields.plain(json))) {
            case TariffVerdict.Accepted(Tariff read) -> read;
            case TariffVerdict.Refused(List<Fault> faults) ->
                    throw Failure.usage(
                            "The tariff cannot be billed by: %s."
                                    .formatted(
                                            Printable.of(
                                                    faults.stream()
                                                            .map(Fault::toString)
                                                            .collect(Collectors.joining("; ")))));
        };
    }

    private static Json.Obj carried(Json.Obj cdr) {
        List<Json.Obj> tariffs = Fields.objects(cdr, "tariffs");
        if (tariffs.size() != 1) {
            throw Failure.usage(
                    tariffs.isEmpty()
                            ? "The CDR carries no tariff: say which with --tariff FILE."
                            : "The CDR carries %d tariffs: say which applies with --tariff FILE."
                                    .formatted(tariffs.size()));
        }
        return tariffs.getFirst();
    }

    private static List<Remark> sameSession(Json.Obj cdr, Json.Obj session) {
        List<Remark> remarks = new ArrayList<>();
        for (String field : List.of("start_date_time", "end_date_time")) {
            boolean same = Fields.second(cdr, field).equals(Fields.second(session, field));
            remarks.add(
                    same
                            ? Remark.same("$." + field, "as the session says")
                            : Remark.differs("$." + field, "is not what the session says"));
        }
        boolean its = cdr.textOf("session_id").equals(session.textOf("id"));
        remarks.add(
                its
                        ? Remark.same("$.session_id", "is that of the session")
                        : Remark.differs("$.session_id", "is not that of the session"));
        return remarks;
    }

    private Json.Obj object(Path path, String option) {
        if (!(JsonReader.standard().read(input.bytes(path, option))
                        instanceof JsonReading.Read<Json>(Json read)
                && read instanceof Json.Obj object)) {
            throw Failure.usage("%s must be an object of JSON: %s".formatted(option, path));
        }
        return object.objectOf("data").orElse(object);
    }

    private static String json(Remark remark) {
        return Json.Obj.EMPTY
                .with("path", remark.path())
                .with("verdict", remark.verdict().name().toLowerCase(Locale.ROOT))
                .with("sentence", remark.sentence())
                .text();
    }

    private void tell(Json.Obj cdr, Rated rated, List<Remark> remarks) {
        Screen screen = Screen.of(spec.commandLine().getOut(), environment);
        screen.heading(
                "CDR %s, rated by tariff %s in %s"
                        .formatted(
                                Printable.of(cdr.textOf("id").orElse("without id")),
                                Printable.of(rated.tariff().key().id()),
                                rated.zone()));
        if (explain) {
            Explanation.of(rated).forEach(line -> screen.whisper("  " + Printable.of(line)));
        }
        for (Remark remark : remarks) {
            String line =
                    "%-34s %s"
                            .formatted(
                                    Printable.of(remark.path()), Printable.of(remark.sentence()));
            switch (remark.verdict()) {
                case SAME -> screen.good(line);
                case NOTE -> screen.whisper("  ..  " + line);
                case DIFFERS -> screen.bad(line);
            }
        }
        long wrong =
                remarks.stream()
                        .filter(remark -> remark.verdict() == Remark.Verdict.DIFFERS)
                        .count();
        screen.say(wrong == 0 ? "It is right." : "%d differences.".formatted(wrong));
    }
}
