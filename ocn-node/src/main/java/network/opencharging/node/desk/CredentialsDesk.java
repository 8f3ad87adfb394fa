package network.opencharging.node.desk;

import jakarta.servlet.http.HttpServletRequest;

import network.opencharging.node.handshake.Checked;
import network.opencharging.node.handshake.Credentials;
import network.opencharging.node.handshake.Handshake;
import network.opencharging.node.handshake.HandshakeForm;
import network.opencharging.node.handshake.HandshakeForms;
import network.opencharging.node.handshake.HandshakeProblem;
import network.opencharging.node.handshake.Registration;
import network.opencharging.node.platform.Invitation;
import network.opencharging.node.platform.PartyRole;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonLimits;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.json.JsonReading;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.party.PartyId;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The credentials module, receiver's side (OCPI 2.2.1 §7). */
@RestController
@RequestMapping("/ocpi/{version:[0-9.]+}/credentials")
public class CredentialsDesk {
    private static final JsonReader READER =
            new JsonReader(JsonLimits.standard().withBytes(1 << 20));

    private final FrontDesk desk;
    private final HandshakeForms forms;
    private final Registration registration;

    /** Registers platforms with this node. */
    public CredentialsDesk(FrontDesk desk, HandshakeForms forms, Registration registration) {
        this.desk = desk;
        this.forms = forms;
        this.registration = registration;
    }

    /** Our credentials, with the token that the caller has just shown (ocpi#394). */
    @GetMapping
    public ResponseEntity<byte[]> get(@PathVariable String version, HttpServletRequest request) {
        return receive(
                request,
                version,
                (form, visitor) ->
                        switch (visitor) {
                            case Visitor.Registered(var platform, var shown) ->
                                    Answer.success(
                                            form.ours(shown.token(), parties(platform.roles())));
                            case Visitor.Invited _ -> notRegistered(401);
                        });
    }

    /** Registration. */
    @PostMapping
    public ResponseEntity<byte[]> post(
            @PathVariable String version,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request) {
        return receive(
                request,
                version,
                (form, visitor) ->
                        switch (visitor) {
                            case Visitor.Registered _ -> registered();
                            case Visitor.Invited(var planned, var shown) ->
                                    planned.invitation().purpose() == Invitation.Purpose.REGISTER
                                            ? offered(
                                                    body,
                                                    shown,
                                                    form,
                                                    offer -> registration.register(planned, offer))
                                            : notRegistered(401);
                        });
    }

    /** Renewal: new tokens, endpoints read again. */
    @PutMapping
    public ResponseEntity<byte[]> put(
            @PathVariable String version,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request) {
        return receive(
                request,
                version,
                (form, visitor) ->
                        switch (visitor) {
                            case Visitor.Registered(var platform, var shown) ->
                                    offered(
                                            body,
                                            shown,
                                            form,
                                            offer -> registration.renew(platform, offer));
                            case Visitor.Invited _ -> notRegistered(405);
                        });
    }

    /** The end. */
    @DeleteMapping
    public ResponseEntity<byte[]> delete(@PathVariable String version, HttpServletRequest request) {
        return receive(
                request,
                version,
                (_, visitor) ->
                        switch (visitor) {
                            case Visitor.Registered(var platform, var _) ->
                                    registration
                                            .end(platform)
                                            .map(CredentialsDesk::refused)
                                            .orElseGet(Answer::done);
                            case Visitor.Invited _ -> notRegistered(405);
                        });
    }

    private ResponseEntity<byte[]> receive(
            HttpServletRequest request,
            String version,
            BiFunction<HandshakeForm, Visitor, Answer> reply) {
        return desk.receive(
                request,
                visitor ->
                        forms.find(version)
                                .map(form -> reply.apply(form, visitor))
                                .orElseGet(() -> Answer.versionUnknown(forms)));
    }

    private Answer offered(
            byte @Nullable [] body,
            CredentialsToken.Candidate shown,
            HandshakeForm form,
            Function<Registration.Offer, Handshake> agree) {
        JsonReading<Json> read = READER.read(body == null ? new byte[0] : body);
        if (!(read instanceof JsonReading.Read<Json>(Json value))) {
            return Answer.refusal(
                    400,
                    OcpiStatus.INVALID_PARAMETERS,
                    "The body is not JSON: " + ((JsonReading.Malformed<Json>) read).why() + ".");
        }
        return switch (form.theirs(value)) {
            case Checked.Bad<Credentials> bad ->
                    Answer.refusal(200, OcpiStatus.INVALID_PARAMETERS, bad.sentence() + ".");
            case Checked.Good<Credentials>(Credentials theirs) ->
                    switch (agree.apply(
                            new Registration.Offer(theirs, shown.encoding(), form.version()))) {
                        case Handshake.Agreed(var _, CredentialsToken token) ->
                                Answer.success(form.ours(token, parties(theirs.roles())));
                        case Handshake.Failed(HandshakeProblem problem) -> refused(problem);
                    };
        };
    }

    private static Set<PartyId> parties(List<PartyRole> roles) {
        return roles.stream().map(PartyRole::party).collect(Collectors.toUnmodifiableSet());
    }

    /** OCPI 2.2.1 §7.1.5: the codes are inside the answer, which travels with HTTP 200. */
    private static Answer refused(HandshakeProblem problem) {
        return Answer.refusal(200, code(problem), problem.sentence());
    }

    private static OcpiStatus code(HandshakeProblem problem) {
        return switch (problem) {
            case HandshakeProblem.ApiUnusable _ -> OcpiStatus.CLIENT_API_UNUSABLE;
            case HandshakeProblem.NoCommonVersion _ -> OcpiStatus.UNSUPPORTED_VERSION;
            case HandshakeProblem.EndpointsMissing _ -> OcpiStatus.NO_MATCHING_ENDPOINTS;
            case HandshakeProblem.NotListedHere _,
                    HandshakeProblem.RoleTaken _,
                    HandshakeProblem.NotInvited _ ->
                    OcpiStatus.INVALID_PARAMETERS;
            case HandshakeProblem.RegistryUnread _ -> OcpiStatus.HUB_ERROR;
            case HandshakeProblem.Overtaken _ -> OcpiStatus.CLIENT_ERROR;
        };
    }

    /**
     * OCPI 2.2.1 §7.2: POST is not allowed once registered, PUT and DELETE not before: HTTP 405.
     */
    private static Answer registered() {
        return Answer.refusal(
                        405,
                        OcpiStatus.CLIENT_ERROR,
                        "You are registered already: renew with PUT, or end with DELETE first.")
                .with(Map.of("Allow", "GET, PUT, DELETE"));
    }

    private static Answer notRegistered(int http) {
        Answer answer =
                Answer.refusal(
                        http,
                        OcpiStatus.CLIENT_ERROR,
                        "You are not registered yet: register with POST and the token you were"
                                + " given.");
        return http == 405 ? answer.with(Map.of("Allow", "POST")) : answer;
    }
}
