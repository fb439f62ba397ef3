package freshlegs.streams.session;

import freshlegs.model.fact.Recording;
import java.util.OptionalDouble;

/** How far it was: the watch's own total, without the leaps that its rows show; without a total, what the rows add up to. */
final class Distance {
    private Distance() {}

    static double of(Recording recording, Motion motion) {
        OptionalDouble told = recording.summary().distanceMetres();
        double measured = motion.totalMetres();
        if (told.isEmpty() || !(told.getAsDouble() > 0)) {
            return measured;
        }
        double leaps = motion.rejectedMetres();
        boolean holdsLeaps = leaps > 0 && told.getAsDouble() > measured + leaps / 2;
        return holdsLeaps ? told.getAsDouble() - leaps : told.getAsDouble();
    }
}
