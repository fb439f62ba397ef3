package freshlegs.app.evaluate;

import freshlegs.model.Status;
import freshlegs.model.result.Episode;
import freshlegs.model.result.Episode.Cause;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The product's own alarms: its episodes of fatigue, from the first day of AMBER to the last before they cleared. */
final class Detector {
    private Detector() {}

    static Alarms alarms(History history) {
        BitSet days = new BitSet();
        List<Integer> ambers = new ArrayList<>();
        List<Integer> reds = new ArrayList<>();
        for (Episode episode : history.episodes()) {
            if (episode.cause() == Cause.FATIGUE) {
                int first = history.day(episode.firstDay());
                days.set(first, history.day(episode.lastDay()) + 1);
                ambers.add(first);
                episode.steps().stream()
                        .filter(step -> step.status() == Status.RED)
                        .forEach(step -> reds.add(history.day(step.day())));
            }
        }
        return new Alarms(days, ambers, reds);
    }
}
