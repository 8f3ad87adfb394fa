package network.opencharging.cpo.store;

import network.opencharging.bridge.model.v221.Token;
import network.opencharging.bridge.model.v221.TokenType;
import network.opencharging.cpo.roaming.TokenShelf;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.party.PartyId;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tokens of partners in a database. */
public final class JdbcRoamingTokens implements TokenShelf {
    private final JdbcClient jdbc;

    public JdbcRoamingTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Token> find(PartyId owner, String uid, TokenType type) {
        return jdbc.sql(
                        "select content from cpo_roaming_token"
                                + " where uid = ? and owner = ? and type = ?")
                .param(key(uid))
                .param(owner.toString())
                .param(key(type.value()))
                .query((row, _) -> token(row.getString(1)))
                .optional();
    }

    @Override
    public List<Token> find(String uid) {
        return jdbc.sql("select content from cpo_roaming_token where uid = ? order by owner, type")
                .param(key(uid))
                .query((row, _) -> token(row.getString(1)))
                .list();
    }

    @Override
    public void put(Token token) {
        try {
            write(token);
        } catch (DuplicateKeyException e) {
            // Told by two requests at once, and new: now it is there.
            write(token);
        }
    }

    private void write(Token token) {
        PartyId owner = new PartyId(token.countryCode().text(), token.partyId().text());
        jdbc.sql(
                        """
                        merge into cpo_roaming_token t
                        using (select cast(? as varchar(36)) as uid,
                            cast(? as varchar(6)) as owner, cast(? as varchar(36)) as type,
                            cast(? as varchar) as content) n
                        on (t.uid = n.uid and t.owner = n.owner and t.type = n.type)
                        when matched then update set content = n.content
                        when not matched then insert (uid, owner, type, content)
                            values (n.uid, n.owner, n.type, n.content)
                        """)
                .param(key(token.uid().text()))
                .param(owner.toString())
                .param(key(token.type().value()))
                .param(token.json().text())
                .update();
    }

    private static String key(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static Token token(String text) {
        Json json = JsonReader.standard().read(text).optional().orElse(Json.Null.NULL);
        return Token.SHAPE.read(json).orThrow();
    }
}
