package freshlegs.streams.alert;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AthleteId;
import freshlegs.model.Sex;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.Profile;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.signal.Aside;
import freshlegs.streams.signal.Circumstance;
import freshlegs.streams.signal.Evidence;
import freshlegs.streams.signal.Evidence.Measured;
import freshlegs.streams.signal.SignalDay;
import freshlegs.streams.trend.SteadyRun;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What else could explain an alert is looked for in the days that led to it. */
class ExplanationsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void a_quiet_fortnight_explains_nothing() {
        assertThat(explained(days("watch-1", 30))).isEmpty();
    }

    @Test
    void a_new_watch_is_named_with_its_first_day() {
        List<SignalDay> days = days("watch-1", 30);
        for (int back = 0; back < 9; back++) {
            days.set(days.size() - 1 - back, day(back, "watch-2", false, List.of()));
        }

        assertThat(explained(days))
                .containsExactly("New watch or sensor since 2026-11-12 (resting heart rate and HRV)");
    }

    @Test
    void a_watch_that_was_new_three_weeks_ago_is_not_new() {
        List<SignalDay> days = days("watch-1", 40);
        for (int back = 0; back < 21; back++) {
            days.set(days.size() - 1 - back, day(back, "watch-2", false, List.of()));
        }

        assertThat(explained(days)).isEmpty();
    }

    @Test
    void alcohol_heat_hills_gaps_and_the_luteal_phase_are_counted() {
        List<SignalDay> days = days("watch-1", 30);
        for (int back = 1; back < 4; back++) {
            days.set(days.size() - 1 - back, day(back, "watch-1", true, List.of(Circumstance.values())));
        }

        assertThat(explained(days))
                .containsExactly(
                        "Hot runs on 3 of the last 7 days, up to 29 degrees at the wrist",
                        "Alcohol on 3 of the last 7 evenings",
                        "Hilly runs on 3 of the last 7 days",
                        "Heart rate with gaps or steps counted as beats on 3 of the last 7 days",
                        "Luteal phase logged on 3 of the last 7 mornings: heart rate is then often higher and HRV lower");
    }

    @Test
    void a_flight_is_told_from_the_change_of_clocks() {
        Aside home = Aside.of(Aside.NONE, TODAY.minusDays(30), List.of(zone("Europe/Berlin")), List.of(), List.of());
        Aside away = Aside.of(home, TODAY.minusDays(2), List.of(zone("America/New_York")), List.of(), List.of());
        Aside still = Aside.of(away, TODAY.minusDays(1), List.of(), List.of(), List.of());
        List<SignalDay> days = days("watch-1", 30);
        days.set(27, with(days.get(27), home));
        days.set(28, with(days.get(28), away));
        days.set(29, with(days.get(29), still));
        assertThat(explained(days)).containsExactly("Travel across time zones on 2026-11-19");

        Aside winter = Aside.of(home, TODAY.minusDays(2), List.of(zone("Europe/London")), List.of(), List.of());
        days.set(28, with(days.get(28), winter));
        days.set(29, with(days.get(29), winter));
        assertThat(explained(days)).isEmpty();
    }

    private static List<String> explained(List<SignalDay> days) {
        return Explanations.of(
                List.of(),
                days.subList(0, days.size() - 1),
                days.get(days.size() - 1),
                new AlertHistory(List.of()),
                Rules.published());
    }

    /** Oldest first, the last one today. */
    private static List<SignalDay> days(String watch, int count) {
        List<SignalDay> days = new ArrayList<>();
        for (int back = count - 1; back >= 0; back--) {
            days.add(day(back, watch, false, List.of()));
        }
        return days;
    }

    private static SignalDay day(int back, String watch, boolean hotAndAlcohol, List<Circumstance> circumstances) {
        Evidence evidence = new Evidence(
                Optional.of(new Measured(48, watch)),
                Optional.of(new Measured(60, watch)),
                OptionalDouble.empty(),
                Map.of(),
                hotAndAlcohol);
        int celsius = hotAndAlcohol ? 29 : 12;
        SteadyRun run =
                new SteadyRun("a run", "strap", Column.of(12), Column.of(3000), Column.of(1400), Column.of(celsius));
        return new SignalDay(
                TODAY.minusDays(back),
                evidence,
                List.of(run),
                List.of(),
                Map.of(),
                List.of(),
                Optional.empty(),
                new Aside(circumstances, List.of(), OptionalInt.empty()));
    }

    private static SignalDay with(SignalDay day, Aside aside) {
        return new SignalDay(
                day.date(),
                day.evidence(),
                day.steadyRuns(),
                day.keySessions(),
                day.charts(),
                day.worseItems(),
                day.keyActivity(),
                aside);
    }

    private static Profile zone(String zone) {
        return new Profile(
                AthleteId.of("ann"),
                TODAY,
                "1",
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.of(ZoneId.of(zone)),
                Optional.of(Sex.FEMALE),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }
}
