package dev.cdm.core.storage.jdbc;

import dev.cdm.core.storage.Codecs;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.TableKind;
import dev.cdm.core.storage.TombstoneKey;
import java.util.List;
import javax.sql.DataSource;

/** What these tests store: a key and a text. */
record Ticket(String key, String text) {

    static final LogKind<Ticket> LOG = LogKind.named("ticket", Ticket.class)
            .subjects(ticket -> List.of("crm/1"))
            .keyedBy(Ticket::key);
    static final TableKind<Ticket> TABLE = TableKind.named("desk", Ticket.class).keyedBy(Ticket::key);
    static final List<Kind<?>> KINDS = List.of(LOG, TABLE);
    static final TombstoneKey KEY = TombstoneKey.of(new byte[16]);

    static Ticket of(String key) {
        return new Ticket(key, "text of " + key);
    }

    static JdbcStorage storage(DataSource source) {
        return JdbcStorage.builder(source)
                .codecs(Lines.INSTANCE)
                .tombstoneKey(KEY)
                .tablePrefix("t_")
                .build();
    }

    /** Two lines. */
    private enum Lines implements Codecs {
        INSTANCE;

        @Override
        public <T> String encode(Kind<T> kind, T value) {
            Ticket ticket = (Ticket) value;
            return ticket.key + "\n" + ticket.text;
        }

        @Override
        public <T> T decode(Kind<T> kind, int version, String body) {
            String[] lines = body.split("\n", 2);
            return kind.type().cast(new Ticket(lines[0], lines[1]));
        }
    }
}
