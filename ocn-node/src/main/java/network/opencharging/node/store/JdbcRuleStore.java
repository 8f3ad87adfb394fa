package network.opencharging.node.store;

import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.replica.Topic;
import network.opencharging.node.rules.PartyRules;
import network.opencharging.node.rules.RuleEntry;
import network.opencharging.node.rules.RuleStore;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rules in a relational database, written whole. */
public final class JdbcRuleStore implements RuleStore {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final TransactionOperations reading;
    private final ChangeNumbers numbers;

    /** A store in this database. */
    public JdbcRuleStore(
            JdbcClient jdbc, PlatformTransactionManager transactions, ChangeNumbers numbers) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.reading = Reading.of(transactions);
        this.numbers = numbers;
    }

    @Override
    public Map<PlatformId, PartyRules> load() {
        return reading.execute(_ -> read());
    }

    private Map<PlatformId, PartyRules> read() {
        Map<String, List<RuleEntry>> entries = new HashMap<>();
        jdbc.sql(
                        "select platform_id, country_code, party_id, modules from ocn_rule_entry"
                                + " order by position")
                .query(rs -> {
                    entries.computeIfAbsent(rs.getString("platform_id"), _ -> new ArrayList<>())
                            .add(entry(rs));
                });
        Map<PlatformId, PartyRules> rules = new HashMap<>();
        jdbc.sql("select platform_id, signatures, kind from ocn_rules")
                .query(rs -> {
                    String id = rs.getString("platform_id");
                    rules.put(
                            new PlatformId(id),
                            new PartyRules(
                                    rs.getBoolean("signatures"),
                                    PartyRules.Kind.valueOf(rs.getString("kind")),
                                    entries.getOrDefault(id, List.of())));
                });
        return rules;
    }

    private static RuleEntry entry(ResultSet rs) throws SQLException {
        return new RuleEntry(
                new PartyId(rs.getString("country_code"), rs.getString("party_id")),
                Arrays.stream(rs.getString("modules").split(" "))
                        .map(ModuleId::new)
                        .collect(Collectors.toSet()));
    }

    @Override
    public void save(PlatformId platform, PartyRules rules) {
        new BelongingRows(jdbc)
                .write(
                        platform,
                        () ->
                                transactions.executeWithoutResult(_ -> {
                                    numbers.next(Topic.RULES);
                                    write(platform.value(), rules);
                                }));
    }

    private void write(String platform, PartyRules rules) {
        jdbc.sql("delete from ocn_rules where platform_id = ?").param(platform).update();
        jdbc.sql("insert into ocn_rules (platform_id, signatures, kind) values (?, ?, ?)")
                .param(platform)
                .param(rules.signatures())
                .param(rules.kind().name())
                .update();
        int position = 0;
        for (RuleEntry entry : rules.entries()) {
            jdbc.sql(
                            "insert into ocn_rule_entry (platform_id, position, country_code,"
                                    + " party_id, modules) values (?, ?, ?, ?, ?)")
                    .param(platform)
                    .param(position++)
                    .param(entry.party().countryCode())
                    .param(entry.party().partyId())
                    .param(
                            entry.modules().stream()
                                    .map(ModuleId::value)
                                    .sorted()
                                    .collect(Collectors.joining(" ")))
                    .update();
        }
    }
}
