package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.setting.Settings;
import freshlegs.ingest.FactPublisher;
import freshlegs.model.AthleteId;
import freshlegs.model.Sex;
import freshlegs.model.fact.Profile;
import freshlegs.model.json.Revision;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description =
                "Add an athlete, or state what holds from a day on; a later statement replaces only what it says.")
final class AthleteAddCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Shell shell;

    @Parameters(paramLabel = "ID", description = "Lower-case letters, digits, '-' and '_'.")
    private String athlete = "";

    @Option(names = "--from", paramLabel = "DATE", description = "The day from which it holds (default: always).")
    private Optional<String> from = Optional.empty();

    @Option(names = "--zone", paramLabel = "ZONE", description = "Home time zone, such as Europe/Berlin.")
    private Optional<String> zone = Optional.empty();

    @Option(
            names = "--sex",
            paramLabel = "SEX",
            description = "female or male; it only chooses the load formula's weights.")
    private Optional<String> sex = Optional.empty();

    @Option(names = "--birth-year", paramLabel = "YEAR", description = "Year of birth.")
    private Optional<Integer> birthYear = Optional.empty();

    @Option(names = "--resting-hr", paramLabel = "BPM", description = "Resting heart rate.")
    private Optional<Integer> restingHeartRate = Optional.empty();

    @Option(names = "--max-hr", paramLabel = "BPM", description = "Highest heart rate.")
    private Optional<Integer> maximalHeartRate = Optional.empty();

    @Option(names = "--threshold-hr", paramLabel = "BPM", description = "Heart rate at threshold.")
    private Optional<Integer> thresholdHeartRate = Optional.empty();

    @Option(
            names = "--threshold-pace",
            paramLabel = "MIN:SEC",
            description = "Pace per kilometre at threshold, such as 4:05.")
    private Optional<String> thresholdPace = Optional.empty();

    @Mixin
    private CommonOptions common = new CommonOptions();

    AthleteAddCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        Profile profile = profile(id);
        Settings settings = common.settings(shell);
        Athletes.checkNotGone(id, settings);
        try (Access access = Access.forWriting(settings, "athlete add", shell.clock())) {
            try (FactPublisher publisher = FactPublisher.to(access.kafka())) {
                publisher.publish(List.of(profile));
            }
            Settling.await(access, LIMIT);
        }
        shell.out().println(id);
        return 0;
    }

    private Profile profile(AthleteId id) {
        Instant now = shell.clock().instant();
        try {
            Profile said = profile(id, "", Instant.EPOCH, now);
            return profile(id, Revision.of(said), now, now);
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("The " + e.getMessage() + ".");
        }
    }

    private Profile profile(AthleteId id, String revision, Instant ingestedAt, Instant recordedAt) {
        LocalDate day = Dates.parse("--from", from).orElse(Profile.SINCE_EVER);
        return new Profile(
                id,
                day,
                revision,
                ingestedAt,
                recordedAt,
                zone.map(AthleteAddCommand::zone),
                sex.map(AthleteAddCommand::sex),
                Facts.number(birthYear),
                Facts.number(restingHeartRate),
                Facts.number(maximalHeartRate),
                Facts.number(thresholdHeartRate),
                Facts.number(thresholdPace.map(Pace::secondsPerKilometre)));
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw Problem.wrongUse("--zone must be a time zone such as Europe/Berlin, not \"" + text + "\".");
        }
    }

    private static Sex sex(String text) {
        try {
            return Sex.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("--sex must be female or male, not \"" + text + "\".");
        }
    }
}
