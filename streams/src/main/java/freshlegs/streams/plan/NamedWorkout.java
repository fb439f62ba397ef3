package freshlegs.streams.plan;

import freshlegs.model.plan.Instead;
import freshlegs.model.plan.Workout;
import java.util.Optional;

/** What a person asked for instead of an adjusted session, as a session: nothing longer or harder than what was planned. */
final class NamedWorkout {
    static final String REST = Instead.REST.key();

    private NamedWorkout() {}

    static Optional<Workout> of(String name, Workout planned, Sessions sessions) {
        return Instead.of(name).map(instead -> {
            int minutes = instead.minutes(planned.minutes());
            return switch (instead) {
                case REST -> sessions.rest();
                case EASY -> sessions.easy(minutes);
                case TECHNICAL -> sessions.technical(minutes);
            };
        });
    }
}
