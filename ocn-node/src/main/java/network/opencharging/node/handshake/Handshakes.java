package network.opencharging.node.handshake;

import network.opencharging.node.client.HttpCaller;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.registry.directory.Directory;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Both sides of the handshake, put together from what they share.
 *
 * @param registration others come to us
 * @param approach we go to others
 * @param invitations the tokens to begin with
 * @param renewal of what is agreed
 */
public record Handshakes(
        Registration registration, Approach approach, Invitations invitations, Renewal renewal) {

    /**
     * What this room needs of the others.
     *
     * @param platforms where registrations stand
     * @param vault hashes tokens
     * @param directory against which roles are checked
     * @param http calls the other side
     * @param tokens makes fresh tokens
     * @param ids makes fresh ids
     */
    public record Needs(
            Platforms platforms,
            TokenVault vault,
            Directory directory,
            HttpCaller http,
            Supplier<CredentialsToken> tokens,
            Supplier<String> ids) {}

    /**
     * Puts the room together.
     *
     * @param deadline for each single call to the other side
     */
    public static Handshakes of(
            Needs needs, NodeIdentity self, HandshakeForms forms, Duration deadline, Clock clock) {
        OcpiCall calls = new OcpiCall(needs.http(), deadline, needs.ids());
        VersionProbe probe = new VersionProbe(calls, forms);
        RoleCheck roles = new RoleCheck(needs.directory(), needs.platforms(), self.operator());
        Invitations invitations =
                new Invitations(
                        needs.platforms(), needs.vault(), needs.tokens(), needs.ids(), clock);
        Registration registration =
                new Registration(
                        needs.platforms(), roles, probe, needs.vault(), needs.tokens(), clock);
        Approach approach =
                new Approach(needs.platforms(), roles, probe, calls, forms, invitations);
        Renewal renewal =
                new Renewal(
                        needs.platforms(),
                        roles,
                        probe,
                        calls,
                        forms,
                        new Renewal.Fresh(needs.vault(), needs.tokens(), clock));
        return new Handshakes(registration, approach, invitations, renewal);
    }
}
