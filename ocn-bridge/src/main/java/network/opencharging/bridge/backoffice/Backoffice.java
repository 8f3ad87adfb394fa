package network.opencharging.bridge.backoffice;

import network.opencharging.bridge.model.v221.CDR;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.bridge.model.v221.Tariff;
import network.opencharging.bridge.model.v221.Token;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * The parts of a backoffice that there are; what is not there is not offered to partners.
 *
 * @param own the parts that answer for own objects
 * @param partners the parts that keep what partners push
 * @param news the parts that hear of commands and of the network
 * @param profiles the parts for charging profiles and preferences
 */
public record Backoffice(Own own, Partners partners, News news, Profiles profiles) {
    /**
     * The parts for charging profiles and preferences.
     *
     * @param handler takes what partners want with the profiles of own Sessions
     * @param listener hears of profiles of partners' Sessions
     * @param preferences takes what drivers prefer for own Sessions
     */
    public record Profiles(
            Optional<ChargingProfileHandler> handler,
            Optional<ChargingProfileListener> listener,
            Optional<ChargingPreferencesHandler> preferences) {}

    /**
     * The parts that hear of commands and of the network.
     *
     * @param commands takes commands
     * @param results hears how own commands ended
     * @param clientInfo hears who can be reached
     */
    public record News(
            Optional<CommandHandler> commands,
            Optional<CommandResultListener> results,
            Optional<ClientInfoListener> clientInfo) {}

    /**
     * The parts that answer for own objects.
     *
     * @param locations gives Locations
     * @param tariffs gives Tariffs
     * @param sessions gives Sessions
     * @param cdrs gives CDRs
     * @param tokens gives Tokens
     * @param authorizer decides about Tokens
     */
    public record Own(
            Optional<LocationsProvider> locations,
            Optional<Provider<Tariff>> tariffs,
            Optional<Provider<Session>> sessions,
            Optional<Provider<CDR>> cdrs,
            Optional<Provider<Token>> tokens,
            Optional<TokenAuthorizer> authorizer) {}

    /**
     * The parts that keep what partners push.
     *
     * @param locations keeps Locations
     * @param tariffs keeps Tariffs
     * @param sessions keeps Sessions
     * @param cdrs takes CDRs
     * @param tokens keeps Tokens
     */
    public record Partners(
            Optional<Receiver<Location>> locations,
            Optional<TariffsReceiver> tariffs,
            Optional<Receiver<Session>> sessions,
            Optional<CdrSink> cdrs,
            Optional<TokensReceiver> tokens) {}

    /** The same, with this part hearing who can be reached. */
    public Backoffice hearing(ClientInfoListener listener) {
        return new Backoffice(
                own,
                partners,
                new News(news.commands(), news.results(), Optional.of(listener)),
                profiles);
    }

    /** The same, with these parts hearing how own commands and requests for profiles ended. */
    public Backoffice hearingEnds(
            Optional<CommandResultListener> results, Optional<ChargingProfileListener> listener) {
        return new Backoffice(
                own,
                partners,
                new News(news.commands(), results, news.clientInfo()),
                new Profiles(profiles.handler(), listener, profiles.preferences()));
    }

    /** A backoffice without any part. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts. */
    public static final class Builder {
        private @Nullable LocationsProvider locations;
        private @Nullable Provider<Tariff> tariffs;
        private @Nullable Provider<Session> sessions;
        private @Nullable Provider<CDR> cdrs;
        private @Nullable Provider<Token> tokens;
        private @Nullable TokenAuthorizer authorizer;
        private @Nullable Receiver<Location> keptLocations;
        private @Nullable TariffsReceiver keptTariffs;
        private @Nullable Receiver<Session> keptSessions;
        private @Nullable CdrSink takenCdrs;
        private @Nullable TokensReceiver keptTokens;

        private @Nullable CommandHandler commands;
        private @Nullable CommandResultListener results;
        private @Nullable ClientInfoListener clientInfo;

        private @Nullable ChargingProfileHandler profiles;
        private @Nullable ChargingProfileListener heardProfiles;
        private @Nullable ChargingPreferencesHandler preferences;

        private Builder() {}

        /** Own Locations are given by this. */
        public Builder locations(LocationsProvider part) {
            locations = part;
            return this;
        }

        /** Own Tariffs are given by this. */
        public Builder tariffs(Provider<Tariff> part) {
            tariffs = part;
            return this;
        }

        /** Own Sessions are given by this. */
        public Builder sessions(Provider<Session> part) {
            sessions = part;
            return this;
        }

        /** Own CDRs are given by this. */
        public Builder cdrs(Provider<CDR> part) {
            cdrs = part;
            return this;
        }

        /** Own Tokens are given by this. */
        public Builder tokens(Provider<Token> part) {
            tokens = part;
            return this;
        }

        /** Own Tokens are decided about by this. */
        public Builder authorizer(TokenAuthorizer part) {
            authorizer = part;
            return this;
        }

        /** Locations of partners are kept by this. */
        public Builder keepLocations(Receiver<Location> part) {
            keptLocations = part;
            return this;
        }

        /** Tariffs of partners are kept by this. */
        public Builder keepTariffs(TariffsReceiver part) {
            keptTariffs = part;
            return this;
        }

        /** Sessions of partners are kept by this. */
        public Builder keepSessions(Receiver<Session> part) {
            keptSessions = part;
            return this;
        }

        /** CDRs of partners are taken by this. */
        public Builder takeCdrs(CdrSink part) {
            takenCdrs = part;
            return this;
        }

        /** Tokens of partners are kept by this. */
        public Builder keepTokens(TokensReceiver part) {
            keptTokens = part;
            return this;
        }

        /** Commands of partners are taken by this. */
        public Builder commands(CommandHandler part) {
            commands = part;
            return this;
        }

        /** The ends of own commands are told to this. */
        public Builder results(CommandResultListener part) {
            results = part;
            return this;
        }

        /** Who can be reached is told to this. */
        public Builder clientInfo(ClientInfoListener part) {
            clientInfo = part;
            return this;
        }

        /** What partners want with the profiles of own Sessions is taken by this. */
        public Builder profiles(ChargingProfileHandler part) {
            profiles = part;
            return this;
        }

        /** Profiles of partners' Sessions are told to this. */
        public Builder hearProfiles(ChargingProfileListener part) {
            heardProfiles = part;
            return this;
        }

        /** What drivers prefer for own Sessions is taken by this. */
        public Builder preferences(ChargingPreferencesHandler part) {
            preferences = part;
            return this;
        }

        /** The backoffice. */
        public Backoffice build() {
            return new Backoffice(
                    new Own(
                            Optional.ofNullable(locations),
                            Optional.ofNullable(tariffs),
                            Optional.ofNullable(sessions),
                            Optional.ofNullable(cdrs),
                            Optional.ofNullable(tokens),
                            Optional.ofNullable(authorizer)),
                    new Partners(
                            Optional.ofNullable(keptLocations),
                            Optional.ofNullable(keptTariffs),
                            Optional.ofNullable(keptSessions),
                            Optional.ofNullable(takenCdrs),
                            Optional.ofNullable(keptTokens)),
                    new News(
                            Optional.ofNullable(commands),
                            Optional.ofNullable(results),
                            Optional.ofNullable(clientInfo)),
                    new Profiles(
                            Optional.ofNullable(profiles),
                            Optional.ofNullable(heardProfiles),
                            Optional.ofNullable(preferences)));
        }
    }
}
