package network.opencharging.node.desk;

import jakarta.servlet.http.HttpServletRequest;

import network.opencharging.node.clientinfo.ClientBook;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonLimits;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.json.JsonReading;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.signing.NodeSignature;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Operator;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.util.Arrays;
import java.util.Optional;

/**
 * What other nodes say of their parties. Both published places are served; a node is believed about
 * the parties that the registry gives to it, and about nobody else.
 */
@RestController
public class NodeNewsDesk {
    private static final JsonReader READER =
            new JsonReader(JsonLimits.standard().withBytes(64 << 10));

    private final FrontDesk desk;
    private final Directory directory;
    private final ClientBook clients;

    /** Writes into this book. */
    public NodeNewsDesk(FrontDesk desk, Directory directory, ClientBook clients) {
        this.desk = desk;
        this.directory = directory;
        this.clients = clients;
    }

    /** One party in one role. */
    @PutMapping({"/ocn/client-info", "/ocn/message/ocn/client-info"})
    public ResponseEntity<byte[]> put(
            @RequestBody(required = false) byte @Nullable [] body, HttpServletRequest request) {
        byte[] text = body == null ? new byte[0] : body;
        String signature =
                Optional.ofNullable(request.getHeader(HeaderNames.OCN_SIGNATURE)).orElse("");
        return desk.answer(
                request,
                READER.read(text) instanceof JsonReading.Read<Json>(Json.Obj said)
                        ? heard(said, text, signature)
                        : wrong("The body must be a JSON object."));
    }

    private Answer heard(Json.Obj said, byte[] text, String signature) {
        Optional<PartyId> party =
                PartyId.of(
                        said.textOf("country_code").orElse(""), said.textOf("party_id").orElse(""));
        Optional<Role> role = one(Role.values(), said.textOf("role"));
        Optional<ConnectionStatus> status = one(ConnectionStatus.values(), said.textOf("status"));
        if (party.isEmpty()) {
            return wrong("country_code and party_id must name a party.");
        }
        if (role.isEmpty() || status.isEmpty()) {
            return wrong("role and status must be those of OCPI 2.2.1.");
        }
        Optional<Operator> operator = directory.snapshot().operatorOf(party.get());
        boolean believed =
                operator.isPresent()
                        && NodeSignature.signer(text, signature)
                                .filter(operator.get().address()::equals)
                                .isPresent();
        if (!believed) {
            return Answer.refusal(
                    200,
                    OcpiStatus.CONNECTION_PROBLEM,
                    "Header OCN-Signature must be that of the operator of %s over the body."
                            .formatted(party.get()));
        }
        clients.hear(party.get(), role.get(), status.get());
        return Answer.done();
    }

    private static <T extends Enum<T>> Optional<T> one(T[] all, Optional<String> name) {
        return Arrays.stream(all)
                .filter(it -> name.filter(it.name()::equals).isPresent())
                .findFirst();
    }

    private static Answer wrong(String sentence) {
        return Answer.refusal(400, OcpiStatus.INVALID_PARAMETERS, sentence);
    }
}
