package network.opencharging.registry.directory.onchain;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.registry.chain.log.Mark;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The saved index on disk: a line with the checksum of the rest, then JSON. Written beside and
 * moved into place, so that a crash leaves the old file or the new one. A file that was damaged
 * counts as none: the index is filled anew from the chain.
 */
final class IndexFile {
    private static final String HEAD = "ocn-index-1 ";
    private static final int HEAD_LENGTH = HEAD.length() + 64 + 1;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path file;

    IndexFile(Path file) {
        this.file = file;
    }

    private record IndexJson(
            long chainId,
            String registry,
            String confirmedAt,
            List<Mark> marks,
            List<OperatorJson> operators,
            List<PartyJson> parties) {}

    private record OperatorJson(String address, String url) {}

    private record PartyJson(
            String id,
            String address,
            List<Role> roles,
            List<String> sender,
            List<String> receiver,
            String operator,
            boolean admitted) {}

    void write(SavedIndex index) throws IOException {
        byte[] body = MAPPER.writeValueAsBytes(json(index));
        byte[] head = (HEAD + sha256(body) + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, all);
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What was saved for this registry, if it is whole. */
    Optional<SavedIndex> read(long chainId, Address registry) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        byte[] all = Files.readAllBytes(file);
        byte[] body = Arrays.copyOfRange(all, Math.min(all.length, HEAD_LENGTH), all.length);
        String head =
                new String(all, 0, Math.min(all.length, HEAD_LENGTH), StandardCharsets.ISO_8859_1);
        if (!head.equals(HEAD + sha256(body) + "\n")) {
            return Optional.empty();
        }
        return parse(body)
                .filter(index -> index.chainId() == chainId && index.registry().equals(registry));
    }

    private static Optional<SavedIndex> parse(byte[] body) {
        try {
            IndexJson json = MAPPER.readValue(body, IndexJson.class);
            Snapshot snapshot =
                    Snapshot.of(
                            json.operators().stream()
                                    .map(o ->
                                            new Operator(
                                                    new Address(o.address()), URI.create(o.url())))
                                    .toList(),
                            json.parties().stream().map(IndexFile::party).toList());
            return Optional.of(
                    new SavedIndex(
                            json.chainId(),
                            new Address(json.registry()),
                            Instant.parse(json.confirmedAt()),
                            json.marks(),
                            snapshot));
        } catch (JacksonException e) {
            // Its checksum is right, so another version of this program wrote it.
            return Optional.empty();
        }
    }

    private static Party party(PartyJson p) {
        PartyId id = PartyId.parse(p.id()).orElseThrow();
        Modules modules = new Modules(modules(p.sender()), modules(p.receiver()));
        return new Party(
                id,
                new Address(p.address()),
                Set.copyOf(p.roles()),
                modules,
                new Address(p.operator()),
                p.admitted());
    }

    private static Set<ModuleId> modules(Collection<String> names) {
        return names.stream().map(ModuleId::new).collect(Collectors.toSet());
    }

    private static IndexJson json(SavedIndex index) {
        return new IndexJson(
                index.chainId(),
                index.registry().lowerCase(),
                index.confirmedAt().toString(),
                index.marks(),
                index.snapshot().operators().stream()
                        .map(o -> new OperatorJson(o.address().lowerCase(), o.url().toString()))
                        .toList(),
                index.snapshot().parties().stream().map(IndexFile::json).toList());
    }

    private static PartyJson json(Party p) {
        return new PartyJson(
                p.id().toString(),
                p.address().lowerCase(),
                p.roles().stream().sorted().toList(),
                p.modules().sender().stream().map(ModuleId::value).sorted().toList(),
                p.modules().receiver().stream().map(ModuleId::value).sorted().toList(),
                p.operator().lowerCase(),
                p.admitted());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
