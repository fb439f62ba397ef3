package freshlegs.streams.plan;

import static freshlegs.streams.plan.SomeSessions.paced;
import static freshlegs.streams.plan.SomeSessions.running;
import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.plan.Step.Part;
import freshlegs.model.plan.Workout;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FittingTest {
    private static final int NO_BOUND = Integer.MAX_VALUE;

    private static int seconds(Workout workout, Part part) {
        return SomeSessions.steps(workout)
                .filter(step -> step.part() == part)
                .mapToInt(step -> step.seconds().orElse(0))
                .sum();
    }

    private static int amount(Workout workout) {
        return new Amount(new Making(paced(), workout)).value();
    }

    @Test
    void warm_up_and_cool_down_give_way_before_the_repeats() {
        Workout fitted = paced().fittedTo(paced().repeats(6, 200), 46, NO_BOUND).orElseThrow();

        assertThat(fitted.title()).isEqualTo("6 × 200 m fast and relaxed, full recoveries");
        assertThat(seconds(fitted, Part.WARM_UP)).isEqualTo(11 * 60);
        assertThat(fitted.minutes()).isEqualTo(46);
    }

    @Test
    void then_repeats_give_way_up_to_half_of_them() {
        Workout fitted = paced().fittedTo(paced().repeats(6, 200), 29, NO_BOUND).orElseThrow();

        assertThat(fitted.title()).isEqualTo("4 × 200 m fast and relaxed, full recoveries");
        assertThat(seconds(fitted, Part.WARM_UP)).isEqualTo(8 * 60);
        assertThat(seconds(fitted, Part.COOL_DOWN)).isEqualTo(8 * 60);
        assertThat(paced().fittedTo(paced().repeats(6, 200), 25, NO_BOUND)).isEmpty();
    }

    @Test
    void a_bound_on_metres_is_kept_where_metres_are_known() {
        assertThat(paced().fittedTo(paced().longRun(75), NO_BOUND, 10_000)
                        .orElseThrow()
                        .metres())
                .isBetween(9_700, 10_000);
        Workout byEffort = Sessions.byEffort().longRun(75);
        assertThat(Sessions.byEffort().fittedTo(byEffort, NO_BOUND, 10_000)).contains(byEffort);
    }

    @Test
    void a_race_is_what_it_is() {
        Workout race = paced().race(10_000);

        assertThat(paced().fittedTo(race, 20, 5000)).contains(race);
    }

    @Test
    void what_fits_is_left_alone_and_what_is_fitted_fits_and_keeps_half_whatever_the_bounds() {
        Random random = new Random(20_260_303);
        for (int round = 0; round < 3000; round++) {
            boolean known = random.nextInt(4) > 0;
            Sessions sessions = known ? paced(round, random.nextBoolean()) : Sessions.byEffort();
            List<Workout> all = SomeSessions.ofEachKind(sessions);
            Workout planned = all.get(random.nextInt(all.size()));
            int minutes = 10 + random.nextInt(70);
            int metres = random.nextBoolean() ? NO_BOUND : 2000 + random.nextInt(14_000);

            var fitted = sessions.fittedTo(planned, minutes, metres);

            if (planned.minutes() <= minutes && planned.metres() <= metres) {
                assertThat(fitted).contains(planned);
            }
            fitted.ifPresent(less -> {
                assertThat(less.minutes()).isLessThanOrEqualTo(Math.min(minutes, planned.minutes()));
                assertThat(less.metres()).isLessThanOrEqualTo(Math.min(metres, planned.metres()));
                assertThat(2 * amount(less)).isGreaterThanOrEqualTo(amount(planned));
                assertThat(less.hard()).isEqualTo(planned.hard());
                assertTitleAndSizeAgree(sessions, less);
            });
        }
    }

    @Test
    void what_is_shortened_is_never_longer_than_before_and_keeps_its_paces() {
        Random random = new Random(7);
        for (int round = 0; round < 1000; round++) {
            List<Workout> all = SomeSessions.ofEachKind(paced(round, random.nextBoolean()));
            Workout planned = all.get(random.nextInt(all.size()));

            Workout less = paced().shortened(planned, 0.3 + 0.7 * random.nextDouble());

            assertThat(less.minutes()).isLessThanOrEqualTo(planned.minutes());
            assertThat(less.metres()).isLessThanOrEqualTo(planned.metres());
            assertThat(running(less).map(step -> step.pace()).distinct())
                    .containsExactlyElementsOf(
                            running(planned).map(step -> step.pace()).distinct().toList());
            assertTitleAndSizeAgree(paced(), less);
        }
    }

    private static void assertTitleAndSizeAgree(Sessions sessions, Workout workout) {
        Making making = new Making(sessions, workout);
        assertThat(workout.minutes()).isEqualTo((int) Math.ceil(making.sizing().seconds(workout.blocks()) / 60 - 1e-6));
        int amount = amount(workout);
        if (amount > 0) {
            assertThat(workout.title()).containsPattern("(^|[^0-9])" + amount + " (×|min)");
        }
    }
}
