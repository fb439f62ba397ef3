package freshlegs.coach.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class MannersTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Manners USUAL = Manners.usual(BERLIN);

    @Test
    void quiet_hours_last_over_midnight_and_end_sharp() {
        assertThat(USUAL.isQuiet(berlin("2026-11-20T20:59:59"))).isFalse();
        assertThat(USUAL.isQuiet(berlin("2026-11-20T21:00"))).isTrue();
        assertThat(USUAL.isQuiet(berlin("2026-11-21T06:59:59"))).isTrue();
        assertThat(USUAL.isQuiet(berlin("2026-11-21T07:00"))).isFalse();
        assertThat(USUAL.afterQuiet(berlin("2026-11-20T21:00"))).isEqualTo(berlin("2026-11-21T07:00"));
        assertThat(USUAL.afterQuiet(berlin("2026-11-21T00:30"))).isEqualTo(berlin("2026-11-21T07:00"));
        assertThat(USUAL.afterQuiet(berlin("2026-11-21T12:00"))).isEqualTo(berlin("2026-11-21T12:00"));
    }

    @Test
    void quiet_hours_from_an_hour_to_the_same_are_none() {
        Manners never = with("06:00", "22:00", "22:00");
        assertThat(never.isQuiet(berlin("2026-11-20T22:00"))).isFalse();
        assertThat(never.isQuiet(berlin("2026-11-20T03:00"))).isFalse();
    }

    @Test
    void a_digest_in_quiet_hours_comes_at_their_end() {
        Manners late = with("22:30", "21:00", "07:00");
        assertThat(late.nextDigest(berlin("2026-11-20T22:30"))).isEqualTo(berlin("2026-11-21T07:00"));
        assertThat(late.lastDigest(berlin("2026-11-21T06:00"))).isEqualTo(berlin("2026-11-20T07:00"));
    }

    @Test
    void an_hour_that_the_clocks_leave_out_is_the_moment_of_their_jump() {
        Manners early = with("02:30", "00:00", "02:15");
        assertThat(early.nextDigest(berlin("2026-03-29T00:30"))).isEqualTo(berlin("2026-03-29T03:00"));
        assertThat(early.afterQuiet(berlin("2026-03-29T00:30"))).isEqualTo(berlin("2026-03-29T03:00"));
    }

    @Test
    void an_hour_that_comes_twice_counts_the_first_time_and_is_quiet_both_times() {
        Manners early = with("02:30", "02:15", "02:45");
        Instant first = ZonedDateTime.of(LocalDate.of(2026, 10, 25), LocalTime.of(2, 30), BERLIN)
                .toInstant();
        assertThat(early.isQuiet(first)).isTrue();
        assertThat(early.isQuiet(first.plusSeconds(3600))).isTrue();
        assertThat(early.afterQuiet(first)).isEqualTo(first.plusSeconds(15 * 60));
        assertThat(early.nextDigest(first)).isEqualTo(first.plusSeconds(15 * 60));
        assertThat(early.nextDigest(first.plusSeconds(15 * 60))).isEqualTo(berlin("2026-10-26T02:45"));
    }

    @Test
    void quiet_hours_may_end_because_the_clocks_are_set_back() {
        Manners early = with("12:00", "02:30", "05:00");
        Instant first = ZonedDateTime.of(LocalDate.of(2026, 10, 25), LocalTime.of(2, 45), BERLIN)
                .toInstant();
        assertThat(early.afterQuiet(first)).isEqualTo(first.plusSeconds(15 * 60));
    }

    @Test
    void a_week_lasts_from_monday_to_sunday_where_somebody_lives() {
        assertThat(USUAL.weekStart(berlin("2026-10-25T23:59"))).isEqualTo(berlin("2026-10-19T00:00"));
        assertThat(USUAL.weekEnd(berlin("2026-10-19T00:00"))).isEqualTo(berlin("2026-10-26T00:00"));
        assertThat(USUAL.weekStart(berlin("2026-10-26T00:00"))).isEqualTo(berlin("2026-10-26T00:00"));
    }

    @Test
    void a_budget_lies_between_one_and_a_hundred() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Manners(BERLIN, LocalTime.NOON, LocalTime.NOON, LocalTime.NOON, 0, DayOfWeek.MONDAY));
    }

    private static Manners with(String toldAt, String quietFrom, String quietTo) {
        return new Manners(
                BERLIN,
                LocalTime.parse(toldAt),
                LocalTime.parse(quietFrom),
                LocalTime.parse(quietTo),
                10,
                DayOfWeek.MONDAY);
    }

    private static Instant berlin(String shown) {
        return java.time.LocalDateTime.parse(shown).atZone(BERLIN).toInstant();
    }
}
