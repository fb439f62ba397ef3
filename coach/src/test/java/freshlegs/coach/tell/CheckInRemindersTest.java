package freshlegs.coach.tell;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ACoach;
import freshlegs.coach.ADiary;
import freshlegs.coach.ARun;
import freshlegs.coach.ASignedInVisitor;
import freshlegs.coach.CheckInWish;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.access.Reminder;
import freshlegs.coach.access.Reminders;
import freshlegs.coach.access.Reminders.Wish;
import freshlegs.coach.access.Role;
import freshlegs.coach.access.Shares;
import freshlegs.coach.channel.Notice;
import freshlegs.coach.page.Sayings;
import freshlegs.coach.tell.Occasion.Due;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import freshlegs.model.fact.CheckIn;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckInRemindersTest {
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final Reminder WEEKDAYS = new Reminder(
            Optional.of(LocalTime.of(7, 0)), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), OptionalInt.of(2));

    private TestDatabase database;
    private Reminders reminders;
    private CheckInReminders occasion;
    private String account;

    @BeforeEach
    void open() {
        database = TestDatabase.withSquad();
        reminders = new Reminders(database.database());
        occasion = new CheckInReminders(reminders, URI.create("https://coach.example"), Sayings.english());
        account = ASignedInVisitor.account(database, "anna").id();
        new Shares(database.database(), ACoach.THAT_EVENING).grant(ANNA, account, Role.ATHLETE, "test");
        database.run("insert into access.manners values ('" + account
                + "', 'Europe/Berlin', '07:00', '21:00', '07:00', 10, 'MONDAY')");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<String> keys(String at) {
        return occasion.due(Instant.parse(at)).stream().map(Due::key).toList();
    }

    private String morning(String date) {
        return "reminder:" + account + ":anna:morning-checkin:" + date;
    }

    private void tellsOf(CheckIn said) {
        new ADiary(database).checkIn(new Person(Person.Role.ATHLETE, account), new CheckInWish(said));
    }

    private static CheckIn.Morning aMorning(String date) {
        return new CheckIn.Morning(
                ANNA,
                LocalDate.parse(date),
                "",
                Instant.EPOCH,
                Instant.parse(date + "T05:30:00Z"),
                OptionalInt.of(3),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    @Test
    void a_morning_is_asked_for_at_its_hour_in_the_zone_of_the_account_on_its_days() {
        reminders.keep(account, WEEKDAYS);

        assertThat(keys("2026-11-20T05:59:59Z")).isEmpty();
        assertThat(keys("2026-11-20T06:00:00Z")).containsExactly(morning("2026-11-20"));
        assertThat(keys("2026-11-20T09:59:59Z")).containsExactly(morning("2026-11-20"));
        assertThat(keys("2026-11-20T10:00:00Z")).isEmpty();
        assertThat(keys("2026-11-21T06:30:00Z")).as("on a Saturday").isEmpty();
        assertThat(keys("2026-07-06T05:00:00Z")).as("in summer").containsExactly(morning("2026-07-06"));
    }

    @Test
    void nobody_is_asked_for_what_was_said() {
        reminders.keep(account, WEEKDAYS);
        Due due = occasion.due(Instant.parse("2026-11-20T06:00:00Z")).get(0);
        Notice asked = words(due).orElseThrow();
        assertThat(asked.title()).isEqualTo("How is this morning?");
        assertThat(asked.link()).contains(URI.create("https://coach.example/athletes/anna/day"));
        assertThat(asked.key()).isEqualTo(due.key());

        tellsOf(aMorning("2026-11-20"));

        assertThat(keys("2026-11-20T06:01:00Z")).isEmpty();
        assertThat(words(due)).as("withdrawn in between").isEmpty();
    }

    private Optional<Notice> words(Due due) {
        return occasion.words(account, due.subject(), due.key(), Instant.parse("2026-11-20T06:02:00Z"));
    }

    @Test
    void a_run_is_asked_for_so_many_hours_after_its_end_unless_its_effort_is_known() {
        new ARun().into(database);
        reminders.keep(account, new Reminder(Optional.empty(), Set.of(), OptionalInt.of(2)));
        assertThat(keys("2026-11-19T08:00:00Z")).as("an effort from the watch").isEmpty();

        database.run("update freshlegs.activity_analysis set effort = null where date = '2026-11-19'");
        String end = database.ask(
                "select to_char((start + make_interval(secs => timer_seconds)) at time zone 'UTC', 'HH24:MI:SS')"
                        + " from freshlegs.activity_analysis where date = '2026-11-19'");
        Instant from = Instant.parse("2026-11-19T" + end + "Z").plusSeconds(7200);

        assertThat(keys(from.minusSeconds(1).toString())).isEmpty();
        assertThat(keys(from.toString())).containsExactly("reminder:" + account + ":anna:run-checkin:2026-11-19.1");
        tellsOf(new CheckIn.AfterRun(
                ANNA,
                LocalDate.parse("2026-11-19"),
                1,
                "",
                Instant.EPOCH,
                from,
                OptionalInt.of(6),
                OptionalInt.empty(),
                Optional.empty(),
                Set.of()));
        assertThat(keys(from.toString())).isEmpty();
    }

    @Test
    void who_wants_none_or_is_nobody_here_any_more_is_not_reminded() {
        assertThat(keys("2026-11-20T06:00:00Z")).isEmpty();
        reminders.keep(account, WEEKDAYS);
        reminders.keep(account, Reminder.NEVER);
        assertThat(keys("2026-11-20T06:00:00Z")).isEmpty();
        reminders.keep(account, WEEKDAYS);
        assertThat(reminders.of(account)).isEqualTo(WEEKDAYS);
        new Shares(database.database(), ACoach.THAT_EVENING).revoke(ANNA, account, "test");
        assertThat(keys("2026-11-20T06:00:00Z")).isEmpty();
    }

    @Test
    void whatever_the_zone_and_hour_each_day_has_one_key_and_an_end() {
        Random random = new Random(20261126);
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        for (int i = 0; i < 2_000; i++) {
            ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            Reminder reminder = new Reminder(
                    Optional.of(LocalTime.ofSecondOfDay(random.nextInt(86_400))),
                    EnumSet.allOf(DayOfWeek.class),
                    OptionalInt.empty());
            Wish wish = new Wish("a", ANNA, zone, reminder);
            Instant now = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(366 * 86_400));
            CheckInReminders.morning(wish, now).ifPresent(due -> {
                LocalDate today = LocalDate.ofInstant(now, zone);
                assertThat(due.key()).endsWith(":" + today);
                assertThat(now)
                        .isBefore(due.until())
                        .isAfterOrEqualTo(due.until().minusSeconds(4 * 3600));
            });
        }
    }
}
