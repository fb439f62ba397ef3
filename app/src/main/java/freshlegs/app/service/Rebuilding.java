package freshlegs.app.service;

import freshlegs.app.folder.DataFolder;
import freshlegs.app.folder.FolderLock;
import freshlegs.app.folder.Instance;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import freshlegs.streams.StreamsReset;
import freshlegs.streams.StreamsWorker;
import freshlegs.warehouse.Rebuild;
import freshlegs.warehouse.Settled;
import freshlegs.warehouse.WarehouseWorker;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/**
 * Makes everything anew that follows from the facts: stores, result topics, tables. The tables say what they said until the new
 * results are complete. It may be interrupted at any moment and is then simply run again.
 */
public final class Rebuilding {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final KafkaAddress kafka;
    private final DatabaseAddress database;
    private final Pipeline pipeline;
    private final Report report;

    private Rebuilding(KafkaAddress kafka, DatabaseAddress database, Pipeline pipeline, Report report) {
        this.kafka = kafka;
        this.database = database;
        this.pipeline = pipeline;
        this.report = report;
    }

    /** Somebody who is told how it goes. */
    public interface Report {
        void begins(String what);

        void at(long done, long all);
    }

    /** What it came to: results that were taken back because no fact stands behind them. */
    public record Done(int takenBack) {}

    public static Done run(Settings settings, boolean sessions, Clock clock, Report report)
            throws SQLException, InterruptedException {
        DataFolder folder = new DataFolder(settings.get(Catalogue.DATA));
        try (Closing closing = new Closing()) {
            FolderLock lock = Access.takeOrRefuse(folder, "rebuild", closing);
            folder.requireRoom(DataFolder.ROOM_TO_WRITE_MEBIBYTES);
            report.begins("Waiting until nobody else is at work");
            KafkaAddress kafka = Backing.kafka(folder, settings, closing);
            DatabaseAddress database = Backing.database(folder, settings, closing);
            lock.announce(Instance.of("rebuild", false, kafka, database, Optional.empty(), Optional.empty()));
            try (Admin admin = Admin.create(kafka.adminProperties())) {
                Members.awaitNone(admin);
            }
            Pipeline pipeline = new Pipeline(folder, settings, clock, closing);
            return new Rebuilding(kafka, database, pipeline, report).run(Rebuild.begin(database, sessions, clock));
        }
    }

    private Done run(Rebuild rebuild) throws SQLException, InterruptedException {
        StaleResults told = StaleResults.since(kafka, Topics.results());
        StaleResults analysed = StaleResults.since(kafka, List.of(Topics.SESSION));
        StreamsReset.run(kafka, rebuild.sessions());
        int takenBack = 0;
        report.begins("Reading all facts");
        try (StreamsWorker streams = StreamsWorker.start(pipeline.streams(kafka))) {
            Pipeline.awaitRunning(streams);
            Rest.awaitStreams(kafka, report::at);
            if (rebuild.sessions()) {
                takenBack += analysed.takeBack(Topics.SESSION);
                Rest.awaitStreams(kafka, report::at);
            }
        }
        for (Topic<?> topic : Topics.results()) {
            takenBack += told.takeBack(topic);
        }
        report.begins("Filling the tables");
        rebuild.emptyTables();
        try (WarehouseWorker worker = WarehouseWorker.start(pipeline.warehouse(kafka, database, List.of()))) {
            while (!Settled.await(kafka, database, LOOK)) {
                if (!worker.isRunning()) {
                    throw new IllegalStateException("the tables cannot be filled: see the log");
                }
            }
        }
        rebuild.finish();
        return new Done(takenBack);
    }
}
