package freshlegs.coach.access;

import com.interaso.webpush.VapidKeys;
import freshlegs.coach.read.Database;
import java.util.Optional;

/** The key pair by which push services know this console: made once, the same for all who look at one database (RFC 8292). */
public final class PushKeys {
    private static final String ALL = "select x509, pkcs8 from access.push_key";

    private final Database database;

    public PushKeys(Database database) {
        this.database = database;
    }

    /** Of two that make one at the same time both take the first. */
    public VapidKeys get() {
        return database.write(connection -> {
            Sql sql = Sql.over(connection);
            Optional<VapidKeys> known = known(sql);
            if (known.isPresent()) {
                return known.get();
            }
            VapidKeys fresh = VapidKeys.generate();
            sql.update(
                    "insert into access.push_key (x509, pkcs8) values (?, ?) on conflict do nothing",
                    fresh.getX509PublicKey(),
                    fresh.getPkcs8PrivateKey());
            return known(sql).orElseThrow();
        });
    }

    private static Optional<VapidKeys> known(Sql sql) throws java.sql.SQLException {
        return sql.first(ALL, row -> VapidKeys.create(row.getString("x509"), row.getString("pkcs8")));
    }
}
