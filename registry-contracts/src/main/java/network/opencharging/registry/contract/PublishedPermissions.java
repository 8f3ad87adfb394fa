package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.chain.rpc.RpcException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Services and agreements as the first published contract tells them (ocn-registry 1.x). Its list
 * of agreements holds those that were revoked, and doubles, so each is asked about.
 */
public final class PublishedPermissions implements OfferReader {
    private static final String GET_SERVICE = "0x15a52302";
    private static final String GET_PROVIDERS = "0xedc922a9";
    private static final String GET_USER_AGREEMENTS_BY_ADDRESS = "0x38f7e0e1";
    private static final String HAS_USER_AGREEMENT_BY_ADDRESS = "0xb5d9f61f";
    private static final String GET_USER_AGREEMENTS_BY_OCPI = "0x674a730d";
    private static final String HAS_USER_AGREEMENT_BY_OCPI = "0x23db5e8c";
    private static final int WORD_DIGITS = 64;

    private final Rpc rpc;
    private final Address address;

    /** The contract at this address. */
    public PublishedPermissions(Rpc rpc, Address address) {
        this.rpc = rpc;
        this.address = address;
    }

    @Override
    public List<Offer> services() throws RpcException {
        List<Address> providers =
                List.copyOf(new LinkedHashSet<>(answer(GET_PROVIDERS).addresses(0)));
        List<Answer> services =
                new BulkQuestion(rpc, address, GET_SERVICE.substring(2))
                        .ask(providers, rpc.latest().number());
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < providers.size(); i++) {
            Offer offer = offer(providers.get(i), services.get(i));
            // Who offers no more stays in the list.
            if (offer.offered()) {
                offers.add(offer);
            }
        }
        return offers;
    }

    /** An agreement covers whatever the service asks for, and counts while it is offered. */
    @Override
    public List<Agreement> agreements(Address user) throws RpcException {
        Answer ever = answer(GET_USER_AGREEMENTS_BY_ADDRESS + word(user));
        List<Agreement> agreements = new ArrayList<>();
        for (Address provider : new LinkedHashSet<>(ever.addresses(0))) {
            String both = word(user) + word(provider);
            if (answer(HAS_USER_AGREEMENT_BY_ADDRESS + both).integer(0) == 1) {
                Offer offer = offer(provider, answer(GET_SERVICE + word(provider)));
                agreements.add(new Agreement(user, provider, offer.permissions(), offer.offered()));
            }
        }
        return agreements;
    }

    /** The services that the party has agreed to and not revoked, and that are still there. */
    public List<Offer> agreed(PartyId user) throws RpcException {
        String who = left(user.countryCode()) + left(user.partyId());
        Answer ever = answer(GET_USER_AGREEMENTS_BY_OCPI + who);
        List<Offer> agreed = new ArrayList<>();
        for (Address provider : new LinkedHashSet<>(ever.addresses(0))) {
            String word = word(provider);
            if (answer(HAS_USER_AGREEMENT_BY_OCPI + who + word).integer(0) == 1) {
                Offer offer = offer(provider, answer(GET_SERVICE + word));
                if (offer.offered()) {
                    agreed.add(offer);
                }
            }
        }
        return agreed;
    }

    private static Offer offer(Address provider, Answer service) {
        var party = Encoding.partyId(service.left(0, 2), service.left(1, 3));
        Set<Permission> permissions = Permission.numbered(service.numbers(4));
        return new Offer(
                provider,
                party,
                service.text(2),
                service.text(3),
                permissions,
                party.isPresent() && !permissions.isEmpty());
    }

    private Answer answer(String question) throws RpcException {
        String answer = rpc.call(Address.ZERO, address, question);
        if (answer.length() <= 2) {
            throw new NotARegistry(address);
        }
        return Answer.of(answer);
    }

    private static String left(String text) {
        String digits = HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
        return digits + "0".repeat(WORD_DIGITS - digits.length());
    }

    private static String word(Address account) {
        String digits = account.lowerCase().substring(2).toLowerCase(Locale.ROOT);
        return "0".repeat(WORD_DIGITS - digits.length()) + digits;
    }
}
