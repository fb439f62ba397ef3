package freshlegs.app.metrics;

import static freshlegs.app.metrics.Metric.counter;
import static freshlegs.app.metrics.Metric.gauge;
import static freshlegs.app.metrics.Metric.histogram;

import java.util.List;

/** The metrics of our own, in the order in which they are documented. None of their labels ever names a person or a file. */
final class Metrics {
    private static final String EVERY = "every";
    private static final String INGEST = "ingest";
    private static final String STREAMS = "streams";
    private static final String WAREHOUSE = "warehouse";
    private static final String COACH = "coach";
    private static final String RECORDS = "records";
    private static final String SECONDS = "seconds";

    static final Metric PART_UP =
            gauge("freshlegs_part_up", "", EVERY, "1 while all workers of a part run in this process, else 0.", "part");
    static final Metric DISK_FREE =
            gauge("freshlegs_disk_free_bytes", "bytes", EVERY, "Room on the disk of the data folder that may be used.");
    static final Metric DISK_SIZE =
            gauge("freshlegs_disk_size_bytes", "bytes", EVERY, "Size of the disk of the data folder.");
    static final Metric LOOK_UP = gauge(
            "freshlegs_look_up",
            "",
            EVERY,
            "1 when a source of metrics could be read, 0 when it was away; what it would tell is missing then.",
            "source");

    static final Metric INTAKE_FILES = counter(
            "freshlegs_intake_files_total",
            "files",
            INGEST,
            "Files that the intake has worked on: read, or set aside because they could not be.",
            "route",
            "outcome");
    static final Metric REFUSED_FILES = counter(
            "freshlegs_intake_refused_files_total",
            "files",
            INGEST,
            "Files that were not taken over: no-room, too-large, departed (the athlete has left) or unreadable.",
            "route",
            "reason");
    static final Metric REFUSED_REQUESTS = counter(
            "freshlegs_intake_refused_requests_total",
            "requests",
            INGEST,
            "Requests to the intake's address that were refused, by why: too-large, too-many, no-room, unauthorised and others.",
            "reason");
    static final Metric DECODE =
            histogram("freshlegs_intake_decode_seconds", SECONDS, INGEST, "How long it took to read one file.");
    static final Metric WAITING_FILES = gauge(
            "freshlegs_intake_waiting_files", "files", INGEST, "Files in the spool that still wait for their turn.");
    static final Metric OWED_ORIGINALS = gauge(
            "freshlegs_originals_owed_files",
            "files",
            INGEST,
            "Original files that lie on this disk alone because the bucket has not taken them yet; 0 without a bucket.");
    static final Metric PARTITIONS = gauge(
            "freshlegs_intake_partitions",
            "partitions",
            INGEST,
            "Partitions of the queue, of 12, whose files this process reads.");
    static final Metric QUEUED_FILES = gauge(
            "freshlegs_intake_queued_files",
            "files",
            INGEST,
            "Files of these partitions that this process knows of and has still to read.");
    static final Metric LEADS = gauge(
            "freshlegs_intake_leads",
            "",
            INGEST,
            "1 in the process that watches the inbox and announces files for all on its data folder, else 0.");
    static final Metric CONNECTIONS = gauge(
            "freshlegs_intake_connections",
            "connections",
            INGEST,
            "Connections to other people's servers by how they stand: working, catching-up, in-trouble or unauthorised.",
            "service",
            "state");

    static final Metric STREAMS_LAG = gauge(
            "freshlegs_streams_lag_records", RECORDS, STREAMS, "Facts that the streams have not read yet.", "topic");
    static final Metric DEAD_LETTERS = gauge(
            "freshlegs_streams_dead_letters",
            RECORDS,
            STREAMS,
            "Records in the dead letters: those that the streams could not process.");

    static final Metric WAITING_ATHLETES = gauge(
            "freshlegs_streams_waiting_athletes",
            "athletes",
            STREAMS,
            "Athletes whose touched days wait to be folded.");
    static final Metric FOLD = histogram(
            "freshlegs_streams_fold_seconds",
            SECONDS,
            STREAMS,
            "How long one fold of one athlete's touched days took.");
    static final Metric FOLD_DAYS =
            histogram("freshlegs_streams_fold_days", "days", STREAMS, "How many days one fold went through.");
    static final Metric UNFOLDABLE = counter(
            "freshlegs_streams_unfoldable_days_total",
            "days",
            STREAMS,
            "Days that could not be folded because of a fault; the log says which.");

    static final Metric WAREHOUSE_LAG = gauge(
            "freshlegs_warehouse_lag_records", RECORDS, WAREHOUSE, "Records that are not in the tables yet.", "topic");
    static final Metric UNREADABLE =
            gauge("freshlegs_warehouse_unreadable_records", RECORDS, WAREHOUSE, "Records that could not become rows.");
    static final Metric ROWS =
            counter("freshlegs_warehouse_rows_total", "rows", WAREHOUSE, "Rows written, replaced or deleted.", "table");
    static final Metric DELAY = histogram(
            "freshlegs_warehouse_delay_seconds",
            SECONDS,
            WAREHOUSE,
            "From a record's timestamp to its row, committed.");
    static final Metric FILE_TO_ROW = histogram(
            "freshlegs_file_to_row_seconds",
            SECONDS,
            WAREHOUSE,
            "From a file handed over until its outcome stands in the tables for the first time.");
    static final Metric ALERT_STEPS = counter(
            "freshlegs_alert_steps_total",
            "steps",
            WAREHOUSE,
            "Steps of alerts as the journal notes them, once for good: opened, escalated or withdrawn.",
            "cause",
            "step");
    static final Metric RULE_FIRINGS = counter(
            "freshlegs_rule_firings_total",
            "firings",
            WAREHOUSE,
            "Rules that saw something on the day on which an alert opened or got worse, counted with that step.",
            "rule",
            "step");
    static final Metric FILES = gauge(
            "freshlegs_files",
            "files",
            WAREHOUSE,
            "Files by the way they came and how they ended: imported, duplicate, set-aside or failed.",
            "route",
            "outcome");
    static final Metric NEWEST_FILE = gauge(
            "freshlegs_files_newest_timestamp_seconds",
            SECONDS,
            WAREHOUSE,
            "When the newest file of a route was handed over, in seconds since 1970; missing where none ever was.",
            "route");

    static final Metric ATHLETES =
            gauge("freshlegs_athletes", "athletes", COACH, "Athletes by their latest status.", "status");
    static final Metric OPEN_ALERTS =
            gauge("freshlegs_open_alerts", "alerts", COACH, "Alerts that are open now, by status.", "status");
    static final Metric TOLD_ALERTS = gauge(
            "freshlegs_told_alerts",
            "alerts",
            COACH,
            "Alerts of which people were ever told, or are about to be, by what became of them: open, cleared, merged or withdrawn.",
            "cause",
            "standing");
    static final Metric MESSAGES = gauge(
            "freshlegs_messages",
            "messages",
            COACH,
            "Messages to people by channel (operator is the webhook of the settings, removed a channel that is gone) and state.",
            "channel",
            "state");
    static final Metric HELD_MESSAGES = gauge(
            "freshlegs_messages_held",
            "messages",
            COACH,
            "Messages that are held back because somebody silenced them or the week's budget is used up.",
            "reason");
    static final Metric OLDEST_MESSAGE = gauge(
            "freshlegs_messages_oldest_seconds",
            SECONDS,
            COACH,
            "How long the oldest message has waited that is due to the operator's webhook, or put together for people; 0 when none waits.",
            "to");

    static final Metric ATTEMPTS = counter(
            "freshlegs_delivery_attempts_total",
            "tries",
            COACH,
            "Tries to tell somebody something, by channel: received or not-received.",
            "channel",
            "outcome");
    static final Metric FILE_TO_MESSAGE = histogram(
            "freshlegs_file_to_message_seconds",
            SECONDS,
            COACH,
            "From the file handed over last before an alert was noted until its message was received; digests are left out.");
    static final Metric REQUESTS = histogram(
            "freshlegs_console_requests_seconds",
            SECONDS,
            COACH,
            "How long the console took to answer, by the form of the address and the class of the status.",
            "route",
            "status");
    static final Metric LISTENERS =
            gauge("freshlegs_console_listeners", "pages", COACH, "Open pages that listen for changes.");

    static final List<Metric> ALL = List.of(
            PART_UP,
            DISK_FREE,
            DISK_SIZE,
            LOOK_UP,
            INTAKE_FILES,
            REFUSED_FILES,
            REFUSED_REQUESTS,
            DECODE,
            WAITING_FILES,
            OWED_ORIGINALS,
            PARTITIONS,
            QUEUED_FILES,
            LEADS,
            CONNECTIONS,
            STREAMS_LAG,
            DEAD_LETTERS,
            WAITING_ATHLETES,
            FOLD,
            FOLD_DAYS,
            UNFOLDABLE,
            WAREHOUSE_LAG,
            UNREADABLE,
            ROWS,
            DELAY,
            FILE_TO_ROW,
            ALERT_STEPS,
            RULE_FIRINGS,
            FILES,
            NEWEST_FILE,
            ATHLETES,
            OPEN_ALERTS,
            TOLD_ALERTS,
            MESSAGES,
            HELD_MESSAGES,
            OLDEST_MESSAGE,
            ATTEMPTS,
            FILE_TO_MESSAGE,
            REQUESTS,
            LISTENERS);

    private Metrics() {}
}
