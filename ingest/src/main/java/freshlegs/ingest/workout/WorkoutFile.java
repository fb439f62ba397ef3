package freshlegs.ingest.workout;

import freshlegs.ingest.fit.FitEncoder;
import freshlegs.ingest.fit.WorkoutLabel;
import freshlegs.ingest.fit.WrittenStep;
import freshlegs.ingest.fit.WrittenWorkout;
import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A day's session as a file for a watch. Its name, such as {@code FL1126R6.FIT}, is from its day and its content; its serial
 * number is a hash of whose it is and all that the watch is told, so that a session that changed is another file.
 */
public final class WorkoutFile {
    /** Larger ones are none of ours. */
    public static final int MOST_BYTES = 32 << 10;

    private static final Pattern NAME = Pattern.compile("FL\\d{4}[0-9A-Z]{2}\\.FIT");
    private static final DateTimeFormatter IN_NAME = DateTimeFormatter.ofPattern("MMdd", Locale.ROOT);
    private static final int SERIAL_DIGITS = 8;
    private static final long SERIALS = 0xFFFFFFFDL;
    private static final int SIGNS = 36;

    private final LocalDate date;
    private final String name;
    private final WorkoutLabel label;
    private final byte[] content;

    private WorkoutFile(LocalDate date, String name, WorkoutLabel label, byte[] content) {
        this.date = date;
        this.name = name;
        this.label = label;
        this.content = content;
    }

    /** Nothing for a day of rest. */
    public static Optional<WorkoutFile> of(AthleteId athlete, PlannedSession session) {
        if (!session.workout().kind().isRun()) {
            return Optional.empty();
        }
        LocalDate date = session.date();
        List<WrittenStep> steps = WorkoutSteps.of(session.workout());
        Instant created = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        String shown = ShownName.of(date, session.workout().title());
        long serial = serial(athlete, FitEncoder.encode(new WrittenWorkout(1, created, shown, steps)));
        WrittenWorkout written = new WrittenWorkout(serial, created, shown, steps);
        String signs = Long.toString(SIGNS * SIGNS + serial % (SIGNS * SIGNS), SIGNS)
                .substring(1)
                .toUpperCase(Locale.ROOT);
        String name = "FL" + IN_NAME.format(date) + signs + ".FIT";
        return Optional.of(new WorkoutFile(date, name, WorkoutLabel.of(written), FitEncoder.encode(written)));
    }

    /** One of ours that comes from elsewhere. */
    public static Optional<WorkoutFile> read(String name, byte[] content) {
        return isName(name) && content.length <= MOST_BYTES
                ? WorkoutLabel.read(content)
                        .map(label -> new WorkoutFile(
                                LocalDate.ofInstant(label.created(), ZoneOffset.UTC), name, label, content.clone()))
                : Optional.empty();
    }

    /** Whether one of ours may be called so. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    public LocalDate date() {
        return date;
    }

    public String name() {
        return name;
    }

    public WorkoutLabel label() {
        return label;
    }

    public byte[] content() {
        return content.clone();
    }

    public String sha256() {
        return ContentHash.of(content);
    }

    private static long serial(AthleteId athlete, byte[] told) {
        String identity = athlete.value() + "\n" + ContentHash.of(told);
        String hash = ContentHash.of(identity.getBytes(StandardCharsets.UTF_8));
        return 1 + Long.parseLong(hash.substring(0, SERIAL_DIGITS), 16) % SERIALS;
    }
}
