package network.opencharging.cpo.config;

import network.opencharging.cpo.admin.PeopleDesk;
import network.opencharging.cpo.admin.Reach;
import network.opencharging.cpo.admin.SightArgument;
import network.opencharging.cpo.cdr.CdrBook;
import network.opencharging.cpo.ocpp.command.CommandBook;
import network.opencharging.cpo.ops.LoginDesk;
import network.opencharging.cpo.people.AuditBook;
import network.opencharging.cpo.people.Entrance;
import network.opencharging.cpo.people.Estate;
import network.opencharging.cpo.people.Holdings;
import network.opencharging.cpo.people.Marks;
import network.opencharging.cpo.people.PeopleBook;
import network.opencharging.cpo.people.Role;
import network.opencharging.cpo.people.Roll;
import network.opencharging.cpo.people.Seals;
import network.opencharging.cpo.people.VisitBook;
import network.opencharging.cpo.session.SessionStore;
import network.opencharging.cpo.site.SiteBook;
import network.opencharging.cpo.site.Sites;
import network.opencharging.cpo.store.JdbcAudit;
import network.opencharging.cpo.store.JdbcHoldings;
import network.opencharging.cpo.store.JdbcPeople;
import network.opencharging.cpo.store.JdbcVisits;

import org.springframework.boot.ApplicationRunner;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/** People: who may come in, and what belongs to whom. */
@Configuration(proxyBeanMethods = false)
@Import({PeopleDesk.class, LoginDesk.class})
class PeopleConfig {
    @Bean
    PeopleBook people(JdbcTemplate jdbc) {
        return new JdbcPeople(JdbcClient.create(jdbc));
    }

    @Bean
    VisitBook visits(JdbcTemplate jdbc) {
        return new JdbcVisits(JdbcClient.create(jdbc));
    }

    @Bean
    AuditBook audit(JdbcTemplate jdbc) {
        return new JdbcAudit(JdbcClient.create(jdbc));
    }

    @Bean
    Holdings holdings(JdbcTemplate jdbc) {
        return new JdbcHoldings(JdbcClient.create(jdbc));
    }

    @Bean
    Marks marks(DataFolder folder) {
        return new Marks(folder.secret("admin.key"), new SecureRandom());
    }

    @Bean
    LoginDesk.Ways ways(CpoSettings settings) {
        return new LoginDesk.Ways(settings.admin().oidc().isWanted());
    }

    @Bean
    Seals seals() {
        return new PasswordSeals();
    }

    @Bean
    Estate estate(Holdings holdings, Sites sites, SiteBook past) {
        return new Estate(holdings, sites, past);
    }

    @Bean
    Entrance entrance(PeopleBook people, VisitBook visits, Marks marks, Seals seals, Clock clock) {
        return new Entrance(people, visits, marks, seals, Entrance.Guards.usual(clock));
    }

    @Bean
    Roll peopleRoll(PeopleBook people, VisitBook visits, Marks marks, Seals seals, Clock clock) {
        return new Roll(people, visits, marks, seals, clock);
    }

    @Bean
    AdminDoor.Keepers keepers(
            Entrance entrance,
            Marks marks,
            Estate estate,
            Reach reach,
            AuditBook audit,
            Clock clock) {
        return new AdminDoor.Keepers(entrance, marks, estate, reach, audit, clock);
    }

    @Bean
    Reach pathReach(SessionStore sessions, CdrBook cdrs, CommandBook commands) {
        return new Reach(sessions, cdrs, commands);
    }

    @Bean
    WebMvcConfigurer sights() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new SightArgument());
            }
        };
    }

    /** The first one, whom the settings name; whoever is there already stays as he is. */
    @Bean
    ApplicationRunner firstPerson(Roll peopleRoll, CpoSettings settings) {
        return _ -> {
            CpoSettings.Admin.First first = settings.admin().first();
            if (!first.name().isBlank() && !peopleRoll.isTaken(first.name())) {
                try {
                    peopleRoll.put(
                            first.name(),
                            Role.ADMIN,
                            Optional.empty(),
                            Optional.of(password(first.passwordFile())));
                } catch (IllegalArgumentException e) {
                    throw new StartRefused("ocn.cpo.admin.first: " + e.getMessage(), e);
                }
            }
        };
    }

    private static String password(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new StartRefused(
                    "ocn.cpo.admin.first.password-file (OCN_CPO_FIRST_PASSWORD_FILE) cannot be"
                            + " read: "
                            + file,
                    e);
        }
    }

    /** What is over is forgotten. */
    @Bean
    SmartLifecycle peopleRounds(
            VisitBook visits,
            AuditBook audit,
            ScheduledExecutorService timers,
            CpoSettings settings,
            Clock clock) {
        Duration kept = settings.admin().auditKept();
        return new Rounds(
                timers,
                List.of(
                        new Rounds.Round(
                                "forgetting visits and old deeds",
                                Duration.ofHours(1),
                                () -> {
                                    visits.forget(clock.instant());
                                    audit.forget(clock.instant().minus(kept));
                                })));
    }
}
