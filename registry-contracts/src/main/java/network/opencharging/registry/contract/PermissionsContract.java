package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.chain.tx.Call;
import network.opencharging.registry.contract.RegistryMessages.Terms;
import network.opencharging.registry.generated.OcnPermissions;

import org.web3j.abi.datatypes.Type;
import org.web3j.protocol.core.RemoteFunctionCall;
import org.web3j.tx.ReadonlyTransactionManager;
import org.web3j.tx.gas.StaticGasProvider;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Services and the agreements with them. */
public final class PermissionsContract implements OfferReader {
    private static final BigInteger PAGE = BigInteger.valueOf(100);

    private final Rpc rpc;
    private final Address address;
    private final OcnPermissions wrapper;
    private final TypedMessages messages;

    /** The contract at this address. */
    public PermissionsContract(Rpc rpc, Address address) {
        this.rpc = rpc;
        this.address = address;
        this.messages = new TypedMessages("OCN Permissions", "3", rpc.chain().chainId(), address);
        this.wrapper =
                OcnPermissions.load(
                        address.lowerCase(),
                        rpc.web3j(),
                        new ReadonlyTransactionManager(rpc.web3j(), Address.ZERO.lowerCase()),
                        new StaticGasProvider(BigInteger.ZERO, BigInteger.ZERO));
    }

    @Override
    public List<Offer> services() throws RpcException {
        return all(wrapper::servicesPage, entry -> service((OcnPermissions.ServiceEntry) entry));
    }

    @Override
    public List<Agreement> agreements(Address user) throws RpcException {
        return all(
                (cursor, limit) -> wrapper.agreementsPage(user.lowerCase(), cursor, limit),
                entry -> agreement((OcnPermissions.AgreementEntry) entry));
    }

    private static Offer service(OcnPermissions.ServiceEntry e) {
        return new Offer(
                new Address(e.provider),
                Encoding.partyId(e.countryCode, e.partyId),
                e.name,
                e.url,
                Permission.in(e.permissions),
                e.offered);
    }

    private static Agreement agreement(OcnPermissions.AgreementEntry e) {
        return new Agreement(
                new Address(e.user), new Address(e.provider), Permission.in(e.permissions), e.live);
    }

    private <T> List<T> all(
            BiFunction<BigInteger, BigInteger, RemoteFunctionCall<?>> pages,
            Function<Object, T> reading)
            throws RpcException {
        List<T> entries = new ArrayList<>();
        BigInteger cursor = BigInteger.ZERO;
        while (true) {
            RemoteFunctionCall<?> page = pages.apply(cursor, PAGE);
            String answer = rpc.call(Address.ZERO, address, page.encodeFunctionCall());
            List<? extends Type<?>> values = values(page, answer);
            for (Object entry : (List<?>) values.get(0).getValue()) {
                entries.add(reading.apply(entry));
            }
            cursor = (BigInteger) values.get(1).getValue();
            if (cursor.equals(values.get(2).getValue())) {
                return entries;
            }
        }
    }

    private List<? extends Type<?>> values(RemoteFunctionCall<?> page, String answer) {
        List<Type<?>> values = new ArrayList<>();
        for (Type<?> value : page.decodeFunctionResponse(answer)) {
            values.add(value);
        }
        if (values.size() != 3) {
            throw new NotARegistry(address);
        }
        return values;
    }

    /** The terms of the author's next message. */
    public Terms terms(Address author, Instant deadline) throws RpcException {
        RemoteFunctionCall<BigInteger> call = wrapper.nonces(author.lowerCase());
        String answer = rpc.call(Address.ZERO, address, call.encodeFunctionCall());
        BigInteger nonce = (BigInteger) call.decodeFunctionResponse(answer).getFirst().getValue();
        return new Terms(author, nonce, deadline);
    }

    /** What the author signs. */
    public String message(ServiceWish wish, Terms terms) {
        return switch (wish) {
            case ServiceWish.MakeOffer w ->
                    messages.message(
                            "SetService",
                            "provider",
                            terms,
                            List.of(
                                    new TypedMessages.Member("string", "name", w.name()),
                                    new TypedMessages.Member("string", "url", w.url()),
                                    permissions(w.permissions())));
            case ServiceWish.EndOffer _ ->
                    messages.message("DeleteService", "provider", terms, List.of());
            case ServiceWish.CreateAgreement w ->
                    messages.message(
                            "CreateAgreement",
                            "user",
                            terms,
                            List.of(provider(w.provider()), permissions(w.permissions())));
            case ServiceWish.RevokeAgreement w ->
                    messages.message(
                            "RevokeAgreement", "user", terms, List.of(provider(w.provider())));
        };
    }

    private static TypedMessages.Member provider(Address provider) {
        return new TypedMessages.Member("address", "provider", provider.lowerCase());
    }

    private static TypedMessages.Member permissions(Set<Permission> permissions) {
        return new TypedMessages.Member(
                "uint256[]", "permissions", Permission.numbers(permissions));
    }

    /** What its author has signed, as a call that anybody may send. */
    public Call signed(ServiceWish wish, Terms terms, String signature) {
        String author = terms.author().lowerCase();
        BigInteger until = BigInteger.valueOf(terms.deadline().getEpochSecond());
        byte[] bytes = HexFormat.of().parseHex(signature, 2, signature.length());
        return call(
                switch (wish) {
                    case ServiceWish.MakeOffer w ->
                            wrapper.setServiceSigned(
                                    author,
                                    w.name(),
                                    w.url(),
                                    Permission.numbers(w.permissions()),
                                    until,
                                    bytes);
                    case ServiceWish.EndOffer _ ->
                            wrapper.deleteServiceSigned(author, until, bytes);
                    case ServiceWish.CreateAgreement w ->
                            wrapper.createAgreementSigned(
                                    author,
                                    w.provider().lowerCase(),
                                    Permission.numbers(w.permissions()),
                                    until,
                                    bytes);
                    case ServiceWish.RevokeAgreement w ->
                            wrapper.revokeAgreementSigned(
                                    author, w.provider().lowerCase(), until, bytes);
                });
    }

    /** The wish, when its author sends it. */
    public Call direct(ServiceWish wish) {
        return switch (wish) {
            case ServiceWish.MakeOffer w ->
                    call(
                            wrapper.setService(
                                    w.name(), w.url(), Permission.numbers(w.permissions())));
            case ServiceWish.EndOffer _ -> call(wrapper.deleteService());
            case ServiceWish.CreateAgreement w ->
                    call(
                            wrapper.createAgreement(
                                    w.provider().lowerCase(), Permission.numbers(w.permissions())));
            case ServiceWish.RevokeAgreement w ->
                    call(wrapper.revokeAgreement(w.provider().lowerCase()));
        };
    }

    private Call call(RemoteFunctionCall<?> function) {
        return Call.of(address, function.encodeFunctionCall());
    }

    /** What creates such a contract for a registry. */
    public static String creation(Address registry) {
        return "0x"
                + OcnPermissions.BINARY
                + org.web3j.abi.FunctionEncoder.encodeConstructor(
                        List.of(new org.web3j.abi.datatypes.Address(registry.lowerCase())));
    }
}
