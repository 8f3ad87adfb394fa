package network.opencharging.node.step.address;

import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Refused;
import network.opencharging.node.message.Sender;
import network.opencharging.node.message.Target;
import network.opencharging.node.network.Network;
import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.node.platform.PartyRole;
import network.opencharging.node.platform.Platforms;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which parties want what is meant for everybody, and which have what is asked of everybody. Data
 * flows from their owners to those of the opposite role (OCPI 2.2.1 §4.1.7.3).
 */
public final class Recipients {
    private static final Set<Role> CHARGE_POINT_SIDE = Set.of(Role.CPO);
    private static final Set<Role> DRIVER_SIDE = Set.of(Role.EMSP, Role.OTHER);
    private static final Set<Role> READERS =
            Set.of(Role.EMSP, Role.NSP, Role.NAP, Role.SCSP, Role.OTHER);

    /** To more than these a token is not shown. */
    private static final int MOST_ISSUERS = 250;

    /** A kind of data that may be spread: who has it, and who wants it. */
    private record Flow(Set<Role> owners, Set<Role> readers) {}

    /** Sessions and CDRs are for one party each; what OCPI does not know nobody may spread. */
    private static final Map<ModuleId, Flow> SPREAD =
            Map.of(
                    ModuleId.LOCATIONS, new Flow(CHARGE_POINT_SIDE, READERS),
                    ModuleId.TARIFFS, new Flow(CHARGE_POINT_SIDE, READERS),
                    ModuleId.TOKENS, new Flow(DRIVER_SIDE, CHARGE_POINT_SIDE));

    private final Platforms platforms;
    private final Network network;

    /** Knows these. */
    public Recipients(Platforms platforms, Network network) {
        this.platforms = platforms;
        this.network = network;
    }

    /**
     * Everybody who wants what this sender pushes, here and behind other nodes.
     *
     * @throws Refused when the module is not for everybody, or the sender does not own such data
     */
    List<PartyId> wanting(Target target, Sender.Local sender) {
        ModuleId module = target.module();
        Flow flow = SPREAD.get(module);
        if (flow == null) {
            throw refused(
                    "Module %s is not for everybody: name the party it is for.".formatted(module));
        }
        boolean owner =
                flow.owners().stream()
                        .anyMatch(role -> sender.platform().speaksFor(sender.party(), role));
        if (!owner) {
            throw refused(
                    "Only a party in role %s may push module %s to everybody."
                            .formatted(flow.owners(), module));
        }
        Stream<PartyId> elsewhere =
                network.elsewhere(flow.readers(), module, InterfaceRole.RECEIVER).stream();
        return Stream.concat(here(flow.readers(), target, sender), elsewhere).distinct().toList();
    }

    /** Everybody who has lists of that module, here and behind other nodes, in one order. */
    List<PartyId> owners(Target target, Sender.Local sender) {
        Set<Role> owners =
                target.module().equals(ModuleId.TOKENS) ? DRIVER_SIDE : CHARGE_POINT_SIDE;
        Stream<PartyId> elsewhere =
                network.elsewhere(owners, target.module(), InterfaceRole.SENDER).stream()
                        .filter(party -> !sender.platform().speaksFor(party));
        return Stream.concat(here(owners, target, sender), elsewhere).distinct().sorted().toList();
    }

    /**
     * Everybody who issues tokens, for a charge point operator that does not know who issued one.
     *
     * @throws Refused when they are too many to be asked, or somebody else asks
     */
    List<PartyId> issuers(Target target, Sender.Local sender) {
        if (!sender.platform().speaksFor(sender.party(), Role.CPO)) {
            throw refused("Only a party in role CPO may ask everybody about a token.");
        }
        List<PartyId> issuers = owners(target, sender);
        if (issuers.size() > MOST_ISSUERS) {
            throw refused(
                    ("There are %d parties that may have issued this token, more than are asked at"
                                    + " once (%d): name the one that it is for.")
                            .formatted(issuers.size(), MOST_ISSUERS));
        }
        return issuers;
    }

    private Stream<PartyId> here(Set<Role> roles, Target target, Sender.Local sender) {
        return platforms.allConnected().stream()
                .filter(platform -> platform.status() == ConnectionStatus.CONNECTED)
                .filter(platform -> !platform.id().equals(sender.platform().id()))
                .filter(platform ->
                        platform.connection()
                                .endpoint(target.spoken(), target.module(), target.role())
                                .isPresent())
                .flatMap(platform -> parties(platform, roles))
                .distinct()
                .sorted();
    }

    private static Stream<PartyId> parties(ConnectedPlatform platform, Set<Role> roles) {
        return platform.roles().stream()
                .filter(role -> roles.contains(role.role()))
                .map(PartyRole::party);
    }

    private static Refused refused(String why) {
        return new Refused(new Refusal.HubCannot(why));
    }
}
