package freshlegs.coach.page;

import freshlegs.coach.read.RunRow;
import freshlegs.coach.run.Curve;
import freshlegs.coach.run.RunRows;
import freshlegs.model.fact.Minute;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A run by its minutes, for when its file is not at hand: each row is the end of a window, with the window's means; what was covered
 * adds up grade-adjusted speed over the moving time, and is scaled to the distance that is known.
 */
final class MinuteRows {
    private static final int USUAL_WINDOW_SECONDS = 60;
    private static final List<Integer> WINDOWS = List.of(300, 1200);
    private static final double LEAST_KNOWN_SHARE = 0.9;

    private MinuteRows() {}

    static RunRows of(RunRow run) {
        List<Minute> minutes = run.minutes();
        int width = width(minutes);
        Curve seconds = curve(minutes, minute -> Math.min(minute.startSecond() + width, run.elapsedSeconds()));
        Curve heartRate = curve(minutes, minute -> minute.heartRateBpm().orElse(Double.NaN));
        Curve speed = curve(
                minutes, minute -> minute.movingShare() > 0 ? minute.gradeAdjustedSpeedMetresPerSecond() : Double.NaN);
        List<RunRows.Rolling> rolling = new ArrayList<>();
        for (int window : WINDOWS) {
            int rows = window / width;
            if (rows >= 2) {
                rolling.add(new RunRows.Rolling(window, means(heartRate, rows), means(speed, rows)));
            }
        }
        return new RunRows(
                seconds,
                metres(minutes, width, run.distanceMetres()),
                heartRate,
                curve(minutes, minute -> Double.NaN),
                speed,
                curve(minutes, minute -> Double.NaN),
                rolling,
                width);
    }

    private static int width(List<Minute> minutes) {
        int width = Integer.MAX_VALUE;
        for (int i = 1; i < minutes.size(); i++) {
            width = Math.min(
                    width, minutes.get(i).startSecond() - minutes.get(i - 1).startSecond());
        }
        return width == Integer.MAX_VALUE ? USUAL_WINDOW_SECONDS : Math.max(1, width);
    }

    private static Curve metres(List<Minute> minutes, int width, double distance) {
        double[] metres = new double[minutes.size()];
        double sum = 0;
        for (int i = 0; i < metres.length; i++) {
            Minute minute = minutes.get(i);
            sum += minute.gradeAdjustedSpeedMetresPerSecond() * minute.movingShare() * width;
            metres[i] = sum;
        }
        double scale = sum > 0 ? distance / sum : 0;
        return Curve.of(metres.length, i -> metres[i] * scale);
    }

    private static Curve means(Curve curve, int rows) {
        return Curve.of(curve.size(), last -> {
            double sum = 0;
            int known = 0;
            for (int row = Math.max(0, last - rows + 1); row <= last; row++) {
                if (curve.has(row)) {
                    sum += curve.at(row);
                    known++;
                }
            }
            return known >= rows * LEAST_KNOWN_SHARE ? sum / known : Double.NaN;
        });
    }

    private static Curve curve(List<Minute> minutes, ToDoubleFunction<Minute> quantity) {
        return Curve.of(minutes.size(), i -> quantity.applyAsDouble(minutes.get(i)));
    }
}
