package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.Status;
import freshlegs.model.json.Json;
import freshlegs.model.result.Domain;
import freshlegs.model.result.Episode;
import freshlegs.model.result.TrendDay;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.season.ATrainingBlock.Effect;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeasonTest {

    @Test
    void overreaching_is_found_within_two_weeks_and_explained() {
        List<SeasonDay> season =
                ATrainingBlock.of(3).days(112).with(Effect.SEVERE, 91).season();

        Episode first = fatigue(season).get(0);
        assertThat(first.firstDay())
                .isBetween(ATrainingBlock.FIRST_DAY.plusDays(91), ATrainingBlock.FIRST_DAY.plusDays(105));
        assertThat(first.domains().stream().filter(Domain::votes)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(first.why()).contains("usual").endsWith(".");
        assertThat(season.get(111).status().status()).isIn(Status.AMBER, Status.RED);
    }

    @Test
    void a_heart_that_beats_slower_while_the_athlete_feels_worse_is_found() {
        int found = 0;
        for (int seed = 0; seed < 6; seed++) {
            List<SeasonDay> season = ATrainingBlock.of(seed)
                    .days(112)
                    .with(Effect.PARADOXICAL, 91)
                    .season();
            found += fatigue(season).isEmpty() ? 0 : 1;
        }
        assertThat(found).isGreaterThanOrEqualTo(4);
    }

    @Test
    void a_sound_athlete_is_left_alone_for_a_year() {
        for (int seed = 20; seed < 23; seed++) {
            List<SeasonDay> season = ATrainingBlock.of(seed).days(365).season();
            assertThat(fatigue(season)).as("seed " + seed).hasSizeLessThanOrEqualTo(1);
            assertThat(season.get(200).status().status()).isIn(Status.GREEN, Status.WATCH);
        }
    }

    @Test
    void without_sensors_nothing_is_called_calm() {
        List<SeasonDay> season =
                ATrainingBlock.of(5).withoutSensors().withoutCheckIns().days(90).season();

        assertThat(season).allMatch(day -> day.status().status() == Status.UNKNOWN);
        assertThat(season.get(89).status().why())
                .startsWith("Too little is known: ")
                .contains("no check-ins", "no resting heart rate");
    }

    @Test
    void a_fever_is_an_illness_and_not_a_fatigue() {
        List<SeasonDay> season = ATrainingBlock.of(6).days(100).illFrom(80).season();

        List<Episode> illness = season.stream()
                .flatMap(day -> day.episodes().stream())
                .filter(episode -> episode.cause() == Episode.Cause.ILLNESS)
                .toList();
        assertThat(illness).isNotEmpty();
        assertThat(illness.get(illness.size() - 1).open()).isFalse();
        assertThat(fatigue(season)).isEmpty();
        assertThat(season.get(99).status().status()).isIn(Status.GREEN, Status.WATCH);
    }

    @Test
    void without_check_ins_the_heart_alone_may_raise_an_alert_of_low_confidence() {
        List<SeasonDay> season = ATrainingBlock.of(3)
                .withoutCheckIns()
                .days(112)
                .with(new Effect(2.5, 2.5, 2.5, 2, 2), 85)
                .season();

        Episode first = fatigue(season).get(0);
        assertThat(first.lowConfidence()).isTrue();
        assertThat(first.why()).contains("low confidence");
        assertThat(season.get(80).status().lowConfidence()).isTrue();
    }

    @Test
    void the_same_facts_give_the_same_bytes() {
        List<DayFacts> facts =
                ATrainingBlock.of(9).days(110).with(Effect.SEVERE, 91).facts();

        byte[] once = Json.write(ATrainingBlock.fold(facts));
        byte[] again = Json.write(ATrainingBlock.fold(facts));

        assertThat(again).isEqualTo(once);
    }

    @Test
    void days_that_went_through_the_store_are_continued_to_the_same_bytes() {
        List<DayFacts> facts =
                ATrainingBlock.of(9).days(110).with(Effect.SEVERE, 91).facts();
        List<SeasonDay> season = ATrainingBlock.fold(facts);
        List<SeasonDay> stored = Json.readList(Json.writeText(season.subList(25, 109)), SeasonDay.class);

        SeasonDay next = Season.next(stored, facts.get(109), Rules.published());

        assertThat(Json.writeText(next)).isEqualTo(Json.writeText(season.get(109)));
    }

    @Test
    void a_day_without_word_is_missing_and_neither_rest_nor_calm() {
        List<SeasonDay> season = ATrainingBlock.of(9).days(60).season();
        for (int i = 0; i < 12; i++) {
            LocalDate date = season.get(season.size() - 1).date().plusDays(1);
            season.add(Season.next(season, DayFacts.none(ATrainingBlock.ATHLETE, date, false), Rules.published()));
        }
        SeasonDay last = season.get(season.size() - 1);

        assertThat(last.trend().kind()).isEqualTo(TrendDay.Kind.MISSING);
        assertThat(last.trend().flags()).contains("not-heard-of");
        assertThat(last.trend().training().monotony().value()).isEmpty();
        assertThat(last.status().status()).isEqualTo(Status.UNKNOWN);
    }

    private static List<Episode> fatigue(List<SeasonDay> season) {
        return season.stream()
                .flatMap(day -> day.episodes().stream())
                .filter(episode -> episode.cause() == Episode.Cause.FATIGUE)
                .filter(episode -> episode.firstDay().equals(episode.lastDay()) && episode.open())
                .toList();
    }
}
