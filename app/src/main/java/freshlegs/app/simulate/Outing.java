package freshlegs.app.simulate;

import freshlegs.ingest.fit.WrittenActivity;
import freshlegs.model.Sport;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.Lap;
import freshlegs.model.fact.Pause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/** One run, second by second, as the watch on the wrist sees it. */
final class Outing {
    private static final double AUTO_LAP_METRES = 1000;
    private static final double START_ALTITUDE_METRES = 60;
    /** How strongly speed bends heart rate per unit of gradient, and how far the runner gives way to it. */
    private static final double EFFORT_PER_GRADE = 3.6;

    private static final double SLOWING_PER_GRADE = 1.5;

    private final Runner runner;
    private final PlannedRun plan;
    private final Random chance;
    private final Heart heart;
    private final int celsius;
    private final SampleSheet sheet = new SampleSheet();
    private final LapBook laps = new LapBook();
    private final List<Pause> pauses = new ArrayList<>();
    private double metres;
    private double wobble;
    private double sensorWobble;

    Outing(Runner runner, PlannedRun plan, Strain strain, Random chance) {
        this.runner = runner;
        this.plan = plan;
        this.chance = chance;
        this.celsius = (int) Math.rint(13 + 3.5 * chance.nextGaussian());
        this.heart = new Heart(runner, 3 * strain.exercise(), celsius);
    }

    /** Effort is 1 to 10, feel 0 to 100; absent for a watch that does not ask. */
    WrittenActivity record(Instant start, OptionalInt effort, OptionalInt feel) {
        int second = 0;
        int nextPause = plan.isWorkout() ? Integer.MAX_VALUE : firstPause();
        int leg = 0;
        double left = plan.legs().get(0).length();
        double end = 0;
        while (leg < plan.legs().size()) {
            double speed = speedOn(plan.legs().get(leg));
            sample(second, speed);
            double inSecond = 1;
            while (inSecond > 1e-9 && leg < plan.legs().size()) {
                Leg now = plan.legs().get(leg);
                double use = Math.min(inSecond, now.secondsFor(left, speed));
                metres += speed * use;
                left -= now.used(use, speed);
                inSecond -= use;
                end = second + 1 - inSecond;
                if (left <= 1e-6) {
                    laps.close(end, metres, now.intensity(), !plan.isWorkout());
                    leg++;
                    left = leg < plan.legs().size() ? plan.legs().get(leg).length() : 0;
                    speed = leg < plan.legs().size() ? speedOn(plan.legs().get(leg)) : 0;
                }
            }
            second++;
            autoLap(second);
            if (second >= nextPause && leg < plan.legs().size()) {
                second += pauseAt(second);
                nextPause = second + 600 + chance.nextInt(3000);
            }
        }
        return new WrittenActivity(
                runner.watch(),
                start,
                0,
                Sport.RUNNING,
                end,
                metres,
                laps.laps(),
                pauses,
                sheet.toSamples(),
                effort,
                feel);
    }

    private int firstPause() {
        return 240 + chance.nextInt(4200);
    }

    private int pauseAt(int second) {
        int length = 12 + chance.nextInt(50);
        pauses.add(new Pause(second, length));
        laps.pause(length);
        for (int i = 0; i < length; i++) {
            heart.beat(0, second + i);
        }
        return length;
    }

    private void autoLap(int second) {
        if (!plan.isWorkout() && laps.metresInLap(metres) >= AUTO_LAP_METRES) {
            laps.close(second, metres, Lap.Intensity.ACTIVE, true);
        }
    }

    private double speedOn(Leg leg) {
        wobble = leg.isRepeat()
                ? 0.5 * wobble + 0.006 * chance.nextGaussian()
                : 0.9 * wobble + 0.009 * chance.nextGaussian();
        return leg.metresPerSecond() * (1 + wobble) * (1 - SLOWING_PER_GRADE * grade());
    }

    private void sample(int second, double speed) {
        heart.beat(speed * (1 + EFFORT_PER_GRADE * grade()), second);
        sensorWobble = 0.7 * sensorWobble + 0.7 * chance.nextGaussian();
        int bpm = runner.story().hasSensors() ? (int) Math.rint(heart.bpm() + sensorWobble) : Column.MISSING;
        laps.tick(bpm == Column.MISSING ? OptionalInt.empty() : OptionalInt.of(bpm));
        sheet.add(second, bpm, speed, metres, altitude(), cadence(speed), celsius, 3 + chance.nextInt(3));
    }

    private int cadence(double speed) {
        double steps = speed < 2 ? 50 + 50 * speed : 144 + 8.5 * speed;
        return (int) Math.rint(steps + 1.2 * chance.nextGaussian());
    }

    /** Gentle hills, under 3 %, on roads; workouts are run on the flat. */
    private double altitude() {
        return plan.isWorkout()
                ? START_ALTITUDE_METRES
                : START_ALTITUDE_METRES
                        + 2.5 * StrictMath.sin(2 * Math.PI * metres / 1300)
                        + 1.2 * StrictMath.sin(2 * Math.PI * metres / 710);
    }

    private double grade() {
        return plan.isWorkout()
                ? 0
                : 2
                        * Math.PI
                        * (2.5 / 1300 * StrictMath.cos(2 * Math.PI * metres / 1300)
                                + 1.2 / 710 * StrictMath.cos(2 * Math.PI * metres / 710));
    }
}
