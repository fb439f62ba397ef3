package freshlegs.coach.web;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ACoach;
import freshlegs.coach.APlan;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.calendar.Calendars;
import freshlegs.model.AdjustmentCause;
import freshlegs.model.AthleteId;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calendar as ical4j reads it, which knows nothing of the library that writes it. */
class CalendarFeedTest {
    private static final LocalDate TUESDAY = LocalDate.parse("2026-11-24");
    private static final AthleteId ANNA = AthleteId.of("anna");

    private static TestDatabase database;
    private static ACoach coach;
    private String address = "";

    @BeforeAll
    static void open() {
        database = TestDatabase.withSquad();
        coach = ACoach.lookingAt(database);
    }

    @BeforeEach
    void begin() {
        database.run("delete from ledger.calendar; delete from ledger.calendar_event; delete from ledger.rebuild");
        APlan.of("anna").into(database);
        address = "/calendar/" + calendars().add(ANNA, "phone").secret() + ".ics";
    }

    @AfterAll
    static void close() {
        coach.close();
        database.close();
    }

    private Calendars calendars() {
        return new Calendars(database.database(), ACoach.THAT_EVENING);
    }

    private HttpResponse<String> read() {
        return coach.get(address);
    }

    private static Calendar parsed(String text) {
        try {
            return new CalendarBuilder().build(new StringReader(text));
        } catch (IOException | ParserException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, CalendarComponent> events() {
        return parsed(read().body()).getComponents().stream()
                .collect(toMap(event -> say(event, "DTSTART"), event -> event));
    }

    private static String say(Component event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private CalendarComponent event(String date) {
        return Optional.ofNullable(events().get(date)).orElseThrow();
    }

    private void change(AdjustmentCause cause, String reason) {
        APlan.of("anna")
                .with(TUESDAY, APlan.changed(cause, reason, APlan.technical(), false))
                .into(database);
    }

    @Test
    void every_run_is_a_whole_day_that_another_parser_reads_and_finds_valid() {
        HttpResponse<String> answer = read();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/calendar; charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("private");
        Calendar calendar = parsed(answer.body());
        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(answer.body()).contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n");
        assertThat(calendar.getProperty("REFRESH-INTERVAL").orElseThrow().getValue())
                .isEqualTo("PT1H");
        assertThat(calendar.getProperty("X-PUBLISHED-TTL").orElseThrow().getValue())
                .isEqualTo("PT1H");
        long runs = APlan.FIRST
                .datesUntil(APlan.RACE.plusDays(1))
                .filter(day -> switch (day.getDayOfWeek()) {
                    case TUESDAY, THURSDAY, FRIDAY, SUNDAY -> true;
                    default -> false;
                })
                .count();
        assertThat(calendar.getComponents()).hasSize((int) runs);
        CalendarComponent event = event("20261124");
        assertThat(say(event, "SUMMARY")).isEqualTo("6 × 200 m, 50 min");
        assertThat(say(event, "DTEND")).isEqualTo("20261125");
        assertThat(say(event, "SEQUENCE")).isEqualTo("0");
        assertThat(say(event, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(say(event, "DTSTAMP")).isEqualTo(say(event, "LAST-MODIFIED")).isEqualTo("20261120T180000Z");
        assertThat(say(event, "DESCRIPTION"))
                .contains("- 6 × (Run 200 m in 44 to 45 s (3:38 to 3:45 /km); Recover 90 s)\n")
                .contains("Effort 6 to 7 of 10.\nOn a track or a measured flat stretch.")
                .contains("Cue word: smooth.", "Also: 5 min of activation", "Remember: Eat something light");
        assertThat(say(event("20270103"), "SUMMARY")).isEqualTo("Race: 5 km");
    }

    @Test
    void lines_end_and_are_folded_as_the_standard_says() {
        String text = read().body();

        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(text.split("\r\n", -1)).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(75));
        assertThat(text).contains("\\;", "\\,", "\\n");
    }

    @Test
    void nothing_in_it_tells_how_the_athlete_is_or_who_it_is() {
        change(AdjustmentCause.ILLNESS, "AMBER: fever, resting heart rate 12 bpm above usual.");

        String text = read().body().replace("\r\n ", "");

        assertThat(text).contains("6 × 200 m\\, full recovery\\, 50 min was planned.", "Lighter for now");
        assertThat(text.replaceFirst("(?s)^.*?BEGIN:VEVENT", ""))
                .doesNotContain("bpm", "anna")
                .doesNotContainIgnoringCase("heart")
                .doesNotContainIgnoringCase("amber")
                .doesNotContainIgnoringCase("fever")
                .doesNotContainIgnoringCase("fatigue");
    }

    @Test
    void a_change_is_told_once_under_the_same_uid_with_a_higher_sequence() {
        String uid = say(event("20261124"), "UID");
        change(AdjustmentCause.FATIGUE, "Fatigue adds up.");

        CalendarComponent changed = event("20261124");

        assertThat(say(changed, "UID")).isEqualTo(uid);
        assertThat(say(changed, "SEQUENCE")).isEqualTo("1");
        assertThat(say(changed, "SUMMARY")).isEqualTo("Technical run, 35 min");
        assertThat(say(changed, "DESCRIPTION")).contains("Foreseen until Thu 26 Nov.");
        assertThat(say(event("20261124"), "SEQUENCE")).isEqualTo("1");
        assertThat(say(event("20261126"), "SEQUENCE")).isEqualTo("0");
    }

    @Test
    void a_run_that_became_rest_or_whose_day_has_gone_is_cancelled() {
        read();
        APlan.of("anna")
                .with(TUESDAY, APlan.changed(AdjustmentCause.FATIGUE, "Rest.", APlan.rest(), false))
                .without(LocalDate.parse("2026-12-10"))
                .into(database);

        for (String date : List.of("20261124", "20261210", "20270103")) {
            assertThat(say(event(date), "STATUS")).as(date).isEqualTo("CANCELLED");
            assertThat(say(event(date), "SEQUENCE")).as(date).isEqualTo("1");
        }
        assertThat(say(event("20261124"), "SUMMARY")).isEqualTo("6 × 200 m, 50 min");
        assertThat(say(event("20261126"), "STATUS")).isEqualTo("CONFIRMED");

        APlan.of("anna").into(database);

        assertThat(say(event("20270103"), "STATUS")).isEqualTo("CONFIRMED");
        assertThat(say(event("20270103"), "SEQUENCE")).isEqualTo("2");
    }

    @Test
    void while_the_tables_are_made_anew_nothing_is_cancelled() {
        String before = read().body();
        database.run("insert into ledger.rebuild (sessions, begun_at) values (false, now())");
        database.run("delete from freshlegs.prescription");

        assertThat(read().body()).isEqualTo(before);
    }

    @Test
    void many_readers_at_once_tell_a_change_once() throws Exception {
        read();
        change(AdjustmentCause.FATIGUE, "Fatigue adds up.");
        ExecutorService readers = Executors.newFixedThreadPool(5);
        try {
            List<Future<String>> answers = readers.invokeAll(Collections.nCopies(10, () -> read().body()));
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo(answers.get(0).get());
            }
        } finally {
            readers.shutdownNow();
        }
        assertThat(say(event("20261124"), "SEQUENCE")).isEqualTo("1");
    }

    @Test
    void what_a_reader_has_already_is_not_sent_again() {
        String tag = read().headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = coach.send(HttpRequest.newBuilder(URI.create(coach.address() + address))
                .header("If-None-Match", "\"other\", W/" + tag));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        change(AdjustmentCause.LOAD, "More than lately.");
        assertThat(coach.send(HttpRequest.newBuilder(URI.create(coach.address() + address))
                                .header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_wrong_or_revoked_secret_finds_nothing_and_too_many_have_to_wait() {
        String nothing = coach.get("/nowhere").body();
        String wrong = "/calendar/" + "a".repeat(43) + ".ics";
        assertThat(coach.get(wrong).statusCode()).isEqualTo(404);
        assertThat(coach.get(wrong).body()).isEqualTo(nothing);
        assertThat(coach.get("/calendar/x.ics").body()).isEqualTo(nothing);
        for (int i = 0; i < 20; i++) {
            coach.get(wrong);
        }
        assertThat(coach.get(wrong).statusCode()).isEqualTo(429);
        assertThat(read().statusCode()).isEqualTo(200);

        assertThat(calendars().revoke(ANNA, Optional.empty())).hasSize(1);

        assertThat(read().statusCode()).isEqualTo(429);
    }

    @Test
    void only_the_hash_of_a_secret_is_kept_and_when_it_was_read() {
        read();
        String secret = address.replaceAll(".*/|\\.ics", "");

        assertThat(database.ask("select calendar::text from ledger.calendar")).doesNotContain(secret);
        assertThat(calendars().all(Optional.of(ANNA))).singleElement().satisfies(kept -> assertThat(kept.lastReadOn())
                .contains(LocalDate.parse("2026-11-20")));
        assertThat(calendars().all(Optional.of(AthleteId.of("ben")))).isEmpty();
    }

    @Test
    void a_proposed_change_is_not_told_before_it_holds() {
        read();
        APlan.of("anna")
                .with(TUESDAY, APlan.changed(AdjustmentCause.FATIGUE, "Fatigue.", APlan.technical(), true))
                .into(database);

        assertThat(say(event("20261124"), "SEQUENCE")).isEqualTo("0");
    }
}
