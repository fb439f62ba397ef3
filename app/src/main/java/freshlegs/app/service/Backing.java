package freshlegs.app.service;

import static freshlegs.app.setting.Catalogue.KAFKA;
import static freshlegs.app.setting.Catalogue.KAFKA_PROPERTIES;
import static freshlegs.app.setting.Catalogue.POSTGRES_PASSWORD;
import static freshlegs.app.setting.Catalogue.POSTGRES_URL;
import static freshlegs.app.setting.Catalogue.POSTGRES_USER;

import freshlegs.app.embedded.EmbeddedKafka;
import freshlegs.app.embedded.EmbeddedPostgres;
import freshlegs.app.folder.DataFolder;
import freshlegs.app.problem.Problem;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Setting;
import freshlegs.app.setting.Settings;
import freshlegs.app.setting.StandardFolder;
import freshlegs.ingest.Spool;
import freshlegs.ingest.original.Bucket;
import freshlegs.ingest.original.OriginalFiles;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.Compaction;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.warehouse.Rebuild;
import freshlegs.warehouse.Warehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The Kafka and the PostgreSQL that a pipeline stands on: those of the settings, else embedded ones that are started here. */
public final class Backing {
    private Backing() {}

    static boolean isOutside(Settings settings) {
        return outsideKafka(settings).isPresent() && outsideDatabase(settings).isPresent();
    }

    public static Optional<KafkaAddress> outsideKafka(Settings settings) {
        return settings.get(KAFKA).map(servers -> new KafkaAddress(servers, settings.get(KAFKA_PROPERTIES)));
    }

    public static Optional<DatabaseAddress> outsideDatabase(Settings settings) {
        return settings.get(POSTGRES_URL)
                .map(url -> new DatabaseAddress(url, settings.get(POSTGRES_USER), settings.get(POSTGRES_PASSWORD)));
    }

    /** The original files of the settings' own data folder. */
    public static OriginalFiles originals(Settings settings) {
        return originals(settings.get(Catalogue.DATA), settings);
    }

    /** In a data folder, or in the bucket of the settings; refuses a bucket of which it is not said who we are there. */
    static OriginalFiles originals(Path data, Settings settings) {
        return OriginalFiles.in(data, settings.get(Catalogue.ORIGINALS).map(name -> bucket(name, settings)));
    }

    private static Bucket bucket(Bucket.Name name, Settings settings) {
        try {
            return new Bucket(
                    name,
                    settings.get(Catalogue.ORIGINALS_ENDPOINT),
                    settings.get(Catalogue.ORIGINALS_REGION),
                    settings.get(Catalogue.ORIGINALS_PATH_STYLE),
                    settings.get(Catalogue.ORIGINALS_KEY).orElse(""),
                    settings.get(Catalogue.ORIGINALS_SECRET).orElse(""),
                    settings.get(Catalogue.ORIGINALS_ENCRYPTION));
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("FRESHLEGS_ORIGINALS is " + name
                    + ", so FRESHLEGS_ORIGINALS_KEY and FRESHLEGS_ORIGINALS_SECRET must say who may write there.");
        }
    }

    /** The spool of the settings' own data folder, for a command. */
    public static Spool spool(Settings settings, Clock clock) {
        return Spool.at(settings.get(Catalogue.DATA), originals(settings), settings.limits(), clock);
    }

    static <T> T required(Optional<T> address, Part part, Setting<?> setting) {
        return address.orElseThrow(() -> Problem.wrongUse("`freshlegs " + part.command() + "` needs "
                + setting.variable() + " (" + setting.kind() + "); `freshlegs run` brings its own."));
    }

    /** What one part alone finds in place when it starts: topics, tables. */
    static void prepare(Part part, KafkaAddress kafka, DatabaseAddress database, Settings settings)
            throws InterruptedException {
        if (part.needsKafka()) {
            OwnTopics.prepare(part, kafka, settings);
        }
        if (part.needsDatabase()) {
            Warehouse.migrate(database);
        }
        if (part == Part.WAREHOUSE) {
            requireWhole(database);
        }
    }

    /** A Kafka with all topics. */
    static KafkaAddress kafka(DataFolder folder, Settings settings, Closing closing) throws InterruptedException {
        Optional<KafkaAddress> outside = outsideKafka(settings);
        if (outside.isPresent()) {
            OwnTopics.prepare(outside.get(), settings);
            return outside.get();
        }
        EmbeddedKafka embedded =
                closing.add(EmbeddedKafka.start(folder.kafka(), folder.logs().resolve("kafka.log")));
        OwnTopics.prepare(embedded.address(), settings, (short) 1);
        return embedded.address();
    }

    /** A PostgreSQL with all tables. */
    static DatabaseAddress database(DataFolder folder, Settings settings, Closing closing) throws InterruptedException {
        Optional<DatabaseAddress> outside = outsideDatabase(settings);
        DatabaseAddress address = outside.isPresent()
                ? outside.get()
                : closing.add(EmbeddedPostgres.start(
                                folder.postgres(), folder.logs().resolve("postgres.log"), programs(folder)))
                        .address();
        Warehouse.migrate(address);
        return address;
    }

    /** An embedded one at a version that is not newer than the program's. */
    static DatabaseAddress database(DataFolder folder, String version, Closing closing) throws InterruptedException {
        DatabaseAddress address = closing.add(EmbeddedPostgres.start(
                        folder.postgres(), folder.logs().resolve("postgres.log"), programs(folder)))
                .address();
        if (!Warehouse.migrate(address, version)) {
            throw Problem.failed("The database was at version " + version
                    + ", which this program does not know: use the newer Freshlegs that wrote it.");
        }
        return address;
    }

    /** Refuses to fill tables that are half rebuilt. */
    static void requireWhole(DatabaseAddress database) {
        try {
            Optional<Instant> begun = Rebuild.underWay(database);
            if (begun.isPresent()) {
                throw Problem.failed("A rebuild that was begun at " + begun.get()
                        + " has not come to its end: run `freshlegs rebuild --stopped` first, which goes on with it.");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not say whether it is whole", e);
        }
    }

    static Compaction compaction(Settings settings) {
        return new Compaction(settings.get(Catalogue.COMPACTION));
    }

    /** Shared by a user's data folders when the user has a writable home, else the folder's own. */
    private static Path programs(DataFolder folder) {
        Path shared = StandardFolder.cache();
        Path home = shared;
        while (home != null && !Files.exists(home)) {
            home = home.getParent();
        }
        return home != null && Files.isWritable(home)
                ? shared
                : folder.postgres().resolve("programs");
    }
}
