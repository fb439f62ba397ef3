package freshlegs.app.follow;

import freshlegs.app.simulate.Leg;
import freshlegs.app.simulate.Wearer;
import freshlegs.model.fact.Lap.Intensity;
import freshlegs.model.fact.Profile;
import freshlegs.model.plan.Effort;
import freshlegs.model.plan.Workout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Lives a season day by day: six weeks of easy running (about 35 km on four days), a time trial as baseline, then whatever the plan
 * asks each morning. Training makes faster, by 0.12 % a week of the plan.
 */
final class Follower {
    private static final double THRESHOLD_SPEED = Stated.METRES / (double) Stated.BASELINE_SECONDS / Pacing.RACING;
    private static final double GAIN_A_WEEK = 0.0012;
    private static final double EASY_EFFORT = 3;
    private static final double RACE_EFFORT = 9;
    private static final int MINUTE = 60;

    private final Milestones milestones;
    private final Fate fate;
    private final Wearer athlete;
    private final Chronicle chronicle;
    private final Burden burden;
    private final Profile profile;

    private Follower(Fate fate, Milestones milestones, Wearer athlete) {
        this.fate = fate;
        this.milestones = milestones;
        this.athlete = athlete;
        Instant first = milestones.first().atStartOfDay(ZoneOffset.UTC).toInstant();
        this.chronicle = new Chronicle(new Stated(fate, milestones), first);
        this.burden = new Burden(fate);
        this.profile = athlete.profile(first);
        chronicle.facts().tell(profile);
    }

    /** The athlete's files go to {@code folder}. */
    static FollowedSeason follow(Fate fate, Milestones milestones, long seed, Path folder) throws IOException {
        Wearer athlete = Wearer.of(fate.athlete(), seed, fate.person(), fate.hasBaseline(), THRESHOLD_SPEED, folder);
        return new Follower(fate, milestones, athlete).live();
    }

    private FollowedSeason live() throws IOException {
        for (LocalDate date = milestones.first(); !date.isAfter(milestones.last()); date = date.plusDays(1)) {
            int day = milestones.planDay(date);
            boolean alert = chronicle
                    .yesterday()
                    .filter(before -> before.status().status().isAlert())
                    .isPresent();
            athlete.wake(date, burden.next(day, alert), burden.isIll(day));
            chronicle.hear(athlete);
            if (day < 0) {
                beforePlan(date);
            } else {
                follow(date, chronicle.morning(date).prescribed());
            }
            chronicle.hear(athlete);
            chronicle.close(date);
        }
        athlete.keepCheckIns();
        return new FollowedSeason(fate, milestones, profile, chronicle.days());
    }

    private void follow(LocalDate date, Workout asked) throws IOException {
        if (!asked.kind().isRun()) {
            return;
        }
        double speed = THRESHOLD_SPEED * (1 + GAIN_A_WEEK * milestones.planDay(date) / 7);
        List<Leg> legs = new Pacing(asked, speed, athlete.fitness()).legs();
        Effort effort = asked.effort();
        double felt = effort.equals(Effort.NONE) ? EASY_EFFORT : (effort.lowest() + effort.highest()) / 2.0;
        athlete.run(date, legs, legs.size() > 1, felt);
    }

    private void beforePlan(LocalDate date) throws IOException {
        if (fate.hasBaseline() && date.equals(milestones.baseline())) {
            athlete.run(date, trial(), true, RACE_EFFORT);
            return;
        }
        int minutes =
                switch (date.getDayOfWeek()) {
                    case TUESDAY, THURSDAY -> 52;
                    case SATURDAY -> 45;
                    case SUNDAY -> 70;
                    case MONDAY, WEDNESDAY, FRIDAY -> 0;
                };
        if (minutes > 0) {
            Leg easy = Leg.seconds(Intensity.ACTIVE, MINUTE * minutes, Pacing.EASY * THRESHOLD_SPEED);
            athlete.run(date, List.of(easy), false, EASY_EFFORT);
        }
    }

    private static List<Leg> trial() {
        double easy = Pacing.WARMING_UP * THRESHOLD_SPEED;
        return List.of(
                Leg.seconds(Intensity.WARMUP, 15 * MINUTE, easy),
                Leg.metres(Intensity.ACTIVE, Stated.METRES, Pacing.RACING * THRESHOLD_SPEED)
                        .evenly(),
                Leg.seconds(Intensity.COOLDOWN, 10 * MINUTE, easy));
    }
}
