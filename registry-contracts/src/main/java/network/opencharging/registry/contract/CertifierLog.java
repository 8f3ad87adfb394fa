package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.contract.Presented.Standing;
import network.opencharging.registry.contract.Presented.Subject;
import network.opencharging.registry.generated.OcnCertifier;

import org.web3j.abi.EventEncoder;
import org.web3j.protocol.core.methods.response.Log;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a certifier's log says: everything that was presented, and what became of it. The log alone
 * tells who may vouch for what and what was revoked, so nothing has to be asked about each.
 */
final class CertifierLog {
    private static final String CERTIFICATE =
            EventEncoder.encode(OcnCertifier.CERTIFICATEPRESENTED_EVENT);
    private static final String PROOF =
            EventEncoder.encode(OcnCertifier.DOMAINPROOFPRESENTED_EVENT);
    private static final String REVOKED = EventEncoder.encode(OcnCertifier.REVOKED_EVENT);
    private static final String ISSUER = EventEncoder.encode(OcnCertifier.ISSUERCHANGED_EVENT);

    private final List<Entry> entries = new ArrayList<>();
    private final Set<Key> revoked = new HashSet<>();
    private final Map<Address, Scope> scopes = new HashMap<>();

    /** What was presented, before its standing is known. */
    private record Entry(Key key, Subject subject, Instant until) {}

    /** One number of one issuer. */
    private record Key(Address issuer, BigInteger serial) {}

    /**
     * What an issuer may vouch for.
     *
     * @param roles for these roles
     * @param domains and for domains
     */
    record Scope(Set<Role> roles, boolean domains) {
        static final Scope NOTHING = new Scope(Set.of(), false);

        boolean covers(Subject subject) {
            return switch (subject) {
                case Presented.OfParty party -> roles.containsAll(party.roles());
                case Presented.OfDomain _ -> domains;
            };
        }
    }

    /** Takes the next log. */
    void take(Log log) {
        String topic = log.getTopics().isEmpty() ? "" : log.getTopics().getFirst();
        if (topic.equals(CERTIFICATE)) {
            certificate(OcnCertifier.getCertificatePresentedEventFromLog(log));
        } else if (topic.equals(PROOF)) {
            var e = OcnCertifier.getDomainProofPresentedEventFromLog(log);
            entries.add(
                    new Entry(
                            key(e.issuer, e.serial),
                            new Presented.OfDomain(new Address(e.operator), e.domain),
                            instant(e.validUntil)));
        } else if (topic.equals(REVOKED)) {
            var e = OcnCertifier.getRevokedEventFromLog(log);
            revoked.add(key(e.issuer, e.serial));
        } else if (topic.equals(ISSUER)) {
            var e = OcnCertifier.getIssuerChangedEventFromLog(log);
            scopes.put(new Address(e.issuer), new Scope(Encoding.roles(e.roles), e.domains));
        }
    }

    private void certificate(OcnCertifier.CertificatePresentedEventResponse e) {
        List<Integer> ordinals = e.roles.stream().map(BigInteger::intValueExact).toList();
        Encoding.partyId(e.countryCode, e.partyId)
                .ifPresent(id ->
                        entries.add(
                                new Entry(
                                        key(e.issuer, e.serial),
                                        new Presented.OfParty(
                                                new Address(e.holder),
                                                id,
                                                Encoding.roles(ordinals)),
                                        instant(e.validUntil))));
    }

    /** Everything that was presented, as it stands at this time. */
    List<Presented> at(Instant now) {
        return entries.stream()
                .map(e ->
                        new Presented(
                                e.key().issuer(),
                                e.subject(),
                                e.until(),
                                e.key().serial(),
                                standing(e, now)))
                .toList();
    }

    private Standing standing(Entry entry, Instant now) {
        if (revoked.contains(entry.key())) {
            return Standing.REVOKED;
        }
        if (entry.until().isBefore(now)) {
            return Standing.EXPIRED;
        }
        boolean covered =
                scopes.getOrDefault(entry.key().issuer(), Scope.NOTHING).covers(entry.subject());
        return covered ? Standing.COUNTS : Standing.BEYOND_SCOPE;
    }

    private static Key key(String issuer, BigInteger serial) {
        return new Key(new Address(issuer), serial);
    }

    private static Instant instant(BigInteger seconds) {
        return Instant.ofEpochSecond(seconds.longValueExact());
    }
}
