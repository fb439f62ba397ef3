package freshlegs.streams.session;

import freshlegs.model.Rounding;
import freshlegs.model.fact.Minute;
import freshlegs.model.fact.Minutes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The session cut into windows of a minute of elapsed time, wider by whole minutes when there would be too many of them. Windows
 * without a recorded second are left out. {@code movingShare} is relative to the whole window, so a last, incomplete window
 * shows as such; the share of valid heart rate is relative to the recorded seconds of the window.
 */
final class MinuteWindows {
    static final int MAX_WINDOWS = 240;
    private static final int MINUTE_SECONDS = 60;

    private MinuteWindows() {}

    static Minutes of(Track track, int maxWindows) {
        int width = MINUTE_SECONDS;
        while (windows(track.timeline(), width) > maxWindows) {
            width += MINUTE_SECONDS;
        }
        List<Minute> minutes = new ArrayList<>();
        Series speed = track.movingGradeAdjusted();
        Series grade = track.grade().where(track.motion()::isMoving);
        for (int from = 0; from < track.size(); ) {
            int to = end(track.timeline(), from, width);
            minutes.add(minute(track, speed, grade, from, to, width));
            from = to;
        }
        return Minutes.of(minutes);
    }

    private static int windows(Timeline timeline, int width) {
        int windows = 0;
        for (int from = 0; from < timeline.size(); from = end(timeline, from, width)) {
            windows++;
        }
        return windows;
    }

    private static int end(Timeline timeline, int from, int width) {
        return timeline.cellAt((timeline.second(from) / width + 1) * width);
    }

    private static Minute minute(Track track, Series speed, Series grade, int from, int to, int width) {
        OptionalDouble bpm = track.heartRate().mean(from, to);
        int valid = 0;
        for (int cell = from; cell < to; cell++) {
            valid += track.heartRate().has(cell) ? 1 : 0;
        }
        return new Minute(
                track.timeline().second(from) / width * width,
                (double) track.motion().movingSeconds(from, to) / width,
                speed.mean(from, to).orElse(0),
                speed.variation(from, to).orElse(0) * 100,
                grade.mean(from, to).orElse(0),
                Rounding.to(1, bpm),
                (double) valid / (to - from),
                track.temperature().mean(from, to));
    }
}
