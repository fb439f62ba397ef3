package freshlegs.streams.plan;

import freshlegs.model.plan.Workout;
import java.util.Optional;

/** What a person may ask for instead of an adjusted session: nothing longer or harder than what was planned. */
final class NamedWorkout {
    static final String REST = "rest";

    private static final int EASY_MINUTES = 30;
    private static final int TECHNICAL_MINUTES = 35;

    private NamedWorkout() {}

    static Optional<Workout> of(String name, Workout planned, Sessions sessions) {
        return switch (name) {
            case REST -> Optional.of(sessions.rest());
            case "easy" -> Optional.of(sessions.easy(Math.min(EASY_MINUTES, planned.minutes())));
            case "technical" -> Optional.of(sessions.technical(Math.min(TECHNICAL_MINUTES, planned.minutes())));
            default -> Optional.empty();
        };
    }
}
