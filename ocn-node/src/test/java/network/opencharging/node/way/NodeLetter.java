package network.opencharging.node.way;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.MessageIds;
import network.opencharging.protocol.message.NodeHeaders;
import network.opencharging.protocol.message.NodeMessage;
import network.opencharging.protocol.message.NodeMessage.Proxy;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.RouteKey;
import network.opencharging.protocol.signing.NodeSignature;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A node message as a foreign node writes it. */
record NodeLetter(NodeMessage message, PrivateKey key) {

    static NodeLetter of(RouteKey target, PartyId from, PartyId to, PrivateKey key) {
        return new NodeLetter(
                new NodeMessage(
                        target,
                        new NodeHeaders(
                                Optional.empty(),
                                new MessageIds("inner-" + UUID.randomUUID(), "inner-correlation"),
                                from,
                                to,
                                Optional.empty()),
                        Json.Obj.EMPTY,
                        Proxy.NONE,
                        Optional.empty()),
                key);
    }

    NodeLetter proxy(Proxy proxy) {
        return new NodeLetter(
                new NodeMessage(
                        message.target(),
                        message.headers(),
                        message.query(),
                        proxy,
                        message.body()),
                key);
    }

    NodeLetter following(String url) {
        return proxy(new Proxy(Optional.empty(), Optional.of(url)));
    }

    NodeLetter body(String text) {
        return new NodeLetter(
                new NodeMessage(
                        message.target(),
                        message.headers(),
                        message.query(),
                        message.proxy(),
                        Optional.of(Body.of(text))),
                key);
    }

    Said sendTo(TestNode node) {
        return sendTo(node, message.toBody());
    }

    /** Sends this text, with a signature over the compact one. */
    Said sendTo(TestNode node, Body text) {
        return raw(node, text, NodeSignature.sign(message.toBody().bytes(), key));
    }

    static Said raw(TestNode node, Body text, String signature) {
        return new Asking(
                        node.url(),
                        Headers.of(
                                Map.of(
                                        HeaderNames.OCN_SIGNATURE, signature,
                                        HeaderNames.X_REQUEST_ID, "hop",
                                        HeaderNames.CONTENT_TYPE, "text/plain")),
                        "POST",
                        "/ocn/message",
                        text)
                .send();
    }
}
