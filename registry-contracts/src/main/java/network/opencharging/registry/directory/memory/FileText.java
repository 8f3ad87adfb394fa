package network.opencharging.registry.directory.memory;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.Nulls;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The JSON text of a directory file, to and from its meaning. */
final class FileText {
    private static final int VERSION = 1;
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                    .build();

    private FileText() {}

    private record FileJson(
            int version,
            @Nullable String network,
            long sequence,
            @JsonProperty("issued_at") @Nullable String issuedAt,
            @Nullable List<OperatorJson> operators,
            @Nullable List<PartyJson> parties) {}

    private record OperatorJson(@Nullable String address, @Nullable String url) {}

    private record PartyJson(
            @JsonProperty("country_code") @Nullable String countryCode,
            @JsonProperty("party_id") @Nullable String partyId,
            @Nullable String address,
            @Nullable List<String> roles,
            @Nullable String operator,
            @JsonProperty("sender_modules") @Nullable List<String> senderModules,
            @JsonProperty("receiver_modules") @Nullable List<String> receiverModules) {}

    private static <T> T given(@Nullable T value, String member) {
        if (value == null) {
            throw new IllegalArgumentException(member + " is missing");
        }
        return value;
    }

    static byte[] write(DirectoryFile file) {
        Snapshot snapshot = file.snapshot();
        return MAPPER.writeValueAsBytes(
                new FileJson(
                        VERSION,
                        file.network(),
                        file.sequence(),
                        file.issuedAt().toString(),
                        snapshot.operators().stream()
                                .map(o -> new OperatorJson(o.address().text(), o.url().toString()))
                                .toList(),
                        snapshot.parties().stream().map(FileText::json).toList()));
    }

    /**
     * Reads the text of a file.
     *
     * @throws IllegalArgumentException in one sentence, naming what is wrong
     */
    static DirectoryFile read(byte[] bytes) {
        try {
            FileJson json = MAPPER.readValue(bytes, FileJson.class);
            if (json == null || json.version() != VERSION) {
                throw new IllegalArgumentException("version must be " + VERSION);
            }
            List<Operator> operators =
                    given(json.operators(), "operators").stream().map(FileText::operator).toList();
            List<Party> parties =
                    given(json.parties(), "parties").stream().map(FileText::party).toList();
            refuseDoubles(operators, parties);
            return new DirectoryFile(
                    given(json.network(), "network"),
                    json.sequence(),
                    Instant.parse(given(json.issuedAt(), "issued_at")),
                    Snapshot.of(operators, parties));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not the JSON it should be: " + firstLine(e), e);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "issued_at must be a time such as 2026-01-31T12:00:00Z", e);
        }
    }

    private static String firstLine(JacksonException e) {
        return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    }

    private static Operator operator(OperatorJson json) {
        return new Operator(
                new Address(given(json.address(), "address")),
                URI.create(given(json.url(), "url")));
    }

    private static Party party(PartyJson json) {
        return new Party(
                new PartyId(
                        given(json.countryCode(), "country_code"),
                        given(json.partyId(), "party_id")),
                new Address(given(json.address(), "address")),
                given(json.roles(), "roles").stream()
                        .map(name -> Role.valueOf(name.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                new Modules(
                        modules(given(json.senderModules(), "sender_modules")),
                        modules(given(json.receiverModules(), "receiver_modules"))),
                new Address(given(json.operator(), "operator")),
                true);
    }

    private static Set<ModuleId> modules(List<String> names) {
        return names.stream().map(ModuleId::new).collect(Collectors.toSet());
    }

    private static PartyJson json(Party party) {
        return new PartyJson(
                party.id().countryCode(),
                party.id().partyId(),
                party.address().text(),
                party.roles().stream().map(Role::name).sorted().toList(),
                party.operator().text(),
                party.modules().sender().stream().map(ModuleId::value).sorted().toList(),
                party.modules().receiver().stream().map(ModuleId::value).sorted().toList());
    }

    private static void refuseDoubles(List<Operator> operators, List<Party> parties) {
        Map<Object, Object> seen = new HashMap<>();
        for (Operator operator : operators) {
            refuseDouble(seen, operator.address());
            refuseDouble(seen, operator.url());
        }
        for (Party party : parties) {
            refuseDouble(seen, party.id());
        }
    }

    private static void refuseDouble(Map<Object, Object> seen, Object key) {
        if (seen.put(key, key) != null) {
            throw new IllegalArgumentException(key + " is listed twice");
        }
    }
}
