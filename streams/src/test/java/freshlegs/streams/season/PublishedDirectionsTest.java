package freshlegs.streams.season;

import static freshlegs.streams.season.AStudiedRunner.Departure.effort;
import static freshlegs.streams.season.AStudiedRunner.Departure.feeling;
import static freshlegs.streams.season.AStudiedRunner.Departure.minutes;
import static freshlegs.streams.season.AStudiedRunner.Departure.pace;
import static freshlegs.streams.season.AStudiedRunner.Departure.resting;
import static freshlegs.streams.season.AStudiedRunner.Departure.rmssd;
import static freshlegs.streams.season.AStudiedRunner.Departure.slower;
import static freshlegs.streams.season.AStudiedRunner.Departure.symptom;
import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.Status;
import freshlegs.model.fact.CheckIn.Symptom;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Session;
import freshlegs.model.result.Domain;
import freshlegs.model.result.Domain.Name;
import freshlegs.model.result.Episode;
import freshlegs.model.result.Episode.Cause;
import freshlegs.streams.season.AStudiedRunner.Departure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was published about overreached people, and about those who only look like it, on synthetic ones: docs/science.md has the sources. */
class PublishedDirectionsTest {
    private static final int ONSET = 84;
    private static final int DAYS = 105;
    private static final long PEOPLE = 12;

    /** Nuuttila 2024: two weeks of overload raised nocturnal heart rate by 3.2 % in the overreached, lowered it by 2.8 % in responders. */
    @Test
    void nocturnal_heart_rate_rises_in_overreached_runners_and_falls_in_those_who_respond() {
        List<List<SeasonDay>> overreached = people(seed -> AStudiedRunner.of(seed)
                .from(ONSET, resting(3.2).and(feeling(1.2)).and(slower(2))));
        List<List<SeasonDay>> responders =
                people(seed -> AStudiedRunner.of(seed).from(ONSET, resting(-2.8).and(slower(-2))));

        assertThat(meanChart(overreached, Name.RESTING_HEART_RATE)).isGreaterThan(0.3);
        assertThat(meanChart(responders, Name.RESTING_HEART_RATE)).isLessThan(-0.3);
        assertThat(alarmed(overreached)).isGreaterThanOrEqualTo(PEOPLE * 2 / 3);
        assertThat(alarmed(responders)).isZero();
    }

    /** Le Meur 2013: weekly means of HRV rose in functional overreaching while performance fell by 9 %. */
    @Test
    void a_rising_hrv_with_failing_performance_is_found_and_hrv_is_not_what_votes() {
        List<List<SeasonDay>> people = people(seed -> AStudiedRunner.of(seed)
                .from(ONSET, rmssd(20).and(resting(-4)).and(feeling(1.2)).and(slower(9))));

        assertThat(meanChart(people, Name.HRV)).isLessThan(-0.5);
        assertThat(alarmed(people)).isGreaterThanOrEqualTo(PEOPLE - 1);
        assertThat(people)
                .allSatisfy(season -> assertThat(voted(season, Name.HRV)).isFalse());
    }

    /** The same without a single session in which performance shows: what is left is feeling worse with a heart at ease. */
    @Test
    void a_rising_hrv_in_somebody_who_feels_worse_is_found_by_the_two_sided_branch_alone() {
        List<List<SeasonDay>> people = people(seed -> AStudiedRunner.of(seed)
                .withoutKeySessions()
                .from(ONSET, rmssd(25).and(resting(-6)).and(pace(-4)).and(feeling(1.2))));

        assertThat(alarmed(people)).isGreaterThanOrEqualTo(PEOPLE * 2 / 3);
        assertThat(people).filteredOn(PublishedDirectionsTest::isAlarmed).allSatisfy(season -> {
            assertThat(fatigue(season).get(0).agreement()).contains("the heart being calmer");
            assertThat(fatigue(season).get(0).domains())
                    .filteredOn(Domain::votes)
                    .extracting(Domain::name)
                    .doesNotContain(Name.PERFORMANCE);
        });
    }

    /** Aubry 2015: heart rate recovered 8 bpm faster in functional overreaching; its direction is ambiguous. */
    @Test
    void a_faster_recovery_of_the_heart_changes_nothing_of_the_status() {
        List<SeasonDay> usual = ATrainingBlock.fold(recovering(100, DAYS));
        List<SeasonDay> faster = ATrainingBlock.fold(recovering(100, ONSET));

        assertThat(faster.get(DAYS - 1).activities().get(0).analysis().heartRateRecovery60sBpm())
                .hasValue(usual.get(DAYS - 1)
                                .activities()
                                .get(0)
                                .analysis()
                                .heartRateRecovery60sBpm()
                                .orElseThrow()
                        + 8);
        assertThat(faster).extracting(SeasonDay::status).isEqualTo(statuses(usual));
        assertThat(isAlarmed(faster)).isFalse();
    }

    /** Bosquet 2008: overload of more than two weeks lowers submaximal heart rate (SMD -0.38). */
    @Test
    void a_longer_overload_lowers_heart_rate_at_pace_and_that_alone_is_no_alarm() {
        List<List<SeasonDay>> people = people(seed -> AStudiedRunner.of(seed).from(ONSET, pace(-0.38 * 4)));

        assertThat(meanChart(people, Name.EXERCISE_HEART_RATE)).isNegative();
        assertThat(alarmed(people)).isZero();
    }

    /** Roete 2021: lower heart rate at fixed output together with higher effort marks overreaching. */
    @Test
    void a_lower_heart_rate_at_pace_is_dissociation_once_running_feels_harder() {
        Departure easier = pace(-8);
        List<List<SeasonDay>> fitter = people(seed -> AStudiedRunner.of(seed).from(ONSET, easier));
        List<List<SeasonDay>> worse = people(seed ->
                AStudiedRunner.of(seed).from(ONSET, easier.and(effort(2)).and(feeling(1.2))));

        assertThat(alarmed(fitter)).isZero();
        assertThat(alarmed(worse)).isGreaterThanOrEqualTo(PEOPLE * 2 / 3);
        assertThat(worse).filteredOn(PublishedDirectionsTest::isAlarmed).allSatisfy(season -> assertThat(
                        voted(season, Name.DISSOCIATION))
                .isTrue());
    }

    /** Altini & Plews 2021: an evening with alcohol raises heart rate by 6 % and lowers HRV by 12 %. */
    @Test
    void nights_after_alcohol_are_no_alarm() {
        List<List<SeasonDay>> people = people(seed -> AStudiedRunner.of(seed)
                .on(ONSET, resting(6).and(rmssd(-12)))
                .on(ONSET + 7, resting(6).and(rmssd(-12)))
                .on(ONSET + 14, resting(6).and(rmssd(-12))));

        assertThat(alarmed(people)).isZero();
        assertThat(people).allSatisfy(season -> assertThat(after(season))
                .extracting(day -> day.status().status())
                .doesNotContain(Status.ILLNESS));
    }

    /** Altini & Plews 2021: sickness raises heart rate and lowers HRV as well. */
    @Test
    void sickness_with_symptoms_is_illness_and_not_overreaching() {
        List<List<SeasonDay>> people = people(seed -> AStudiedRunner.of(seed)
                .from(
                        ONSET,
                        resting(16)
                                .and(rmssd(-20))
                                .and(feeling(2))
                                .and(minutes(0))
                                .and(symptom(Symptom.FEVER)))
                .from(ONSET + 5, Departure.NONE));

        assertThat(alarmed(people)).isZero();
        assertThat(people)
                .allSatisfy(season ->
                        assertThat(season.get(ONSET + 1).status().status()).isEqualTo(Status.ILLNESS));
    }

    /** Saw 2016, 56 studies: what athletes say reacts more sensitively and consistently than what is measured. */
    @Test
    void feeling_worse_shows_sooner_than_the_heart_does() {
        Departure overload = feeling(1.2).and(resting(4)).and(rmssd(-10)).and(pace(3));
        List<List<SeasonDay>> people = people(seed -> AStudiedRunner.of(seed).from(ONSET, overload));

        assertThat(people)
                .filteredOn(season -> firstVote(season, Name.SUBJECTIVE) <= firstVoteOfTheHeart(season))
                .hasSizeGreaterThanOrEqualTo((int) (PEOPLE * 3 / 4));
        assertThat(meanChart(people, Name.SUBJECTIVE)).isGreaterThan(meanChart(people, Name.RESTING_HEART_RATE));
    }

    /** Dressendorfer 1985: resting heart rate was 10 bpm higher late in a race of 20 days, and not early in it. */
    @Test
    void resting_heart_rate_rises_late_in_a_race_of_twenty_days_and_is_seen_then() {
        List<SeasonDay> season = AStudiedRunner.even()
                .from(ONSET, minutes(2))
                .from(ONSET + 10, minutes(2).and(resting(8)))
                .from(ONSET + 15, minutes(2).and(resting(20)).and(feeling(1)))
                .season(ONSET + 20);

        assertThat(chart(season.get(ONSET + 9), Name.RESTING_HEART_RATE)).isBetween(-0.7, 0.7);
        assertThat(chart(season.get(ONSET + 19), Name.RESTING_HEART_RATE)).isGreaterThan(0.8);
        assertThat(season.get(ONSET + 19).status().status()).isNotIn(Status.GREEN, Status.UNKNOWN);
    }

    /** Frandsen 2025: a run more than a tenth longer than any in 30 days raises the risk of injury, not of overreaching. */
    @Test
    void a_much_longer_run_asks_for_care_and_never_votes() {
        List<SeasonDay> season =
                AStudiedRunner.even().on(ONSET + 5, minutes(1.4)).season(DAYS);
        SeasonDay longer = season.get(ONSET + 5);

        assertThat(longer.trend().running().sessionSpike().orElseThrow()).isGreaterThan(1.3);
        assertThat(longer.status().status()).isEqualTo(Status.WATCH);
        assertThat(longer.status().context()).anyMatch(told -> told.startsWith("Longest run"));
        assertThat(longer.status().domains()).noneMatch(Domain::votes);
        assertThat(isAlarmed(season)).isFalse();
    }

    @Test
    void a_hard_block_that_is_digested_is_no_alarm() {
        List<List<SeasonDay>> people = people(seed -> AStudiedRunner.of(seed)
                .from(ONSET, minutes(1.4).and(feeling(0.35)))
                .from(ONSET + 10, Departure.NONE));

        assertThat(alarmed(people)).isZero();
    }

    /** Bosquet 2007: a taper of 8 to 14 days takes 41 to 60 % off the volume. */
    @Test
    void a_taper_and_a_week_off_are_no_trouble() {
        List<List<SeasonDay>> tapers =
                people(seed -> AStudiedRunner.of(seed).from(ONSET, minutes(0.5)).from(ONSET + 12, Departure.NONE));
        List<List<SeasonDay>> weeksOff =
                people(seed -> AStudiedRunner.of(seed).from(ONSET, minutes(0)).from(ONSET + 7, Departure.NONE));

        assertThat(alarmed(tapers)).isZero();
        assertThat(alarmed(weeksOff)).isZero();
    }

    /** Plews 2014: the mean of a week needs three valid nights. */
    @Test
    void a_weeks_mean_of_hrv_needs_three_nights() {
        List<DayFacts> facts = new ArrayList<>(AStudiedRunner.even().facts(70));
        for (int day = 60; day < 70; day++) {
            facts.set(day, withoutNights(facts.get(day), day == 66 || day == 68 || day == 69));
        }

        List<SeasonDay> season = ATrainingBlock.fold(facts);

        assertThat(season.get(68).trend().recovery().hrvRmssdMilliseconds().mean7d())
                .isEmpty();
        assertThat(season.get(69).trend().recovery().hrvRmssdMilliseconds().mean7d())
                .isPresent();
    }

    /** Crowcroft 2017: no single variable told a change of performance. */
    @ParameterizedTest
    @MethodSource("singleDepartures")
    void one_variable_alone_never_alarms(String what, Departure departure, Name name) {
        List<SeasonDay> season = AStudiedRunner.even().from(ONSET, departure).season(DAYS);
        List<SeasonDay> untold =
                AStudiedRunner.even().withoutCheckIns().from(ONSET, departure).season(DAYS);

        assertThat(voted(season, name)).as(what).isTrue();
        assertThat(isAlarmed(season)).as(what).isFalse();
        assertThat(isAlarmed(untold)).as(what + " without check-ins").isFalse();
    }

    static Stream<Object[]> singleDepartures() {
        return Stream.of(
                new Object[] {"feeling", feeling(2), Name.SUBJECTIVE},
                new Object[] {"resting heart rate", resting(14), Name.RESTING_HEART_RATE},
                new Object[] {"slow resting heart rate", resting(-14), Name.DISSOCIATION},
                new Object[] {"HRV", rmssd(-40), Name.HRV},
                new Object[] {"high HRV", rmssd(60), Name.DISSOCIATION},
                new Object[] {"heart rate at pace", pace(10), Name.EXERCISE_HEART_RATE},
                new Object[] {"low heart rate at pace", pace(-12), Name.DISSOCIATION},
                new Object[] {"performance", slower(8), Name.PERFORMANCE});
    }

    private static List<List<SeasonDay>> people(LongFunction<AStudiedRunner> who) {
        return LongStream.rangeClosed(1, PEOPLE)
                .mapToObj(seed -> who.apply(seed).season(DAYS))
                .toList();
    }

    private static List<SeasonDay> after(List<SeasonDay> season) {
        return season.subList(ONSET, season.size());
    }

    /** Over the last week of the departure. */
    private static double meanChart(List<List<SeasonDay>> people, Name name) {
        return people.stream()
                .flatMap(season -> season.subList(ONSET + 7, ONSET + 14).stream())
                .mapToDouble(day -> chart(day, name))
                .average()
                .orElseThrow();
    }

    private static double chart(SeasonDay day, Name name) {
        return domain(day, name).chart();
    }

    private static Domain domain(SeasonDay day, Name name) {
        return day.status().domains().stream()
                .filter(domain -> domain.name() == name)
                .findFirst()
                .orElseThrow();
    }

    private static long alarmed(List<List<SeasonDay>> people) {
        return people.stream().filter(PublishedDirectionsTest::isAlarmed).count();
    }

    private static boolean isAlarmed(List<SeasonDay> season) {
        return !fatigue(season).isEmpty();
    }

    /** Whether the domain ever voted since the onset. */
    private static boolean voted(List<SeasonDay> season, Name name) {
        return firstVote(season, name) < DAYS;
    }

    private static int firstVote(List<SeasonDay> season, Name name) {
        int day = ONSET;
        while (day < season.size() && !domain(season.get(day), name).votes()) {
            day++;
        }
        return day < season.size() ? day : DAYS;
    }

    private static int firstVoteOfTheHeart(List<SeasonDay> season) {
        return Stream.of(Name.RESTING_HEART_RATE, Name.HRV, Name.EXERCISE_HEART_RATE)
                .mapToInt(name -> firstVote(season, name))
                .min()
                .orElseThrow();
    }

    /** Every episode of fatigue that began since the onset, as it came to stand. */
    private static List<Episode> fatigue(List<SeasonDay> season) {
        return after(season).stream()
                .flatMap(day -> day.episodes().stream())
                .filter(episode -> episode.cause() == Cause.FATIGUE)
                .toList();
    }

    private static List<freshlegs.model.result.StatusDay> statuses(List<SeasonDay> season) {
        return season.stream().map(SeasonDay::status).toList();
    }

    /** Each easy run ends at 170 bpm and a stand; from a day on the heart slows 8 bpm more. */
    private static List<DayFacts> recovering(int bpm, int fasterFrom) {
        List<DayFacts> facts = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            DayFacts usual = AStudiedRunner.even().facts(day + 1).get(day);
            double after = day < fasterFrom ? bpm + 30 : bpm + 22;
            facts.add(new DayFacts(
                    usual.athlete(),
                    usual.date(),
                    usual.profiles(),
                    day % 7 == 6
                            ? List.of(ARun.of(usual.athlete(), usual.date())
                                    .minutes(50)
                                    .at(3)
                                    .heart(142)
                                    .recovering(bpm + 70, after)
                                    .session())
                            : usual.sessions(),
                    usual.readings(),
                    usual.checkIns(),
                    true));
        }
        return facts;
    }

    private static DayFacts withoutNights(DayFacts facts, boolean held) {
        List<Reading> readings = held ? facts.readings() : List.of();
        List<Session> sessions = facts.sessions();
        return new DayFacts(
                facts.athlete(), facts.date(), facts.profiles(), sessions, readings, facts.checkIns(), true);
    }
}
