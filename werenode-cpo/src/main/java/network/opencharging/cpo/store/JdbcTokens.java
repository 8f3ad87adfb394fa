package network.opencharging.cpo.store;

import network.opencharging.cpo.ocpp.central.TokenBook;
import network.opencharging.cpo.ocpp.message.Authorization;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tokens in a database. */
public final class JdbcTokens implements TokenBook {
    private final JdbcClient jdbc;

    public JdbcTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Token> find(String token) {
        return jdbc.sql("select * from cpo_token where token = ?")
                .param(key(token))
                .query((row, _) -> token(row))
                .optional();
    }

    @Override
    public void put(Token token) {
        jdbc.sql(
                        """
                        merge into cpo_token t
                        using (select cast(? as varchar) as token,
                            cast(? as varchar) as written, cast(? as varchar(20)) as verdict,
                            cast(? as timestamp(3) with time zone) as expiry,
                            cast(? as varchar) as parent) n
                        on (t.token = n.token)
                        when matched then update set written = n.written, verdict = n.verdict,
                            expiry = n.expiry, parent = n.parent
                        when not matched then insert (token, written, verdict, expiry, parent)
                            values (n.token, n.written, n.verdict, n.expiry, n.parent)
                        """)
                .param(key(token.token()))
                .param(token.token())
                .param(token.verdict().name())
                .param(Columns.moment(token.expiry()))
                .param(token.parent().orElse(null))
                .update();
    }

    @Override
    public List<Token> all() {
        return jdbc.sql("select * from cpo_token order by token")
                .query((row, _) -> token(row))
                .list();
    }

    @Override
    public boolean remove(String token) {
        return jdbc.sql("delete from cpo_token where token = ?").param(key(token)).update() > 0;
    }

    private static String key(String token) {
        return token.toUpperCase(Locale.ROOT);
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getString("written"),
                Authorization.Verdict.valueOf(row.getString("verdict")),
                Columns.maybeMoment(row, "expiry"),
                Columns.maybeText(row, "parent"));
    }
}
