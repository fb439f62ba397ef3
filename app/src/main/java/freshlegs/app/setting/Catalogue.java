package freshlegs.app.setting;

import freshlegs.coach.keep.Periods;
import freshlegs.coach.outgoing.Block;
import freshlegs.ingest.original.Bucket;
import freshlegs.ingest.relay.IntervalsAddress;
import freshlegs.streams.rule.Rules;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings, in the order in which they are documented. */
public final class Catalogue {
    public static final Setting<Optional<Path>> CONFIG = new Setting<>(
            "config",
            Optional.of("--config"),
            "file",
            "",
            "A YAML file with settings, one a line; unset, your own `freshlegs.yaml` when there is one.",
            Read::file);
    public static final Setting<Path> DATA = new Setting<>(
            "data",
            Optional.of("--data"),
            "folder",
            "",
            "Where everything is kept: inbox, spool, set-aside files and, unless outside ones are given, the broker's and the"
                    + " database's data.",
            Read::folder);
    public static final Setting<ZoneId> ZONE = new Setting<>(
            "zone",
            Optional.of("--zone"),
            "time zone",
            "",
            "The time zone of athletes whose files and profile name none, and of people who have not said when they are told;"
                    + " the machine's unless set.",
            Read::zone);
    public static final Setting<Optional<String>> KAFKA = new Setting<>(
            "kafka",
            Optional.empty(),
            "host:port,...",
            "",
            "The bootstrap servers of a Kafka of your own; unset, the embedded broker is used.",
            Read::bootstrap);
    public static final Setting<Map<String, String>> KAFKA_PROPERTIES = new Setting<>(
            "kafka-properties",
            Optional.empty(),
            "file",
            "",
            "A properties file with further settings for every Kafka client, such as security.",
            Read::properties);
    public static final Setting<Integer> KAFKA_REPLICATION = new Setting<>(
            "kafka-replication",
            Optional.empty(),
            "number -1 or 1 to 9",
            "-1",
            "How many copies a Kafka of your own keeps of topics created by us; -1 leaves it to the cluster.",
            Read.number(-1, 9));
    public static final Setting<Duration> COMPACTION = new Setting<>(
            "compaction",
            Optional.empty(),
            "duration such as 24h",
            "24h",
            "How long at most what was replaced or erased waits in Kafka until it is compacted away, and its tombstone after it; no"
                    + " part may be away for longer.",
            Read.duration(Duration.ofSeconds(1), Duration.ofDays(30)));
    public static final Setting<Optional<String>> POSTGRES_URL = new Setting<Optional<String>>(
                    "postgres-url",
                    Optional.empty(),
                    "jdbc:postgresql:...",
                    "",
                    "The JDBC address of a PostgreSQL of your own; unset, the embedded one is used.",
                    Read::jdbc)
            .kept(Secrecy.ADDRESS);
    public static final Setting<String> POSTGRES_USER = new Setting<>(
            "postgres-user",
            Optional.empty(),
            "text",
            "freshlegs",
            "The user for a PostgreSQL of your own; it must be allowed to create schemas.",
            text -> text);
    public static final Setting<String> POSTGRES_PASSWORD = new Setting<String>(
                    "postgres-password",
                    Optional.empty(),
                    "text",
                    "",
                    "The password for a PostgreSQL of your own; it is never printed.",
                    text -> text)
            .kept(Secrecy.SECRET);
    public static final Setting<Optional<Bucket.Name>> ORIGINALS = new Setting<>(
            "originals",
            Optional.empty(),
            "folder or s3://bucket/prefix",
            "folder",
            "Where original files are kept: in the data folder, or in a bucket of an object storage, see"
                    + " [originals](#original-files-in-an-object-storage).",
            Read::originals);
    public static final Setting<Optional<URI>> ORIGINALS_ENDPOINT = new Setting<>(
            "originals-endpoint",
            Optional.empty(),
            "http(s) address",
            "",
            "Where that object storage is, such as https://s3.example.org; unset, Amazon's in the region.",
            Read::web);
    public static final Setting<String> ORIGINALS_REGION = new Setting<>(
            "originals-region",
            Optional.empty(),
            "region",
            "us-east-1",
            "The region of the bucket; most storages but Amazon's take any.",
            Read::region);
    public static final Setting<Boolean> ORIGINALS_PATH_STYLE = new Setting<>(
            "originals-path-style",
            Optional.empty(),
            "on or off",
            "off",
            "Whether the bucket stands in the path of the address and not in its host name, as most storages but Amazon's want it.",
            Read::onOff);
    public static final Setting<Optional<String>> ORIGINALS_KEY = new Setting<Optional<String>>(
                    "originals-key",
                    Optional.empty(),
                    "text",
                    "",
                    "Who we are at the object storage, needed with a bucket: the id of an access key.",
                    Read::optional)
            .kept(Secrecy.SECRET);
    public static final Setting<Optional<String>> ORIGINALS_SECRET = new Setting<Optional<String>>(
                    "originals-secret",
                    Optional.empty(),
                    "text",
                    "",
                    "The secret of that access key; it is never printed.",
                    Read::optional)
            .kept(Secrecy.SECRET);
    public static final Setting<Optional<String>> ORIGINALS_ENCRYPTION = new Setting<>(
            "originals-encryption",
            Optional.empty(),
            "AES256 or aws:kms",
            "",
            "How the storage is asked to encrypt each file; unset, it does as the bucket says.",
            Read::encryption);
    public static final Setting<String> CONSOLE_HOST = new Setting<>(
            "console-host",
            Optional.empty(),
            "host name or address",
            "127.0.0.1",
            "Where the coach's pages listen; at any other address they show nothing until there is an account, and need a proxy"
                    + " that speaks https.",
            text -> text);
    public static final Setting<Integer> CONSOLE_PORT = new Setting<>(
            "console-port",
            Optional.of("--port"),
            "number 0 to 65535",
            "8080",
            "The port of the coach's pages; 0 takes a free one, as `demo` does unless told otherwise.",
            Read.number(0, 65535));
    public static final Setting<Optional<URI>> CONSOLE_URL = new Setting<>(
            "console-url",
            Optional.empty(),
            "http(s) address",
            "",
            "Where people open the coach's pages through a proxy, such as https://runs.example.org; invitations name it.",
            Read::web);
    public static final Setting<Boolean> CONSOLE_PROXY = new Setting<>(
            "console-proxy",
            Optional.empty(),
            "on or off",
            "off",
            "Whether a proxy stands before the coach's pages that sets X-Forwarded-For and X-Forwarded-Proto itself.",
            Read::onOff);
    public static final Setting<Optional<URI>> OIDC_ISSUER = new Setting<>(
            "oidc-issuer",
            Optional.empty(),
            "https address",
            "",
            "An OpenID Connect provider with which people may sign in, such as https://login.example.org/realms/club.",
            Read::web);
    public static final Setting<Optional<String>> OIDC_CLIENT = new Setting<>(
            "oidc-client",
            Optional.empty(),
            "text",
            "",
            "Who the coach's pages are to that provider; its redirect address ends in /sign-in/oidc/callback.",
            Read::optional);
    public static final Setting<Optional<String>> OIDC_SECRET = new Setting<Optional<String>>(
                    "oidc-secret",
                    Optional.empty(),
                    "text",
                    "",
                    "The client secret of the OpenID Connect provider; it is never printed.",
                    Read::optional)
            .kept(Secrecy.SECRET);
    public static final Setting<Optional<String>> OIDC_NAME = new Setting<>(
            "oidc-name",
            Optional.empty(),
            "text",
            "",
            "What people call that provider; without it, OpenID Connect.",
            Read::optional);
    public static final Setting<Optional<URI>> CALENDAR_URL = new Setting<>(
            "calendar-url",
            Optional.empty(),
            "http(s) address",
            "",
            "Where calendars reach the coach's pages from outside, such as https://runs.example.org: what `calendar add` prints.",
            Read::web);
    public static final Setting<String> INTAKE_HOST = new Setting<>(
            "intake-host",
            Optional.empty(),
            "host name or address",
            "127.0.0.1",
            "Where files are handed over by token; put a proxy that speaks https before any other address.",
            text -> text);
    public static final Setting<Integer> INTAKE_PORT = new Setting<>(
            "intake-port",
            Optional.of("--intake-port"),
            "number 0 to 65535",
            "8081",
            "The port for files that are handed over by token; 0 takes a free one, as `demo` does unless told otherwise.",
            Read.number(0, 65535));
    public static final Setting<String> METRICS_HOST = new Setting<>(
            "metrics-host",
            Optional.empty(),
            "host name or address",
            "127.0.0.1",
            "Where each process shows its metrics and its health; whoever reaches it reads them, so keep it inside your network.",
            text -> text);
    public static final Setting<Integer> METRICS_PORT = new Setting<>(
            "metrics-port",
            Optional.of("--metrics-port"),
            "number 0 to 65535",
            "8082",
            "The port of metrics and health, see [metrics.md](metrics.md); 0 takes a free one, as `demo` does unless told otherwise.",
            Read.number(0, 65535));
    public static final Setting<Optional<URI>> WEBHOOK = new Setting<Optional<URI>>(
                    "webhook",
                    Optional.of("--webhook"),
                    "http(s) address",
                    "",
                    "Where the coach is told of alerts that open or get worse.",
                    Read::web)
            .kept(Secrecy.ADDRESS);
    public static final Setting<List<Block>> OUTGOING_ALLOWED = new Setting<>(
            "outgoing-allowed",
            Optional.empty(),
            "blocks of addresses",
            "",
            "Which addresses beside public ones people's channels may lie at, such as `192.168.1.0/24,127.0.0.1`.",
            Read::blocks);
    public static final Setting<Optional<URI>> SMTP = new Setting<Optional<URI>>(
                    "smtp",
                    Optional.empty(),
                    "smtp(s) address",
                    "",
                    "The mail server that takes mail to people, such as smtp://user:password@host:587 or smtps://user:password@host:465.",
                    Read::smtp)
            .kept(Secrecy.ADDRESS);
    public static final Setting<Optional<String>> MAIL_FROM = new Setting<>(
            "mail-from",
            Optional.empty(),
            "e-mail address",
            "",
            "Who writes that mail, such as freshlegs@example.org.",
            Read::optional);
    public static final Setting<Duration> SETTLE = new Setting<>(
            "settle",
            Optional.of("--settle"),
            "duration such as 10s",
            "10s",
            "How long an alert must have stood unchanged before the coach is told; `demo` waits 2s.",
            Read.duration(Duration.ZERO, Duration.ofDays(1)));
    public static final Setting<Integer> HISTORY = new Setting<>(
            "history-days",
            Optional.empty(),
            "number 1 to 90",
            "7",
            "How many days ago an alert may have ended and the coach is still told of it; what is older is history.",
            Read.number(1, 90));
    public static final Setting<Integer> AUDIT_DAYS = new Setting<>(
            "audit-days",
            Optional.empty(),
            "number 30 to 3650",
            "400",
            "For how many days it is kept who asked for what is known of whom, see [privacy.md](privacy.md#how-long).",
            Read.number(30, 3_650));
    public static final Setting<Integer> MESSAGE_DAYS = new Setting<>(
            "message-days",
            Optional.empty(),
            "number 120 to 3650",
            "1095",
            "For how many days messages to people are kept after their alert has ended.",
            Read.number(Periods.LEAST_MESSAGE_DAYS, 3_650));
    public static final Setting<Integer> ENDED_DAYS = new Setting<>(
            "ended-days",
            Optional.empty(),
            "number 1 to 3650",
            "90",
            "For how many days tokens of the API and invitations are kept after they have ended.",
            Read.number(1, 3_650));
    public static final Setting<Duration> POLL = new Setting<>(
            "poll",
            Optional.empty(),
            "duration such as 1s",
            "1s",
            "How often the inbox is looked at while nothing comes, and how long a file must have stood still to be taken.",
            Read.duration(Duration.ofMillis(50), Duration.ofHours(1)));
    public static final Setting<Duration> RELAY_INTERVAL = new Setting<>(
            "relay-interval",
            Optional.empty(),
            "duration such as 10m",
            "10m",
            "How often each connection to intervals.icu is asked for new activities.",
            Read.duration(Duration.ofMinutes(1), Duration.ofHours(24)));
    public static final Setting<IntervalsAddress> INTERVALS_URL = new Setting<>(
            "intervals-url",
            Optional.empty(),
            "https address",
            "https://intervals.icu",
            "Where intervals.icu is, for mirrors of your own; only on this machine may it be http.",
            Read::intervals);
    public static final Setting<Boolean> GARMIN = new Setting<>(
            "garmin",
            Optional.empty(),
            "on or off",
            "off",
            "Whether notifications of Garmin's programme are taken; tried against a stand-in only.",
            Read::onOff);
    public static final Setting<Optional<String>> GARMIN_KEY = new Setting<Optional<String>>(
                    "garmin-key",
                    Optional.empty(),
                    "20 to 200 letters, digits, '-' or '_'",
                    "",
                    "The secret word in the address that Garmin is told, needed when `FRESHLEGS_GARMIN` is on; it is never printed.",
                    Read::optional)
            .kept(Secrecy.SECRET);
    public static final Setting<Optional<String>> GARMIN_CLIENT_ID = new Setting<Optional<String>>(
                    "garmin-client-id",
                    Optional.empty(),
                    "text",
                    "",
                    "What Garmin's header `garmin-client-id` must say; unset, it is not looked at.",
                    Read::optional)
            .kept(Secrecy.SECRET);
    public static final Setting<Duration> COMMIT = new Setting<>(
            "commit",
            Optional.empty(),
            "duration such as 50ms",
            "50ms",
            "How often the streams commit: longer means more throughput and later results.",
            Read.duration(Duration.ofMillis(5), Duration.ofMinutes(1)));
    public static final Setting<Integer> THREADS = new Setting<>(
            "threads",
            Optional.empty(),
            "number 1 to 12",
            "2",
            "How many threads the streams use.",
            Read.number(1, 12));
    public static final Setting<String> INSTANCE = new Setting<>(
            "instance",
            Optional.empty(),
            "letters, digits, '-', '_' or '.'",
            "1",
            "This process's own name among several that run the same part; it must stay the same across restarts.",
            Read::instance);
    public static final Setting<Integer> STANDBYS = new Setting<>(
            "standbys",
            Optional.empty(),
            "number 0 to 2",
            "0",
            "How many other processes that run the streams keep a warm copy of each athlete's state, for a quick take-over.",
            Read.number(0, 2));
    public static final Setting<Rules> RULES = new Setting<>(
            "rules",
            Optional.of("--rules"),
            "file",
            "",
            "A file with changed thresholds of the detector, see `freshlegs rules`; all days are folded anew when they change.",
            RulesFile::read);
    public static final Setting<LogForm> LOG =
            new Setting<>("log", Optional.empty(), "text or json", "text", "How log lines look.", Read::logForm);

    public static final Setting<LogLevel> LOG_LEVEL = new Setting<>(
            "log-level",
            Optional.empty(),
            "error, warn, info or debug",
            "warn",
            "How much is logged; `--verbose` is debug.",
            Read::logLevel);

    static final List<Setting<?>> ALL = List.of(
            CONFIG,
            DATA,
            ZONE,
            KAFKA,
            KAFKA_PROPERTIES,
            KAFKA_REPLICATION,
            COMPACTION,
            POSTGRES_URL,
            POSTGRES_USER,
            POSTGRES_PASSWORD,
            ORIGINALS,
            ORIGINALS_ENDPOINT,
            ORIGINALS_REGION,
            ORIGINALS_PATH_STYLE,
            ORIGINALS_KEY,
            ORIGINALS_SECRET,
            ORIGINALS_ENCRYPTION,
            CONSOLE_HOST,
            CONSOLE_PORT,
            CONSOLE_URL,
            CONSOLE_PROXY,
            OIDC_ISSUER,
            OIDC_CLIENT,
            OIDC_SECRET,
            OIDC_NAME,
            CALENDAR_URL,
            INTAKE_HOST,
            INTAKE_PORT,
            METRICS_HOST,
            METRICS_PORT,
            WEBHOOK,
            OUTGOING_ALLOWED,
            SMTP,
            MAIL_FROM,
            SETTLE,
            HISTORY,
            AUDIT_DAYS,
            MESSAGE_DAYS,
            ENDED_DAYS,
            POLL,
            RELAY_INTERVAL,
            INTERVALS_URL,
            GARMIN,
            GARMIN_KEY,
            GARMIN_CLIENT_ID,
            COMMIT,
            THREADS,
            INSTANCE,
            STANDBYS,
            RULES,
            LOG,
            LOG_LEVEL);

    private Catalogue() {}
}
