package com.example.charging;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.backoffice.CommandHandler;
import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.LocationsProvider;
import network.opencharging.bridge.backoffice.Page;
import network.opencharging.bridge.backoffice.PageRequest;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.v221.GeoLocation;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.protocol.party.PartyId;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** An application of somebody else: it has one station for each of its parties. */
@SpringBootConfiguration
@EnableAutoConfiguration
class ForeignApplication {
    final List<String> commands = new CopyOnWriteArrayList<>();

    @Bean
    Backoffice backoffice() {
        return Backoffice.builder()
                .locations(new Stations())
                .commands((context, command) -> {
                    commands.add(command.id());
                    return new CommandHandler.Answer.Accepted(Duration.ofMinutes(5));
                })
                .build();
    }

    static Location location(PartyId party) {
        return Location.builder()
                .countryCode(CiString.of(party.countryCode()))
                .partyId(CiString.of(party.partyId()))
                .id(CiString.of("LOC1"))
                .publish(true)
                .name("of " + party)
                .address("Market 1")
                .city("Town")
                .country("DEU")
                .coordinates(
                        GeoLocation.builder().latitude("48.775846").longitude("9.182932").build())
                .timeZone("Europe/Berlin")
                .lastUpdated(Instant.parse("2026-11-21T10:00:00Z"))
                .build();
    }

    private static final class Stations implements LocationsProvider {
        @Override
        public Page<Location> page(Context context, PageRequest wanted) {
            return Page.of(
                    List.of(ForeignApplication.location(context.to())),
                    Location::lastUpdated,
                    wanted);
        }

        @Override
        public Optional<Location> location(Context context, CiString id) {
            return Optional.of(ForeignApplication.location(context.to()))
                    .filter(location -> location.id().equals(id));
        }
    }
}
