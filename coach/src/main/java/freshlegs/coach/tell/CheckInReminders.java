package freshlegs.coach.tell;

import freshlegs.coach.access.Reminder;
import freshlegs.coach.access.Reminders;
import freshlegs.coach.access.Reminders.UntoldRun;
import freshlegs.coach.access.Reminders.Wish;
import freshlegs.coach.channel.Notice;
import freshlegs.coach.page.Sayings;
import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reminds athletes of their check-ins at their own hour, only as long as nothing was said; a reminder says nothing of how they are. */
public final class CheckInReminders implements Occasion {
    private static final Duration MORNING_LASTS = Duration.ofHours(4);
    private static final Duration RUN_LASTS = Duration.ofHours(12);
    private static final String MORNING = "morning-checkin";
    private static final String RUN = "run-checkin";

    private final Reminders reminders;
    private final URI console;
    private final Sayings sayings;

    /** {@code console} is where people open the console. */
    public CheckInReminders(Reminders reminders, URI console, Sayings sayings) {
        this.reminders = reminders;
        this.console = console;
        this.sayings = sayings;
    }

    @Override
    public String kind() {
        return "REMINDER";
    }

    @Override
    public List<Due> due(Instant now) {
        return reminders.all().stream()
                .flatMap(wish -> Stream.concat(
                        morning(wish, now).filter(due -> !isTold(due.subject())).stream(), runs(wish, now).stream()))
                .toList();
    }

    /** From its time on, of the day that it is where the account is. */
    static Optional<Due> morning(Wish wish, Instant now) {
        Reminder reminder = wish.reminder();
        LocalDate today = LocalDate.ofInstant(now, wish.zone());
        return reminder.morningAt()
                .filter(time -> reminder.days().contains(today.getDayOfWeek()))
                .map(time -> ZonedDateTime.of(today, time, wish.zone()).toInstant())
                .filter(from -> isWithin(from, MORNING_LASTS, now))
                .map(from -> due(wish, MORNING, today.toString(), from.plus(MORNING_LASTS)));
    }

    private List<Due> runs(Wish wish, Instant now) {
        if (wish.reminder().afterRunHours().isEmpty()) {
            return List.of();
        }
        Duration wait = Duration.ofHours(wish.reminder().afterRunHours().getAsInt());
        return reminders.untoldRuns(wish.athlete(), now.minus(wait).minus(RUN_LASTS)).stream()
                .flatMap(run -> run(wish, run, wait, now).stream())
                .toList();
    }

    static Optional<Due> run(Wish wish, UntoldRun run, Duration wait, Instant now) {
        Instant from = run.endedAt().plus(wait);
        return isWithin(from, RUN_LASTS, now)
                ? Optional.of(due(wish, RUN, run.fact(), from.plus(RUN_LASTS)))
                : Optional.empty();
    }

    private static boolean isWithin(Instant from, Duration lasting, Instant now) {
        return !now.isBefore(from) && now.isBefore(from.plus(lasting));
    }

    private static Due due(Wish wish, String kind, String fact, Instant until) {
        String subject = wish.athlete() + " " + kind + " " + fact;
        return new Due("reminder:" + wish.account() + ":" + subject.replace(' ', ':'), wish.account(), subject, until);
    }

    private boolean isTold(String subject) {
        String[] parts = subject.split(" ", 3);
        return reminders.isTold(AthleteId.of(parts[0]), parts[1], parts[2]);
    }

    @Override
    public Optional<Notice> words(String account, String subject, String key, Instant now) {
        String[] parts = subject.split(" ", 3);
        AthleteId athlete = AthleteId.of(parts[0]);
        boolean wanted = reminders.all().stream()
                .anyMatch(
                        wish -> wish.account().equals(account) && wish.athlete().equals(athlete));
        if (!wanted || isTold(subject)) {
            return Optional.empty();
        }
        String about = parts[1].equals(MORNING) ? "morning" : "run";
        return Optional.of(new Notice(
                key,
                now,
                false,
                sayings.say("checkin.reminder." + about),
                List.of(sayings.say("checkin.reminder.ten-seconds")),
                Optional.of(console.resolve("/athletes/" + athlete + "/day")),
                Json.writeText(Map.of("kind", "reminder", "athlete", athlete.value(), "about", about))));
    }
}
