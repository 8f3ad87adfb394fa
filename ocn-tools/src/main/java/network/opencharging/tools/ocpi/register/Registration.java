package network.opencharging.tools.ocpi.register;

import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.ocpi.Connection;
import network.opencharging.tools.ocpi.Endpoints;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.ocpi.Outcome;
import network.opencharging.tools.ocpi.Peer;
import network.opencharging.tools.ocpi.call.OcpiCaller;
import network.opencharging.tools.ocpi.call.Reply;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Registers this platform with a hub, or lets a hub register with it. */
public final class Registration {
    private final Identity identity;
    private final Connection connection;
    private final OcpiCaller caller;
    private final Supplier<String> tokens;
    private final URI ownVersions;

    /**
     * A registration desk.
     *
     * @param tokens makes tokens that nobody can guess
     * @param ownVersions where this platform's versions are
     */
    public Registration(
            Identity identity,
            Connection connection,
            OcpiCaller caller,
            Supplier<String> tokens,
            URI ownVersions) {
        this.identity = identity;
        this.connection = connection;
        this.caller = caller;
        this.tokens = tokens;
        this.ownVersions = ownVersions;
    }

    /**
     * Registers with a hub that has given a token A.
     *
     * @param versions the address of the hub's versions
     * @throws IOException when the hub does not answer as it must; nothing has changed then
     */
    public void register(URI versions, String tokenA) throws IOException {
        submit("POST", versions, tokenA);
    }

    /**
     * Renews both tokens and reads the hub's endpoints again.
     *
     * @throws IOException when the hub does not answer as it must, or nobody is registered
     */
    public void renew() throws IOException {
        Peer hub = registeredHub();
        submit("PUT", hub.versions(), hub.token());
    }

    /**
     * Ends the registration.
     *
     * @throws IOException when the hub does not answer as it must, or nobody is registered
     */
    public void unregister() throws IOException {
        Peer hub = registeredHub();
        URI url = hub.endpoints().credentials().orElseThrow();
        Reply reply = caller.configure("DELETE", url, hub.token(), "");
        if (!reply.isSuccess()) {
            throw new IOException("DELETE " + url + ": " + reply.summary());
        }
        connection.end();
    }

    private Peer registeredHub() throws IOException {
        return connection
                .peer()
                .orElseThrow(
                        () -> new IOException(identity.party() + " is not registered with a hub"));
    }

    private void submit(String method, URI versions, String presented) throws IOException {
        String token = tokens.get();
        connection.announce(token);
        try {
            Endpoints endpoints = new Discovery(caller).endpoints(versions, presented);
            URI url = endpoints.credentials().orElseThrow();
            String own =
                    JsonText.write(new Credentials(token, ownVersions, List.of()).write(identity));
            Reply reply = caller.configure(method, url, presented, own);
            Credentials hub =
                    reply.data()
                            .filter(data -> reply.isSuccess())
                            .flatMap(Credentials::read)
                            .orElseThrow(() ->
                                    new IOException(method + " " + url + ": " + reply.summary()));
            connection.registered(
                    token, new Peer(hub.token(), hub.versions(), endpoints, hub.roles()));
        } catch (Unusable e) {
            connection.withdraw(token);
            throw new IOException(e.reason(), e);
        } catch (IOException e) {
            connection.withdraw(token);
            throw e;
        }
    }

    /** Answers the hub's GET, POST, PUT and DELETE (OCPI 2.2.1 §7.2). */
    public Outcome answer(String method, Optional<JsonNode> body) {
        boolean registered = connection.peer().isPresent();
        return switch (method) {
            case "GET" -> registered ? new Outcome.Found(current()) : unregistered();
            case "POST" -> registered ? alreadyRegistered() : accept(body, false);
            case "PUT" -> registered ? accept(body, true) : unregistered();
            case "DELETE" -> {
                connection.end();
                yield registered ? new Outcome.Done() : unregistered();
            }
            default -> Outcome.notAllowed(method);
        };
    }

    private JsonNode current() {
        return new Credentials(connection.token().orElseThrow(), ownVersions, List.of())
                .write(identity);
    }

    private Outcome accept(Optional<JsonNode> body, boolean renewal) {
        Optional<Credentials> theirs = body.flatMap(Credentials::read);
        if (theirs.isEmpty()) {
            return Outcome.invalid("the body must have token, url and roles");
        }
        try {
            Credentials hub = theirs.get();
            Endpoints endpoints = new Discovery(caller).endpoints(hub.versions(), hub.token());
            String token = tokens.get();
            Peer peer = new Peer(hub.token(), hub.versions(), endpoints, hub.roles());
            if (renewal) {
                connection.renewed(token, peer);
            } else {
                connection.registered(token, peer);
            }
            return new Outcome.Found(
                    new Credentials(token, ownVersions, List.of()).write(identity));
        } catch (Unusable e) {
            return new Outcome.Refusal(200, e.status(), e.reason());
        }
    }

    private static Outcome alreadyRegistered() {
        return new Outcome.Refusal(
                405, OcpiStatus.CLIENT_ERROR, "registered already: use PUT to renew");
    }

    private static Outcome unregistered() {
        return new Outcome.Refusal(
                405, OcpiStatus.CLIENT_ERROR, "not registered: use POST to register");
    }
}
