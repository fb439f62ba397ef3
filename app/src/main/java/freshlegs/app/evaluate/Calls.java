package freshlegs.app.evaluate;

import freshlegs.app.labelled.LabelledDays;
import freshlegs.model.result.Episode;
import freshlegs.model.result.Episode.Cause;
import java.util.List;

/** Of so many labels, how many were called fatigue, illness (which danger is counted with), or both. */
record Calls(long labels, long fatigue, long illness, long both) {
    static final Calls NONE = new Calls(0, 0, 0, 0);
    static final String ILLNESS_TOLD = "illness-with-symptoms";
    static final String ILLNESS_UNTOLD = "illness-without-symptoms";

    /** A label is called what an episode says that begins in it or so many days later. */
    static final int LATE_DAYS = 7;

    static Calls of(LabelledDays label, List<Episode> episodes) {
        boolean fatigue = episodes.stream().anyMatch(e -> e.cause() == Cause.FATIGUE && beginsIn(label, e));
        boolean illness = episodes.stream().anyMatch(e -> e.cause() != Cause.FATIGUE && beginsIn(label, e));
        return new Calls(1, fatigue && !illness ? 1 : 0, illness && !fatigue ? 1 : 0, fatigue && illness ? 1 : 0);
    }

    Calls plus(Calls other) {
        return new Calls(labels + other.labels, fatigue + other.fatigue, illness + other.illness, both + other.both);
    }

    long neither() {
        return labels - fatigue - illness - both;
    }

    private static boolean beginsIn(LabelledDays label, Episode episode) {
        return !episode.firstDay().isBefore(label.from())
                && !episode.firstDay().isAfter(label.to().plusDays(LATE_DAYS));
    }
}
