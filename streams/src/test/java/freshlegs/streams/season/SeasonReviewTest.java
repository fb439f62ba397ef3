package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.Status;
import freshlegs.model.result.WeekReview;
import freshlegs.model.result.WeekReview.Change;
import freshlegs.model.result.WeekReview.Direction;
import freshlegs.model.result.WeekReview.Meaning;
import freshlegs.model.result.WeekReview.Quantity;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topics;
import freshlegs.streams.SomeFacts;
import freshlegs.streams.TestedTopology;
import freshlegs.streams.season.ATrainingBlock.Effect;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeasonReviewTest {
    private static final int SETTLED_WEEKS = 9;

    private static List<WeekReview> reviews(List<SeasonDay> season) {
        return season.stream().flatMap(day -> day.review().stream()).toList();
    }

    private static Set<Quantity> worse(WeekReview review) {
        Set<Quantity> worse = EnumSet.noneOf(Quantity.class);
        review.changes().stream()
                .filter(change -> change.meaning() == Meaning.WORSE)
                .map(Change::quantity)
                .forEach(worse::add);
        return worse;
    }

    @Test
    void every_sunday_has_the_review_of_its_week() {
        List<SeasonDay> season = ATrainingBlock.of(20).days(30).season();

        assertThat(season)
                .allMatch(day -> day.review().isPresent() == (day.date().getDayOfWeek() == DayOfWeek.SUNDAY));
        assertThat(reviews(season))
                .extracting(WeekReview::week)
                .startsWith(ATrainingBlock.FIRST_DAY)
                .hasSize(4);
    }

    @Test
    void in_a_sound_season_few_things_are_named_and_little_is_asked() {
        int weeks = 0;
        int named = 0;
        int asked = 0;
        for (int seed = 20; seed < 26; seed++) {
            List<WeekReview> reviews = reviews(ATrainingBlock.of(seed).days(182).season());
            for (WeekReview review : reviews.subList(SETTLED_WEEKS, reviews.size())) {
                weeks++;
                named += (int) review.changes().stream()
                        .filter(change -> change.direction() == Direction.ROSE || change.direction() == Direction.FELL)
                        .count();
                asked += review.question().isPresent() ? 1 : 0;
            }
        }

        assertThat(weeks).isEqualTo(6 * 17);
        assertThat((double) named / weeks).isLessThan(0.5);
        assertThat((double) asked / weeks).isLessThan(0.15);
    }

    @Test
    void of_an_overreached_athlete_the_right_things_are_named() {
        int seen = 0;
        for (int seed = 3; seed < 7; seed++) {
            List<WeekReview> reviews = reviews(
                    ATrainingBlock.of(seed).days(112).with(Effect.SEVERE, 91).season());
            Set<Quantity> worse = EnumSet.noneOf(Quantity.class);
            reviews.subList(13, 16).forEach(review -> worse.addAll(worse(review)));
            assertThat(worse).as("seed " + seed).hasSizeGreaterThanOrEqualTo(3);
            assertThat(reviews.subList(13, 16)).as("seed " + seed).anyMatch(review -> review.question()
                    .filter(asked -> asked.contains("technical run"))
                    .isPresent());
            seen += worse.contains(Quantity.RESTING_HEART_RATE) && worse.contains(Quantity.KEY_SESSIONS) ? 1 : 0;
        }
        assertThat(seen).isGreaterThanOrEqualTo(3);
    }

    @Test
    void without_sensors_and_check_ins_the_training_alone_is_reviewed() {
        List<WeekReview> reviews = reviews(
                ATrainingBlock.of(5).withoutSensors().withoutCheckIns().days(90).season());
        WeekReview last = reviews.get(reviews.size() - 1);

        assertThat(last.worst()).isEqualTo(Status.UNKNOWN);
        assertThat(last.summary())
                .contains("km in 4 runs")
                .contains("too little known of heart rate at pace, resting heart rate, HRV, sleep and check-ins");
    }

    @Test
    void a_late_run_corrects_the_review_and_a_season_that_ends_earlier_takes_it_back() {
        LocalDate monday = LocalDate.of(2026, 3, 2);
        SomeFacts ann = SomeFacts.of("ann");
        String key = RecordKey.of(ann.athlete(), monday);
        try (TestedTopology topology = TestedTopology.start()) {
            topology.take(ann.run(monday), ann.run(monday.plusDays(8))).settle();
            assertThat(topology.told(Topics.REVIEW)).containsOnlyKeys(key);
            assertThat(topology.told(Topics.REVIEW, key).orElseThrow().runs()).hasSize(1);

            topology.take(ann.run(monday.plusDays(2))).settle();
            assertThat(topology.told(Topics.REVIEW, key).orElseThrow().runs()).hasSize(2);

            topology.delete(ann.run(monday.plusDays(8))).settle();
            assertThat(topology.told(Topics.REVIEW)).isEmpty();
        }
    }
}
