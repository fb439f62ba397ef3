package freshlegs.ingest.limit;

import java.util.Locale;

/** One bound on what is taken in. Each is a setting, {@code FRESHLEGS_LIMIT_...}, and the sentence of a refusal names it. */
public enum Limit {
    FILE_MEGABYTES(64, 1, 1024, "megabytes in one watch file"),
    TABLE_MEGABYTES(8, 1, 64, "megabytes in one table of check-ins"),
    PARTS(32, 1, 1_000, "chained parts in one FIT file"),
    MESSAGES(2_000_000, 1_000, 100_000_000, "messages in one FIT file"),
    DEFINITIONS(4_096, 16, 1_000_000, "message definitions in one FIT file"),
    DEVELOPER_FIELDS(256, 0, 100_000, "developer fields in one FIT file"),
    SESSIONS(200, 1, 10_000, "sessions in one part of a FIT file"),
    LAPS(10_000, 1, 1_000_000, "laps in one part of a file"),
    TRACK_POINTS(1_000_000, 100, 100_000_000, "points in one TCX or GPX file"),
    READING_DAYS(1_000, 1, 100_000, "days with readings in one file"),
    DECODE_SECONDS(60, 0, 3_600, "seconds spent reading one file"),
    ARCHIVE_MEGABYTES(4_096, 1, 1_048_576, "megabytes of an archive as it is handed over"),
    ARCHIVE_ENTRIES(100_000, 1, 10_000_000, "files in one archive, nested ones counted in"),
    ARCHIVE_DEPTH(3, 1, 10, "archives inside one another"),
    ARCHIVE_RATIO(200, 2, 10_000, "times its packed size for any packed file"),
    ARCHIVE_UNPACKED_MEGABYTES(32_768, 1, 1_048_576, "megabytes of an archive when unpacked"),
    REQUEST_MEGABYTES(512, 1, 1_048_576, "megabytes in one request"),
    WAITING_FILES(5_000, 1, 10_000_000, "files of one athlete that wait for their turn");

    private final int standard;
    private final int lowest;
    private final int highest;
    private final String what;

    Limit(int standard, int lowest, int highest, String what) {
        this.standard = standard;
        this.lowest = lowest;
        this.highest = highest;
        this.what = what;
    }

    /** The setting's name, such as {@code limit-file-megabytes}. */
    public String setting() {
        return "limit-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The setting's environment variable. */
    public String variable() {
        return "FRESHLEGS_LIMIT_" + name();
    }

    public int standard() {
        return standard;
    }

    public int lowest() {
        return lowest;
    }

    public int highest() {
        return highest;
    }

    /** What is counted. */
    public String what() {
        return what;
    }
}
