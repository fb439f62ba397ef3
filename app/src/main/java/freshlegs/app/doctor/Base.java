package freshlegs.app.doctor;

import freshlegs.app.folder.FolderLock;
import freshlegs.warehouse.Rebuild;
import freshlegs.warehouse.Shape;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PostgreSQL, and whether its tables have the shape that this program knows. */
final class Base {
    private static final int OLDEST = 140_000;
    private static final int A_VERSION = 10_000;
    private static final String FACTS = """
            select current_setting('server_version_num')::int as version,
                   current_setting('server_encoding') as encoding,
                   has_database_privilege(current_database(), 'CREATE') as creates,
                   current_database() as name
            """;

    private Base() {}

    static List<Finding> answers(Site site) throws NotAsked {
        if (site.databaseAddress().isEmpty()) {
            throw new NotAsked("PostgreSQL does not run: `freshlegs run` starts the embedded one.");
        }
        try (Connection connection = site.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FACTS)) {
            row.next();
            return look(row);
        } catch (SQLException e) {
            return List.of(Finding.problem(
                    "PostgreSQL does not let us in (SQLSTATE " + e.getSQLState() + ").",
                    "start it, or put FRESHLEGS_POSTGRES_URL, FRESHLEGS_POSTGRES_USER and FRESHLEGS_POSTGRES_PASSWORD"
                            + " right; of the embedded one logs/postgres.log says more"));
        }
    }

    private static List<Finding> look(ResultSet row) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        int version = row.getInt("version");
        if (version < OLDEST) {
            findings.add(
                    Finding.problem("PostgreSQL " + version / A_VERSION + " is too old.", "upgrade it to 14 or newer"));
        }
        if (!"UTF8".equals(row.getString("encoding"))) {
            findings.add(
                    Finding.problem(
                            "The database's encoding is " + row.getString("encoding")
                                    + ", which cannot hold every name.",
                            "make it anew with `createdb --encoding UTF8 --template template0` and run `freshlegs rebuild --stopped`"));
        }
        if (!row.getBoolean("creates")) {
            findings.add(Finding.problem(
                    "Our user may not create schemas in the database " + row.getString("name") + ".",
                    "run `GRANT CREATE ON DATABASE " + row.getString("name")
                            + " TO` the user in FRESHLEGS_POSTGRES_USER"));
        }
        return findings.isEmpty()
                ? List.of(Finding.ok("PostgreSQL " + version / A_VERSION + " answers; encoding and rights are right."))
                : findings;
    }

    static List<Finding> migrations(Site site) throws NotAsked {
        Shape shape = Shape.of(site.database());
        List<Finding> findings = new ArrayList<>();
        if (!shape.failed().isEmpty()) {
            findings.add(Finding.problem(
                    "A migration of the database failed: " + String.join(", ", shape.failed()) + ".",
                    "restore the backup from before the upgrade, then start the program again; the log of that start"
                            + " says why it failed"));
        }
        if (!shape.unknown().isEmpty()) {
            findings.add(Finding.problem(
                    "A newer program has changed the database: this one does not know "
                            + String.join(", ", shape.unknown()) + ".",
                    "run the newer program again, or restore the backup from before its first start"));
        }
        if (!shape.different().isEmpty()) {
            findings.add(Finding.problem(
                    "The database was shaped by another telling of the migrations "
                            + String.join(", ", shape.different()) + " than this program's.",
                    "run the program that made it, or restore a backup and upgrade from there"));
        }
        if (!shape.toCome().isEmpty()) {
            findings.add(Finding.warning(
                    "The database is behind this program by " + shape.toCome().size() + " migrations.",
                    "start `freshlegs run`, or `freshlegs warehouse`, which brings it up to date"));
        }
        return findings.isEmpty()
                ? List.of(Finding.ok("The database is at version "
                        + shape.version().orElse("nothing") + ", as this program knows it."))
                : findings;
    }

    static List<Finding> rebuild(Site site) throws NotAsked, SQLException {
        if (!Sql.exists(site, "ledger.rebuild")) {
            return List.of(Finding.ok("No rebuild is under way."));
        }
        Optional<Instant> begun = Rebuild.underWay(site.database());
        if (begun.isEmpty()) {
            return List.of(Finding.ok("No rebuild is under way."));
        }
        boolean atWork = site.isHeld() && FolderLock.holder(site.folder()).contains("`freshlegs rebuild");
        return List.of(
                atWork
                        ? Finding.ok("A rebuild has been under way since " + begun.get() + ".")
                        : Finding.problem(
                                "A rebuild that was begun at " + begun.get() + " has not come to its end.",
                                "run `freshlegs rebuild --stopped`, which goes on with it"));
    }
}
